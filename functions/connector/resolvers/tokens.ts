import { describeActor, type OwnerKind, requireScope } from '#shared/core/actor.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { requireUser } from '../authentication.ts';
import type { Context } from '../context.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const generateApplicationToken: MutationResolvers['generateApplicationToken'] = (_parent, { appID }, context) =>
  generate(context, 'application', appID);

export const generateRuntimeToken: MutationResolvers['generateRuntimeToken'] = (_parent, { runtimeID }, context) =>
  generate(context, 'runtime', runtimeID);

async function generate(context: Context, kind: OwnerKind, id: string): Promise<{ token: string }> {
  const actor = await requireUser(context);
  requireScope(actor, `${kind}:write`);
  return issueOneTimeToken({ tenant: actor.tenant, kind, id }, describeActor(actor), context.deps);
}
