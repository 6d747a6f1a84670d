import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later, minutes, seconds } from '#shared/core/clock.ts';
import { type Endpoint, type EndpointLease, type EndpointLeases, endpointOf } from '#shared/endpoints/endpoint-leases.ts';
import { deliveryCalls, fetchCalls } from '#shared/endpoints/endpoint-pools.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { aTenant } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let leases: EndpointLeases;
let endpoint: Endpoint;
let now: Date;

beforeAll(async () => {
  dynamo = await startDynamo();
  leases = dynamoEndpointLeases(dynamo.table, Math.random, deliveryCalls);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  endpoint = { tenant: aTenant(), origin: 'https://shop.example' };
  now = new Date('2026-03-01T00:00:00.000Z');
});

async function admitted(one = endpoint): Promise<EndpointLease> {
  const admission = await leases.admit(one, now);
  return admission.result === 'admitted' ? admission.lease : expect.fail(`not admitted: ${admission.result}`);
}

/** Takes every lease that there is. */
async function fill(): Promise<EndpointLease[]> {
  const all: EndpointLease[] = [];
  for (let admission = await leases.admit(endpoint, now); admission.result === 'admitted'; admission = await leases.admit(endpoint, now))
    all.push(admission.lease);
  return all;
}

/** Five calls without an answer. */
async function fallSilent(): Promise<void> {
  for (let call = 0; call < 5; call++) await leases.release(await admitted(), false, now);
}

describe('an endpoint', () => {
  it('is called ten times at once, and no more', async () => {
    const taken = await fill();
    expect(taken).toHaveLength(10);
    expect(new Set(taken.map(({ slot }) => slot)).size).toBe(10);
    expect(await leases.admit(endpoint, now)).toEqual({ result: 'full' });
  });

  it('is called again once one of the calls has ended', async () => {
    const [one] = await fill();
    if (one) await leases.release(one, true, now);
    expect((await admitted()).slot).toBe(one?.slot);
  });

  it('loses nothing for longer than a minute when a worker crashes', async () => {
    await fill();
    now = later(now, minutes(1));
    expect(await fill()).toHaveLength(10);
  });

  it('keeps the lease of the next worker when one comes back too late', async () => {
    const late = await fill();
    now = later(now, minutes(1));
    await fill();
    for (const lease of late) await leases.release(lease, true, now);
    expect(await leases.admit(endpoint, now)).toEqual({ result: 'full' });
  });

  it.each([
    ['another host', { origin: 'https://other.example' }],
    ['another port', { origin: 'https://shop.example:8443' }],
    ['the same host for another tenant', { tenant: aTenant() }],
  ])('takes nothing from %s', async (_, other) => {
    await fill();
    await admitted({ ...endpoint, ...other });
    now = later(now, minutes(1));
    await fallSilent();
    await admitted({ ...endpoint, ...other });
  });
});

describe('fetches of an endpoint', () => {
  it('have leases of their own, which last for longer than a fetch', async () => {
    await fill();
    const fetches = dynamoEndpointLeases(dynamo.table, Math.random, fetchCalls);
    const fetched = [];
    for (let call = 0; call < 11; call++) fetched.push((await fetches.admit(endpoint, now)).result);
    expect(fetched).toEqual([...Array(10).fill('admitted'), 'full']);
    expect((await fetches.admit(endpoint, later(now, seconds(150)))).result).toBe('full');
    expect((await fetches.admit(endpoint, later(now, minutes(3)))).result).toBe('admitted');
  });

  it('that get no answer do not stop deliveries to it', async () => {
    const fetches = dynamoEndpointLeases(dynamo.table, Math.random, fetchCalls);
    for (let call = 0; call < 5; call++) {
      const admission = await fetches.admit(endpoint, now);
      if (admission.result === 'admitted') await fetches.release(admission.lease, false, now);
    }
    await fetches.admit(endpoint, now);
    expect((await fetches.admit(endpoint, now)).result).toBe('parked');
    expect(await fill()).toHaveLength(10);
  });
});

describe('an endpoint that gives no answer five times in a row', () => {
  it('is called by one probe, while the others wait', async () => {
    await fallSilent();
    const probe = await admitted();
    expect(await leases.admit(endpoint, now)).toEqual({ result: 'parked', until: later(now, minutes(1)) });
    await leases.release(probe, true, now);
    expect(await fill()).toHaveLength(10);
  });

  it('is left alone for longer after each failed probe, up to a quarter of an hour', async () => {
    await fallSilent();
    const pauses: number[] = [];
    for (let probes = 0; probes < 8; probes++) {
      await leases.release(await admitted(), false, now);
      const admission = await leases.admit(endpoint, now);
      const until = admission.result === 'parked' ? admission.until : expect.fail('it is called at once');
      pauses.push((until.getTime() - now.getTime()) / 1000);
      now = until;
    }
    expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
  });

  it('is probed again when a probe crashed', async () => {
    await fallSilent();
    await admitted();
    now = later(now, minutes(1));
    await leases.release(await admitted(), true, now);
    expect(await fill()).toHaveLength(10);
  });

  it('is not one that answers in between, whatever the answer is', async () => {
    for (let call = 0; call < 20; call++) await leases.release(await admitted(), call % 5 === 4, later(now, seconds(call)));
    expect(await fill()).toHaveLength(10);
  });
});

describe('the endpoint of a URL', () => {
  it.each([
    ['https://Shop.example/a?b', 'https://shop.example'],
    ['https://shop.example:443/', 'https://shop.example'],
    ['https://shop.example:8443/c', 'https://shop.example:8443'],
    ['kyma-project.io', 'https://kyma-project.io'],
    ['http://', undefined],
    ['', undefined],
  ])('of %s is %s', (url, origin) => {
    expect(endpointOf(endpoint.tenant, url)?.origin).toBe(origin);
  });
});
