import { describe, expect, it } from 'vitest';
import { fingerprintsOf, pairingProgress } from '#console/pairing/pairing-progress.ts';

const auth = (fingerprint: string, lastSeenAt: string | null = null) => ({ lastSeenAt, certificates: [{ fingerprint }] });
const member = (auths: ReturnType<typeof auth>[] | null, condition = 'INITIAL') => ({ status: { condition }, auths });

describe('a pairing', () => {
  it('goes from a token by a certificate to a first call', () => {
    expect(pairingProgress(member([]), undefined)).toBe('not-paired');
    expect(pairingProgress(member([]), [])).toBe('waiting');
    expect(pairingProgress(member([auth('a')]), [])).toBe('certified');
    expect(pairingProgress(member([auth('a', '2026-01-01T00:00:00Z')], 'CONNECTED'), [])).toBe('connected');
  });

  it('begins anew for what is connected already', () => {
    const before = member([auth('a', '2026-01-01T00:00:00Z')], 'CONNECTED');
    expect(pairingProgress(before, undefined)).toBe('connected');
    expect(pairingProgress(before, fingerprintsOf(before))).toBe('waiting');
    expect(pairingProgress(member([...(before.auths ?? []), auth('b')], 'CONNECTED'), fingerprintsOf(before))).toBe('certified');
  });

  it('goes by the condition alone for users without the right to read credentials', () => {
    expect(pairingProgress(member(null), [])).toBe('waiting');
    expect(pairingProgress(member(null, 'CONNECTED'), [])).toBe('connected');
  });
});
