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
const unwell = { id: () => Promise.reject(new Error('disabled')), revoke: vi.fn() };
const well = { id: async () => 'well', revoke: vi.fn(async () => undefined) };

describe('a revocation', () => {
  it('is told by its authority, though another one cannot say who it is', async () => {
    expect(await revokeAtAuthority(revocationBy('well'), { authorities: [unwell, well] })).toMatchObject({ outcome: 'revoked' });
    expect(well.revoke).toHaveBeenCalledWith(expect.objectContaining({ authorityId: 'well', serialNumber: '1a' }));
  });

  it('is tried again while its authority may be the one that cannot say who it is', async () => {
    await expect(revokeAtAuthority(revocationBy('other'), { authorities: [unwell, well] })).rejects.toThrow('disabled');
  });

  it('by an authority that is not there any more is told to nobody', async () => {
    expect(await revokeAtAuthority(revocationBy('other'), { authorities: [well] })).toMatchObject({ outcome: 'authority unknown' });
  });
});
