import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { later, minutes, seconds } from '#shared/core/clock.ts';
import { tokenVerification } from '#shared/lambda/token-verification.ts';
import { startIssuer, type TestIssuer } from '#test/support/client-issuer.ts';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());
afterEach(() => vi.restoreAllMocks());

let now: Date;
let verify: ReturnType<typeof tokenVerification>;
beforeEach(() => {
  now = new Date();
  verify = tokenVerification(issuer.issuer, () => now);
});

const tokenFor = (sub: string, exp = Math.floor(Date.now() / 1000) + 3600) => issuer.accessToken(sub, 'scope', { exp });
const verifications = () => vi.spyOn(crypto.subtle, 'verify');

describe('a verified token', () => {
  it('is remembered for a minute, by itself', async () => {
    const verified = verifications();
    const [ann, bob] = [await tokenFor('ann'), await tokenFor('bob')];
    expect(await verify(ann)).toMatchObject({ sub: 'ann' });
    now = later(now, minutes(1) - 1);
    expect(await verify(ann)).toMatchObject({ sub: 'ann' });
    expect(verified).toHaveBeenCalledTimes(1);
    expect(await verify(bob)).toMatchObject({ sub: 'bob' });
    expect(verified).toHaveBeenCalledTimes(2);
    now = later(now, 1);
    expect(await verify(ann)).toMatchObject({ sub: 'ann' });
    expect(verified).toHaveBeenCalledTimes(3);
  });

  it('is refused from the second in which it expires', async () => {
    const token = await tokenFor('ann', Math.floor(now.getTime() / 1000) + 30);
    await verify(token);
    now = later(now, seconds(29) - now.getMilliseconds());
    await verify(token);
    now = later(now, seconds(1));
    await expect(verify(token)).rejects.toMatchObject({ code: 'Unauthorized' });
  });

  it('is verified again when the clock was set back', async () => {
    const verified = verifications();
    const token = await tokenFor('ann');
    await verify(token);
    now = later(now, -1);
    await verify(token);
    expect(verified).toHaveBeenCalledTimes(2);
  });

  it('says nothing for one with the same content and another signature', async () => {
    const token = await tokenFor('ann');
    await verify(token);
    const forged = `${token.slice(0, -4)}${token.endsWith('AAAA') ? 'BBBB' : 'AAAA'}`;
    await expect(verify(forged)).rejects.toMatchObject({ code: 'Unauthorized' });
    await expect(verify(forged)).rejects.toMatchObject({ code: 'Unauthorized' });
  });
});
