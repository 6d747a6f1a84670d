import { narrowedBy } from '#shared/authorization/handed-out-scopes.ts';
import { describeActor, type OwnerKind, requireOwnership } from '#shared/core/actor.ts';
import { invalidOperation } from '#shared/core/errors.ts';
import { labelOf } from '#shared/labels/label.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { keyThumbprint } from '#shared/pairing/key-thumbprint.ts';
import { withToken } from '#shared/pairing/legacy-paths.ts';
import { originOf } from '#shared/pairing/origin.ts';
import { pairingData } from '#shared/pairing/pairing-data.ts';
import { reissueOneTimeToken } from '#shared/pairing/reissue-one-time-token.ts';
import type { Context } from '../context.ts';
import type { MutationRequestOneTimeTokenForApplicationArgs, MutationResolvers } from '../schema.generated.ts';

export const requestOneTimeTokenForApplication: MutationResolvers['requestOneTimeTokenForApplication'] = async (
  _parent,
  input,
  context,
) => {
  const data = await request('application', input, context);
  const legacyConnectorURL = withToken(context.deps.legacyConnectorUrl, data.token);
  const token = context.suggestToken ? await suggestion({ ...data, legacyConnectorURL }, input.id, context) : data.token;
  return { ...data, type: 'Application', token, legacyConnectorURL };
};

export const requestOneTimeTokenForRuntime: MutationResolvers['requestOneTimeTokenForRuntime'] = async (_parent, input, context) => ({
  ...(await request('runtime', input, context)),
  type: 'Runtime',
});

interface Suggestions {
  readonly token: string;
  readonly rawEncoded: string;
  readonly legacyConnectorURL: string;
}

/** The text that a person pastes into the Application. An integration system gets the token as it is. */
async function suggestion({ token, rawEncoded, legacyConnectorURL }: Suggestions, id: string, { actor, deps }: Context): Promise<string> {
  const application = await deps.applications.find(actor.tenant, id);
  if (application?.integrationSystemID !== undefined) return token;
  return application && labelOf(application.labels, 'legacy') === true ? legacyConnectorURL : rawEncoded;
}

type Input = MutationRequestOneTimeTokenForApplicationArgs;

async function request(kind: OwnerKind, { id, systemAuthID, ...input }: Input, { actor, deps }: Context) {
  requireOwnership(actor, kind, id);
  // Who has a certificate renews with it, which is where copies of its key are noticed.
  if (systemAuthID && actor.kind === kind) throw invalidOperation('only an administrator can ask for a token of a System Auth');
  const owner = { tenant: actor.tenant, kind, id };
  const thumbprint = keyThumbprint(input.keyThumbprint);
  const issued = await (systemAuthID
    ? reissueOneTimeToken(owner, systemAuthID, describeActor(actor), deps, thumbprint)
    : issueOneTimeToken(owner, originOf(actor), deps, {
        keyThumbprint: thumbprint,
        ...(actor.kind === kind && narrowedBy(actor, kind)),
      }));
  return pairingData(issued, kind, deps.connectorUrl);
}
