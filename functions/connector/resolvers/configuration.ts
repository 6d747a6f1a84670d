import { subjectText } from '#shared/certificates/csr-subject.ts';
import { nextToken, nextTokenForCertificate } from '#shared/pairing/next-token.ts';
import { tokenOrHolder } from '../authentication.ts';
import type { Context } from '../context.ts';
import type { QueryResolvers } from '../schema.generated.ts';

export const configuration: QueryResolvers['configuration'] = async (_parent, _arguments, context) => {
  const caller = await tokenOrHolder(context);
  return 'holder' in caller
    ? answer(context, caller.holder.auth.id, await nextTokenForCertificate(caller.holder.auth, caller.holder.identity, context.deps))
    : answer(context, caller.token.authId, await nextToken(caller.token, context.idempotencyKey, context.deps));
};

const answer = ({ deps }: Context, authId: string, token: string) => ({
  token: { token },
  certificateSigningRequestInfo: { subject: subjectText(deps.csrPolicy.subject, authId), keyAlgorithm: 'rsa2048' },
  managementPlaneInfo: deps.urls,
});
