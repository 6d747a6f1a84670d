import { describe, expect, it } from 'vitest';
import { memoryStore } from '#local/identity/sign-in/memory-store.ts';

interface Store {
  upsert(id: string, stored: object, expiresInSeconds?: number): Promise<void>;
  find(id: string): Promise<object | undefined>;
  findByUid(uid: string): Promise<object | undefined>;
  findByUserCode(code: string): Promise<object | undefined>;
  consume(id: string): Promise<void>;
  destroy(id: string): Promise<void>;
  revokeByGrantId(id: string): Promise<void>;
}
const stores = (now?: () => number) => memoryStore(now) as (kind: string) => Store;

describe('the store of sign-ins', () => {
  it('forgets an entry at its time', async () => {
    let now = 1_000_000;
    const store = stores(() => now)('AuthorizationCode');
    await store.upsert('a', { grantId: 'g' }, 60);
    now += 59_000;
    expect(await store.find('a')).toEqual({ grantId: 'g' });
    now += 2000;
    expect(await store.find('a')).toBeUndefined();
  });

  it('finds by the code of a user and by the id of a session, within a kind', async () => {
    const kinds = stores();
    await kinds('DeviceCode').upsert('d', { userCode: 'ABCD' });
    await kinds('Session').upsert('s', { uid: 'u' });
    expect(await kinds('DeviceCode').findByUserCode('ABCD')).toEqual({ userCode: 'ABCD' });
    expect(await kinds('Session').findByUid('u')).toEqual({ uid: 'u' });
    expect(await kinds('Session').findByUserCode('ABCD')).toBeUndefined();
  });

  it('marks what was used, and removes what belongs to a grant', async () => {
    const kinds = stores();
    const tokens = kinds('RefreshToken');
    await tokens.upsert('t', { grantId: 'g' });
    await tokens.upsert('other', { grantId: 'h' });
    await tokens.consume('t');
    expect(await tokens.find('t')).toEqual({ grantId: 'g', consumed: expect.any(Number) });
    await tokens.revokeByGrantId('g');
    expect(await tokens.find('t')).toBeUndefined();
    await tokens.destroy('other');
    expect(await tokens.find('other')).toBeUndefined();
  });

  it('stays within its bound', async () => {
    const store = stores()('Interaction');
    for (let entry = 0; entry < 6000; entry++) await store.upsert(String(entry), { uid: String(entry) });
    expect(await store.find('0')).toBeUndefined();
    expect(await store.find('5999')).toEqual({ uid: '5999' });
  });
});
