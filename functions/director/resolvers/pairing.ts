import { describeActor, type OwnerKind, requireOwnership } from '#shared/core/actor.ts';
import { invalidOperation } from '#shared/core/errors.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { keyThumbprint } from '#shared/pairing/key-thumbprint.ts';
import { pairingData } from '#shared/pairing/pairing-data.ts';
import type { Context } from '../context.ts';
import type { MutationRequestOneTimeTokenForApplicationArgs, MutationResolvers } from '../schema.generated.ts';

export const requestOneTimeTokenForApplication: MutationResolvers['requestOneTimeTokenForApplication'] = async (
  _parent,
  input,
  context,
) => {
  const data = await request('application', input, context);
  return { ...data, type: 'Application', token: context.suggestToken ? data.rawEncoded : data.token };
};

export const requestOneTimeTokenForRuntime: MutationResolvers['requestOneTimeTokenForRuntime'] = async (_parent, input, context) => ({
  ...(await request('runtime', input, context)),
  type: 'Runtime',
});

type Input = MutationRequestOneTimeTokenForApplicationArgs;

async function request(kind: OwnerKind, input: Input, { actor, deps }: Context) {
  if (input.systemAuthID) throw invalidOperation('a token for an existing System Auth cannot be requested; ask without systemAuthID');
  requireOwnership(actor, kind, input.id);
  const issued = await issueOneTimeToken(
    { tenant: actor.tenant, kind, id: input.id },
    describeActor(actor),
    deps,
    keyThumbprint(input.keyThumbprint),
  );
  return pairingData(issued, kind, deps.connectorUrl);
}
