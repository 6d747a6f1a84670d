import { type OwnerKind, requireScope } from '#shared/core/actor.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { keyThumbprint } from '#shared/pairing/key-thumbprint.ts';
import { originOf } from '#shared/pairing/origin.ts';
import { requireUser } from '../authentication.ts';
import type { Context } from '../context.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const generateApplicationToken: MutationResolvers['generateApplicationToken'] = (_parent, { appID, keyThumbprint }, context) =>
  generate(context, 'application', appID, keyThumbprint);

export const generateRuntimeToken: MutationResolvers['generateRuntimeToken'] = (_parent, { runtimeID, keyThumbprint }, context) =>
  generate(context, 'runtime', runtimeID, keyThumbprint);

async function generate(context: Context, kind: OwnerKind, id: string, thumbprint: string | null | undefined): Promise<{ token: string }> {
  const actor = await requireUser(context);
  requireScope(actor, `${kind}:write`);
  return issueOneTimeToken({ tenant: actor.tenant, kind, id }, originOf(actor), context.deps, {
    keyThumbprint: keyThumbprint(thumbprint),
  });
}
