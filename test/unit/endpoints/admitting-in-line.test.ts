import { describe, expect, it } from 'vitest';
import { admittingInLine } from '#shared/endpoints/admitting-in-line.ts';
import type { Admission, Endpoint } from '#shared/endpoints/endpoint-leases.ts';
import { aTenant } from '#test/support/director-world.ts';

const tenant = aTenant();
const now = new Date('2026-03-01T00:00:00.000Z');
const shop: Endpoint = { tenant, origin: 'https://shop.example' };

/** Leases of an endpoint with so many free slots, and how many callers asked at once at most. */
function leases(free: number) {
  let [asked, asking, atOnce, left] = [0, 0, 0, free];
  const admit = async (endpoint: Endpoint): Promise<Admission> => {
    asked += 1;
    asking += 1;
    atOnce = Math.max(atOnce, asking);
    await Promise.resolve();
    asking -= 1;
    left -= 1;
    return left < 0 ? { result: 'full' } : { result: 'admitted', lease: { endpoint, slot: `slot${left}`, until: 1 } };
  };
  return { admit: admittingInLine(admit), asked: () => asked, atOnce: () => atOnce };
}

const results = async (admissions: readonly Promise<Admission>[]): Promise<string[]> =>
  (await Promise.all(admissions)).map(({ result }) => result);

describe('callers of one endpoint', () => {
  it('are admitted as long as there are slots, and the first refusal is that of all behind it', async () => {
    const { admit, asked, atOnce } = leases(3);
    const admissions = Array.from({ length: 10 }, () => admit(shop, now));
    expect(await results(admissions)).toEqual([...Array(3).fill('admitted'), ...Array(7).fill('full')]);
    expect([asked(), atOnce()]).toEqual([4, 1]);
  });

  it('ask anew once those before have their answer', async () => {
    const { admit, asked } = leases(0);
    expect(await results([admit(shop, now)])).toEqual(['full']);
    expect(await results([admit(shop, now)])).toEqual(['full']);
    expect(asked()).toBe(2);
  });

  it('do not wait for those of another endpoint or tenant', async () => {
    const { admit, asked } = leases(0);
    await results([admit(shop, now), admit({ ...shop, origin: 'https://other.example' }, now), admit({ ...shop, tenant: aTenant() }, now)]);
    expect(asked()).toBe(3);
  });

  it('ask themselves where the one before got no answer', async () => {
    let calls = 0;
    const admit = admittingInLine(async () => {
      calls += 1;
      if (calls === 1) throw new Error('no answer');
      return { result: 'full' };
    });
    const [first, second] = [admit(shop, now), admit(shop, now)];
    await expect(first).rejects.toThrow('no answer');
    expect(await second).toEqual({ result: 'full' });
  });
});
