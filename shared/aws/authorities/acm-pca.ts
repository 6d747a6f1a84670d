import type { CertificateAuthority } from '#shared/certificates/certificate-authority.ts';
import { loadedAtFirstUse } from '#shared/core/loaded-at-first-use.ts';
import { onceResolved } from '#shared/core/once.ts';
import type { AcmPca } from './acm-pca-authority.ts';

const client = onceResolved(async () => {
  const { acmPcaClient } = await import('../acm-pca-client.ts');
  return acmPcaClient();
});

/**
 * ACM Private CA, loaded with the first call. The newest SDK client for it that the registry has is of February 2024 and brings that
 * generation's libraries, an XML parser among them: a function that has no such authority never loads them.
 */
export function acmPcaAuthority(settings: Omit<AcmPca, 'client'>): CertificateAuthority {
  const load = onceResolved(async () => {
    const [loaded, adapter] = await Promise.all([client(), import('./acm-pca-authority.ts')]);
    return adapter.acmPcaAuthority({ client: loaded, ...settings });
  });
  return {
    ...loadedAtFirstUse(load, ['issue', 'certificate', 'issuers']),
    ...(settings.revocable && { revoke: async (certificate) => (await load()).revoke?.(certificate) }),
  };
}
