import { readFile } from 'node:fs/promises';
import { describe, expect, inject, it } from 'vitest';
import { administrator, type ClientIdentity, ok, postSecurely } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { aPaired } from '#test/support/registered.ts';

const system = inject('system');
const { director } = administrator(system);

const atDirector = (identity: ClientIdentity) => postSecurely(system, system.mtlsDirectorUrl, identity, '{ viewer { id } }');
const refusal = async (identity: ClientIdentity) => (await atDirector(identity)).errors.map(({ message }) => message);

describe('the certificate of a System Auth', () => {
  it.each(['Application', 'Runtime'] as const)(
    'is refused right after an administrator deleted it for a %s, and told as revoked',
    async (kind) => {
      const paired = await aPaired(system, kind);
      expect(ok(await atDirector(paired)).viewer.id).toBe(paired.id);
      const { deleted } = await director(`mutation { deleted: deleteSystemAuthFor${kind}(authID: "${paired.authId}") { id } }`);
      expect(deleted.id).toBe(paired.authId);
      expect(await refusal(paired)).toEqual(['the System Auth of the client certificate was deleted']);
      await eventually(async () => {
        const events = (await readFile(system.events, 'utf8')).split('\n').filter((line) => line.includes(paired.authId));
        expect(events.filter((line) => line.includes('CertificateRevoked') && line.includes('PAIRING_REMOVED'))).toHaveLength(1);
      });
    },
  );

  it('is refused after its Application was unpaired, which reads INITIAL from then on', async () => {
    const paired = await aPaired(system);
    expect(ok(await atDirector(paired)).viewer.id).toBe(paired.id);
    const { result } = await director(`mutation { result: unpairApplication(id: "${paired.id}") { status { condition } auths { id } } }`);
    expect(result).toEqual({ status: { condition: 'INITIAL' }, auths: [] });
    expect(await refusal(paired)).toEqual(['the System Auth of the client certificate was deleted']);
  });
});
