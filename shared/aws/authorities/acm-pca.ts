/**
 * ACM Private CA, loaded with the first call. The newest SDK client for it that the registry has is of February 2024 and brings that
 * generation's libraries, an XML parser among them: a function that has no such authority never loads them.
 */
import type { X509Certificate } from 'node:crypto';
import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import type { RevokingAuthority } from '#shared/certificates/revocation/revoking-authority.ts';
import { once } from '#shared/core/once.ts';
import type { AcmPca } from './acm-pca-authority.ts';
import type { PrivateAuthority } from './acm-pca-revocation.ts';

const loadedClient = once(async () => {
  const { acmPcaClient } = await import('../acm-pca-client.ts');
  return acmPcaClient();
});

const loadedAdapter = () => import('./acm-pca-authority.ts');

export function acmPcaAuthority(settings: Omit<AcmPca, 'client'>): CertificateAuthority {
  const authority = once(async () => {
    const [client, adapter] = await Promise.all([loadedClient(), loadedAdapter()]);
    return adapter.acmPcaAuthority({ client, ...settings });
  });
  return {
    issue: async (order) => (await authority()).issue(order),
    issuers: async () => (await authority()).issuers(),
  };
}

export function acmPcaRevocation(settings: Omit<PrivateAuthority, 'client'>): RevokingAuthority {
  const authority = once(async () => {
    const [client, adapter] = await Promise.all([loadedClient(), import('./acm-pca-revocation.ts')]);
    return adapter.acmPcaRevocation({ client, ...settings });
  });
  return {
    id: async () => (await authority()).id(),
    revoke: async (certificate) => (await authority()).revoke(certificate),
  };
}

export async function acmPcaIssuers(authorityArn: string): Promise<string[]> {
  const [client, adapter] = await Promise.all([loadedClient(), loadedAdapter()]);
  return adapter.acmPcaIssuers(client, authorityArn);
}

export async function acmPcaCertificate(authorityArn: string): Promise<X509Certificate> {
  const [client, adapter] = await Promise.all([loadedClient(), loadedAdapter()]);
  return adapter.acmPcaCertificate(client, authorityArn);
}
