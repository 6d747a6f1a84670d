import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { later, minutes, seconds } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ProbePace, probeDueApplications } from '#shared/health-checks/probe-due-applications.ts';
import type { GuardedAnswer } from '#shared/http/guarded-call.ts';
import { type GuardedHttp, guardedHttp } from '#shared/http/guarded-http.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let endpoint: WebhookEndpoint;
let tenant: TenantId;
let alice: Caller;
/** Registrations happen in real time; probes at a time of our own, from a moment ahead of it. */
let now: Date;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  endpoint = await startWebhookEndpoint();
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  now = later(new Date(), seconds(1));
});
afterEach(async () => {
  for (const { id } of (await alice.do('{ a: applications { data { id } } }')).a.data)
    await alice.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
  await endpoint.stop();
});

const healthy: GuardedAnswer = { status: 200, header: () => undefined, body: Buffer.alloc(0), truncated: false };
const pace: ProbePace = { interval: minutes(5), concurrency: 8, runFor: seconds(45) };
const run = ({
  http = guardedHttp({ allowLoopback: true }),
  ...rest
}: {
  http?: GuardedHttp;
  pace?: ProbePace;
  healthChecks?: DirectorWorld['deps']['healthChecks'];
} = {}) => {
  // Registrations may have taken longer than the moment that the time of probes is ahead.
  now = new Date(Math.max(now.getTime(), later(new Date(), seconds(1)).getTime()));
  return probeDueApplications({ healthChecks: world.deps.healthChecks, http, clock: () => now, random: () => 0.5, pace, ...rest });
};

const register = async (name: string, url = `${endpoint.url}/${name}`): Promise<string> =>
  (await alice.do(`mutation { r: registerApplication(in: { name: "${name}", healthCheckURL: "${url}" }) { id } }`)).r.id;
const fields = '{ data { type condition origin message timestamp } totalCount pageInfo { hasNextPage endCursor } }';
const checks = async (args = '', caller = alice) => (await caller.do(`{ c: healthChecks${args} ${fields} }`)).c;
const update = (id: string, url: string) =>
  alice.do(`mutation { updateApplication(id: "${id}", in: { healthCheckURL: "${url}" }) { healthCheckURL } }`);

describe('an Application with a healthCheckURL', () => {
  it('is listed with how its last probe ended, from the first probe on', async () => {
    const id = await register('shop');
    expect(await checks()).toMatchObject({ data: [], totalCount: 0 });
    expect(await run()).toEqual({ succeeded: 1, failed: 0, skipped: 0 });
    const result = {
      type: 'MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK',
      condition: 'SUCCEEDED',
      origin: id,
      message: null,
      timestamp: now.toISOString(),
    };
    expect(await checks()).toMatchObject({ data: [result], totalCount: 1 });
    expect(endpoint.received).toMatchObject([{ method: 'GET', path: '/shop', body: '' }]);
  });

  it('is probed again when its interval is over, and not before', async () => {
    await register('shop');
    await run();
    now = later(now, minutes(5) - 1);
    expect(await run()).toEqual({ succeeded: 0, failed: 0, skipped: 0 });
    now = later(now, 2);
    endpoint.answers(503);
    expect(await run()).toEqual({ succeeded: 0, failed: 1, skipped: 0 });
    expect((await checks()).data).toMatchObject([
      { condition: 'FAILED', message: 'the endpoint answered 503', timestamp: now.toISOString() },
    ]);
  });

  it('is probed once by runs that overlap', async () => {
    await register('shop');
    const counts = await Promise.all(Array.from({ length: 16 }, () => run()));
    expect(counts.reduce((sum, { succeeded }) => sum + succeeded, 0)).toBe(1);
    expect(endpoint.received).toHaveLength(1);
  });

  it('is not watched any more once it is gone', async () => {
    const id = await register('shop');
    await run();
    await alice.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
    now = later(now, minutes(10));
    expect(await run()).toEqual({ succeeded: 0, failed: 0, skipped: 0 });
    expect((await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(id)).map(({ type }) => type)).toEqual(['Sweep']);
    expect(await checks()).toMatchObject({ data: [], totalCount: 0 });
  });

  it('is not watched any more when its URL is taken away, and anew when it gets one', async () => {
    const id = await register('shop');
    await run();
    expect((await update(id, '')).updateApplication.healthCheckURL).toBeNull();
    now = later(now, minutes(10));
    expect(await run()).toEqual({ succeeded: 0, failed: 0, skipped: 0 });
    expect(await checks(`(origin: "${id}")`)).toMatchObject({ data: [] });
    await update(id, `${endpoint.url}/again`);
    await run();
    expect(endpoint.received.map(({ path }) => path)).toEqual(['/shop', '/again']);
  });

  it('keeps its result through changes of something else', async () => {
    const id = await register('shop');
    await run();
    await alice.do(`mutation { updateApplication(id: "${id}", in: { description: "x" }) { id } }`);
    expect(await checks()).toMatchObject({ totalCount: 1 });
  });
});

