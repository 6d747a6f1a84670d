import { describe, expect, it, vi } from 'vitest';
import { revokeAtAuthority } from '#shared/certificates/revocation/revoke-at-authority.ts';

const revocationBy = (issuer: string) =>
  ({
    'detail-type': 'CertificateRevoked',
    detail: {
      metadata: { occurredAt: '2030-01-01T00:00:00.000Z' },
      data: { serialNumber: '1a', issuer, notAfter: '2030-02-01T00:00:00.000Z' },
    },
  }) as Parameters<typeof revokeAtAuthority>[0];
const unwell = { authorityId: () => Promise.reject(new Error('disabled')), publish: vi.fn() };
const well = { authorityId: async () => 'well', publish: vi.fn(async () => undefined) };

describe('a revocation', () => {
  it('is published at its authority, though the id of another one cannot be read', async () => {
    expect(await revokeAtAuthority(revocationBy('well'), { publishers: [unwell, well] })).toMatchObject({ outcome: 'revoked' });
    expect(well.publish).toHaveBeenCalledWith(expect.objectContaining({ authorityId: 'well', serialNumber: '1a' }));
  });

  it('fails while its authority may be the one whose id cannot be read', async () => {
    await expect(revokeAtAuthority(revocationBy('other'), { publishers: [unwell, well] })).rejects.toThrow('disabled');
  });

  it('by an authority that the deployment no longer has is not published', async () => {
    expect(await revokeAtAuthority(revocationBy('other'), { publishers: [well] })).toMatchObject({ outcome: 'authority unknown' });
  });
});
