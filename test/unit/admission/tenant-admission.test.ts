import { describe, expect, it } from 'vitest';
import { periodSeconds, tenantAdmission } from '#shared/admission/tenant-admission.ts';
import { later, seconds } from '#shared/core/clock.ts';
import { type TenantId, tenantId } from '#shared/core/tenant-id.ts';

const [flooding, quiet] = [tenantId('flooding'), tenantId('quiet')];
const begin = new Date('2026-01-01T00:00:00Z');
const perSecond = 10;
const perPeriod = perSecond * periodSeconds;

/** Instances that share a sum, and a clock that the test moves. */
function someInstances(count: number) {
  const sums = new Map<string, number>();
  const warnings: string[] = [];
  const state = { now: begin, away: false, calls: 0 };
  const instances = Array.from({ length: count }, () =>
    tenantAdmission({
      clock: () => state.now,
      log: { warn: (message) => void warnings.push(message) },
      maxRequestsPerSecond: perSecond,
      counts: {
        add: async (tenant, since, requests) => {
          state.calls += 1;
          if (state.away) throw new Error('the table is away');
          const key = `${tenant} ${since.toISOString()}`;
          const sum = (sums.get(key) ?? 0) + requests;
          sums.set(key, sum);
          return sum;
        },
      },
    }),
  );
  /** Sends requests round robin; returns how many were admitted. */
  const send = async (tenant: TenantId, requests: number): Promise<number> => {
    let admitted = 0;
    for (let sent = 0; sent < requests; sent += 1) {
      const outcome = await instances[sent % count]?.(tenant).then(
        () => 1,
        () => 0,
      );
      admitted += outcome ?? 0;
    }
    return admitted;
  };
  return { instances, send, state, warnings };
}

describe('the admission of tenants', () => {
  it('admits what a period has room for in one instance, and no more', async () => {
    const { send } = someInstances(1);
    expect(await send(flooding, 2 * perPeriod)).toBe(perPeriod);
  });

  it('admits little more in many instances, which tell each other of their requests', async () => {
    const { send } = someInstances(20);
    const admitted = await send(flooding, 10 * perPeriod);
    expect(admitted).toBeGreaterThanOrEqual(perPeriod);
    // Each of them has up to ten requests that the others do not know of.
    expect(admitted).toBeLessThanOrEqual(perPeriod + 20 * 10);
  });

  it('serves one tenant while it refuses another', async () => {
    const { send } = someInstances(3);
    await send(flooding, 5 * perPeriod);
    expect(await send(flooding, 30)).toBe(0);
    expect(await send(quiet, 30)).toBe(30);
  });

  it('says when to come again: at the begin of the next period, in which it admits again', async () => {
    const { instances, send, state } = someInstances(1);
    state.now = later(begin, seconds(12));
    await send(flooding, 2 * perPeriod);
    await expect(instances[0]?.(flooding)).rejects.toMatchObject({
      code: 'TooManyRequests',
      details: { retryAfterSeconds: periodSeconds - 12 },
    });
    state.now = later(begin, seconds(periodSeconds));
    expect(await send(flooding, 5)).toBe(5);
  });

  it('makes no call for a tenant with few requests, and none any more for one that is refused', async () => {
    const { send, state } = someInstances(1);
    await send(quiet, 9);
    expect(state.calls).toBe(0);
    await send(flooding, perPeriod);
    const { calls } = state;
    await send(flooding, 3 * perPeriod);
    expect(state.calls).toBe(calls);
  });

  it('admits what it cannot count', async () => {
    const { send, state, warnings } = someInstances(1);
    state.away = true;
    expect(await send(flooding, 3 * perPeriod)).toBe(3 * perPeriod);
    expect(new Set(warnings)).toEqual(new Set(['requests not counted']));
  });
});
