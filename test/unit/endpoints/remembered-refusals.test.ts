import { beforeEach, describe, expect, it } from 'vitest';
import { later, minutes, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { Admission, Endpoint } from '#shared/endpoints/endpoint-leases.ts';
import { rememberingRefusals } from '#shared/endpoints/remembered-refusals.ts';

const now = new Date('2026-03-01T00:00:00.000Z');
const endpoint: Endpoint = { tenant: tenantId('3e64ebae-38b5-46a0-b1ed-9ccee153a0ae'), origin: 'https://shop.example' };
const lease = { endpoint, slot: 'slot0', until: 0 };

let admission: Admission;
let leases: ReturnType<typeof rememberingRefusals>;
beforeEach(() => {
  admission = { result: 'full' };
  leases = rememberingRefusals({ admit: async () => admission, release: async () => undefined });
});

describe('the refusals of this process', () => {
  it('are none before the first, and none after an admission', async () => {
    expect(leases.refusals.isAny(now)).toBe(false);
    admission = { result: 'admitted', lease };
    await leases.admit(endpoint, now);
    expect(leases.refusals.isAny(now)).toBe(false);
    expect(leases.refusals.of(endpoint, now)).toBeUndefined();
  });

  it('name a full endpoint for a quarter of a second', async () => {
    await leases.admit(endpoint, now);
    expect(leases.refusals.of(endpoint, later(now, 249))).toEqual({ result: 'full' });
    expect(leases.refusals.isAny(later(now, 249))).toBe(true);
    expect(leases.refusals.of(endpoint, later(now, 250))).toBeUndefined();
    expect(leases.refusals.isAny(later(now, 250))).toBe(false);
  });

  it('name a parked endpoint until its probe, but for five seconds at most', async () => {
    admission = { result: 'parked', until: later(now, seconds(3)) };
    await leases.admit(endpoint, now);
    expect(leases.refusals.of(endpoint, later(now, 2999))).toEqual(admission);
    expect(leases.refusals.of(endpoint, later(now, 3000))).toBeUndefined();
    admission = { result: 'parked', until: later(now, minutes(15)) };
    await leases.admit(endpoint, now);
    expect(leases.refusals.of(endpoint, later(now, 4999))).toEqual(admission);
    expect(leases.refusals.of(endpoint, later(now, 5000))).toBeUndefined();
  });

  it('are forgotten when a call of the endpoint ends, as one more is possible then', async () => {
    await leases.admit(endpoint, now);
    await leases.release(lease, true, now);
    expect(leases.refusals.of(endpoint, now)).toBeUndefined();
  });

  it('say nothing of other endpoints or other tenants', async () => {
    await leases.admit(endpoint, now);
    expect(leases.refusals.of({ ...endpoint, origin: 'https://shop.example:8443' }, now)).toBeUndefined();
    expect(leases.refusals.of({ ...endpoint, tenant: tenantId('5577cf46-4f78-45fa-b55f-a42a3bdba868') }, now)).toBeUndefined();
  });
});
