import { exchangeCertificate } from '#shared/certificates/exchange-certificate.ts';
import { renewCertificate } from '#shared/certificates/renew-certificate.ts';
import { revokeCertificate as revoke } from '#shared/certificates/revoke-certificate.ts';
import { requireHolder, tokenOrHolder } from '../authentication.ts';
import { encodedChain } from '../encoded-chain.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const signCertificateSigningRequest: MutationResolvers['signCertificateSigningRequest'] = async (_parent, { csr }, context) => {
  const caller = await tokenOrHolder(context);
  return encodedChain(
    'holder' in caller
      ? await renewCertificate(caller.holder, csr, context.deps)
      : await exchangeCertificate(caller.token, csr, context.deps),
  );
};

export const revokeCertificate: MutationResolvers['revokeCertificate'] = async (_parent, _arguments, context) => {
  await revoke(await requireHolder(context), context.deps);
  return true;
};
