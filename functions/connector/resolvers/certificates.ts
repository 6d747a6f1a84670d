import { exchangeCertificate } from '#shared/certificates/exchange-certificate.ts';
import type { CertificateChain } from '#shared/certificates/issue-certificate.ts';
import { renewCertificate } from '#shared/certificates/renew-certificate.ts';
import { revokeCertificate as revoke } from '#shared/certificates/revoke-certificate.ts';
import { requireHolder, tokenOrHolder } from '../authentication.ts';
import type { MutationResolvers } from '../schema.generated.ts';

export const signCertificateSigningRequest: MutationResolvers['signCertificateSigningRequest'] = async (_parent, { csr }, context) => {
  const caller = await tokenOrHolder(context);
  return encoded(
    'holder' in caller
      ? await renewCertificate(caller.holder, csr, context.deps)
      : await exchangeCertificate(caller.token, csr, context.deps),
  );
};

export const revokeCertificate: MutationResolvers['revokeCertificate'] = async (_parent, _arguments, context) => {
  await revoke(await requireHolder(context), context.deps);
  return true;
};

const base64 = (...pems: readonly string[]): string => Buffer.from(pems.map((pem) => `${pem.trim()}\n`).join('')).toString('base64');

const encoded = ({ pem, issuers }: CertificateChain) => ({
  certificateChain: base64(pem, ...issuers),
  caCertificate: base64(...issuers),
  clientCertificate: base64(pem),
});