describe('a probe', () => {
  it.each([
    [302, 'the endpoint answered 302'],
    [404, 'the endpoint answered 404'],
  ])('that is answered %i has failed', async (status, message) => {
    endpoint.answers({ status, headers: { location: `${endpoint.url}/elsewhere` } });
    await register('shop');
    await run();
    expect((await checks()).data).toMatchObject([{ condition: 'FAILED', message }]);
    expect(endpoint.received).toHaveLength(1);
  });

  it('does not reach addresses inside', async () => {
    await register('shop');
    await run({ http: guardedHttp({ allowLoopback: false }) });
    expect((await checks()).data).toMatchObject([{ condition: 'FAILED', message: expect.stringContaining('https') }]);
    expect(endpoint.received).toEqual([]);
  });

  it('whose URL changed meanwhile counts for nothing', async () => {
    const id = await register('shop');
    const changing: GuardedHttp = async () => {
      await update(id, `${endpoint.url}/new`);
      return healthy;
    };
    expect(await run({ http: changing })).toEqual({ succeeded: 0, failed: 0, skipped: 1 });
    expect(await checks()).toMatchObject({ data: [] });
    await run();
    expect(endpoint.received.map(({ path }) => path)).toEqual(['/new']);
  });

  it('whose result cannot be stored costs one turn, and no other Application', async () => {
    const [unlucky] = await Promise.all([register('unlucky'), register('shop')]);
    const { healthChecks } = world.deps;
    const failing = {
      ...healthChecks,
      record: (turn, result) =>
        turn.check.applicationId === unlucky ? Promise.reject(new Error('no table')) : healthChecks.record(turn, result),
    } satisfies typeof healthChecks;
    await expect(run({ healthChecks: failing })).rejects.toThrow('no table');
    expect((await checks()).data).toMatchObject([{ condition: 'SUCCEEDED' }]);
    now = later(now, minutes(5) + 1);
    await run();
    expect((await checks()).totalCount).toBe(2);
  });
});

describe('a run', () => {
  const slow = () => {
    const seen = { most: 0, atWork: 0 };
    const http: GuardedHttp = async () => {
      seen.atWork += 1;
      seen.most = Math.max(seen.most, seen.atWork);
      await new Promise((resolve) => setImmediate(resolve));
      seen.atWork -= 1;
      return healthy;
    };
    return { seen, http };
  };

  it('probes all that are due, of every tenant, a few at a time', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => register(`app-${index}`)));
    const bob = world.as(aUser(aTenant()));
    const { r } = await bob.do('mutation { r: registerApplication(in: { name: "x", healthCheckURL: "https://example.com" }) { id } }');
    const { seen, http } = slow();
    expect(await run({ http, pace: { ...pace, concurrency: 4 } })).toEqual({ succeeded: 41, failed: 0, skipped: 0 });
    expect(seen.most).toBeLessThanOrEqual(4);
    await bob.do(`mutation { unregisterApplication(id: "${r.id}") { id } }`);
  });

  it('leaves the rest to the next one when its time is over', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => register(`app-${index}`)));
    const { http } = slow();
    const start = now;
    const hasty: GuardedHttp = (request) => {
      now = later(now, seconds(20));
      return http(request);
    };
    const { succeeded } = await run({ http: hasty, pace: { ...pace, concurrency: 1 } });
    expect(succeeded).toBe(3);
    now = start;
    expect((await run({ http })).succeeded).toBe(9);
  });
});

