import { describe, expect, it } from 'vitest';
import { later, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { fail, newOperation, type Operation, succeed } from '#shared/provisioning/operation.ts';
import { runtimeStatus } from '#shared/provisioning/provisioning-status.ts';
import { newProvisioning } from '#shared/provisioning/runtime-provisioning.ts';
import type { Runtime, RuntimeCondition } from '#shared/runtimes/runtime.ts';

const now = new Date('2030-01-01T01:00:00.000Z');
const actor = { kind: 'user', id: 'u', tenant: tenantId('t1'), scopes: new Set(['runtime:read']) } as const;
const pending = newOperation(
  {
    tenant: actor.tenant,
    id: 'o1',
    operation: 'Provision',
    runtimeId: 'r1',
    driver: 'fake',
    parameters: {},
    limits: { infrastructureSeconds: 1, agentSeconds: 2 },
    requestDigest: 'd',
    changedBy: 'user/u',
  },
  now,
);
const ended = succeed(pending, now);

async function connection(condition: RuntimeCondition | undefined, secondsSinceSeen?: number, operation: Operation = ended) {
  const status = await runtimeStatus('r1', actor, {
    operations: { find: async () => operation, findProvisioning: async () => newProvisioning(operation, now) },
    registry: {
      find: async () => condition && ({ status: { condition } } as Runtime),
      lastSeenAt: async () => (secondsSinceSeen === undefined ? undefined : later(now, -seconds(secondsSinceSeen)).toISOString()),
    },
    pollSeconds: 60,
    clock: () => now,
  });
  return status.connection;
}

describe('the connection of a Runtime', () => {
  it('is pending until its Agent has connected', async () => {
    expect(await connection('PROVISIONING')).toBe('Pending');
    expect(await connection(undefined, undefined, pending)).toBe('Pending');
    expect(await connection(undefined, undefined, fail(pending, { step: 's', code: 'c', message: 'm' }, now))).toBe('Pending');
  });

  it('stands while its Agent misses fewer than three polls', async () => {
    expect(await connection('CONNECTED')).toBe('Connected');
    // The contact that was noted last may be 2.4 polls older than the last one.
    expect(await connection('CONNECTED', 323)).toBe('Connected');
  });

  it('is lost when its Agent missed three polls, or when the Runtime left the registry', async () => {
    expect(await connection('CONNECTED', 324)).toBe('Disconnected');
    expect(await connection(undefined, undefined, ended)).toBe('Disconnected');
  });
});

describe('the status of a Runtime without a provisioning', () => {
  const statusOf = (runtime?: Runtime) =>
    runtimeStatus('r1', actor, {
      operations: { find: async () => undefined, findProvisioning: async () => undefined },
      registry: { find: async () => runtime, lastSeenAt: async () => now.toISOString() },
      pollSeconds: 60,
      clock: () => now,
    });

  it('is its connection alone if it is registered', async () => {
    expect(await statusOf({ status: { condition: 'CONNECTED' } } as Runtime)).toEqual({ connection: 'Connected' });
  });

  it('does not exist if it is not registered either', async () => {
    await expect(statusOf()).rejects.toMatchObject({ code: 'NotFound' });
  });
});
