import { narrowedBy } from '#shared/authorization/handed-out-scopes.ts';
import { describeActor, type OwnerKind, requireOwnership } from '#shared/core/actor.ts';
import { invalidOperation } from '#shared/core/errors.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { keyThumbprint } from '#shared/pairing/key-thumbprint.ts';
import { originOf } from '#shared/pairing/origin.ts';
import { pairingData } from '#shared/pairing/pairing-data.ts';
import { reissueOneTimeToken } from '#shared/pairing/reissue-one-time-token.ts';
import { forOlderApplications } from '../compat/suggested-token.ts';
import type { Context } from '../context.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationRequestOneTimeTokenForApplicationArgs, MutationResolvers } from '../schema.generated.ts';

const requestOneTimeTokenForApplication: MutationResolvers['requestOneTimeTokenForApplication'] = async (_parent, input, context) => {
  const data = await request('application', input, context);
  return { ...data, type: 'Application', ...(await forOlderApplications(data, input.id, context)) };
};

const requestOneTimeTokenForRuntime: MutationResolvers['requestOneTimeTokenForRuntime'] = async (_parent, input, context) => ({
  ...(await request('runtime', input, context)),
  type: 'Runtime',
});

type Input = MutationRequestOneTimeTokenForApplicationArgs;

async function request(kind: OwnerKind, { id, systemAuthID, ...input }: Input, { actor, deps }: Context) {
  requireOwnership(actor, kind, id);
  // A holder of a certificate must renew with it, where copies of its key are noticed.
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

export const pairingResolvers: ResolverPart = { Mutation: { requestOneTimeTokenForApplication, requestOneTimeTokenForRuntime } };