describe('an endpoint that hangs', () => {
  /** Answers nothing on some hosts, in no time. */
  const hangingAt = (host: string) => {
    const called: string[] = [];
    let [atWork, most] = [0, 0];
    const http: GuardedHttp = async ({ url }) => {
      const { hostname } = new URL(url);
      called.push(hostname);
      if (hostname !== host) return healthy;
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
      throw new AppError('TargetUnreachable', 'no byte');
    };
    return { http, called, most: () => most };
  };

  it('gets five probes at once at most, and no further one in a run when it was silent for five', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, index) => register(`app-${index}`, `https://silent.example/${index}`)));
    const { http, called, most } = hangingAt('silent.example');
    expect(await run({ http })).toEqual({ succeeded: 0, failed: 30, skipped: 0 });
    expect(most()).toBeLessThanOrEqual(5);
    expect(called.length).toBeLessThan(10);
    const { data } = await checks('(first: 50)');
    expect(new Set(data.map(({ message }: { message: string }) => message))).toEqual(new Set(['no byte', 'the endpoint does not answer']));
  });

  it('leaves workers for the others, which are probed meanwhile', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => register(`app-${index}`, `https://silent.example/${index}`)));
    await register('shop', 'https://healthy.example/');
    const released = Promise.withResolvers<void>();
    const called: string[] = [];
    const http: GuardedHttp = async ({ url }) => {
      const { hostname } = new URL(url);
      called.push(hostname);
      if (hostname === 'healthy.example') {
        released.resolve();
        return healthy;
      }
      // Hangs until the healthy one was probed.
      await released.promise;
      throw new AppError('TargetUnreachable', 'no byte');
    };
    expect(await run({ http })).toEqual({ succeeded: 1, failed: 20, skipped: 0 });
    expect(called.filter((host) => host === 'healthy.example')).toHaveLength(1);
  });

  it('has checks that waited for it in vain due in the next run', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, index) => register(`app-${index}`, `https://slow.example/${index}`)));
    const start = now;
    const allClaimed = Promise.withResolvers<void>();
    let claimed = 0;
    const healthChecks: DirectorWorld['deps']['healthChecks'] = {
      ...world.deps.healthChecks,
      claim: async (...due) => {
        const turn = await world.deps.healthChecks.claim(...due);
        if (++claimed === 8) allClaimed.resolve();
        return turn;
      },
    };
    // The first probes end after the others wait in line.
    const http: GuardedHttp = async () => {
      await allClaimed.promise;
      await new Promise((resolve) => setImmediate(resolve));
      now = later(now, seconds(10));
      return healthy;
    };
    const first = await run({ http, healthChecks });
    expect(first.succeeded).toBeLessThan(8);
    expect(first.succeeded + first.skipped).toBe(8);
    now = later(start, seconds(60));
    expect((await run({ http: async () => healthy })).succeeded).toBe(8 - first.succeeded);
  });
});

describe('the query', () => {
  it('pages through the results in the order of registration, and finds one by its origin', async () => {
    const ids = [await register('a'), await register('b'), await register('c')];
    await run();
    const first = await checks('(first: 2)');
    expect(first).toMatchObject({ data: [{ origin: ids[0] }, { origin: ids[1] }], totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await checks(`(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect(rest).toMatchObject({ data: [{ origin: ids[2] }], pageInfo: { hasNextPage: false } });
    const byType = '(types: [MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK])';
    expect((await checks(byType)).totalCount).toBe(3);
    expect(await checks('(types: [])')).toMatchObject({ data: [], totalCount: 0 });
    expect(await checks(`(origin: "${ids[1]}")`)).toMatchObject({ data: [{ origin: ids[1] }], totalCount: 1 });
  });

  it('shows nothing of another tenant', async () => {
    const id = await register('shop');
    await run();
    const mallory = world.as(aUser(aTenant()));
    for (const args of ['', `(origin: "${id}")`]) expect(await checks(args, mallory)).toMatchObject({ data: [], totalCount: 0 });
  });
});
