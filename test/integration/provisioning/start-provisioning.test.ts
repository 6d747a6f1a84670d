import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isUuid } from '#shared/core/ids.ts';
import type { Operation } from '#shared/provisioning/operation.ts';
import { startDeprovisioning } from '#shared/provisioning/start-deprovisioning.ts';
import { startProvisioning } from '#shared/provisioning/start-provisioning.ts';
import { timeLimits } from '#shared/provisioning/time-limits.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anAdministrator, provisioningWorld, runWorkflow, type World } from '#test/support/provisioning-world.ts';

let dynamo: Dynamo;
let world: World;
let actor: ReturnType<typeof anAdministrator>;
const config = { runtimeInput: { name: 'berlin' } };

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  world = provisioningWorld(dynamo);
  actor = anAdministrator();
});

const provision = (key?: string, given: unknown = config) => startProvisioning(given, actor, key, world);
const deprovision = (runtimeId: string, key?: string) => startDeprovisioning(runtimeId, actor, key, world);
const stored = ({ id }: Pick<Operation, 'id'>) => world.operations.find(actor.tenant, id);
const lockOf = (operation: Operation) => world.operations.findProvisioning(actor.tenant, operation.runtimeId);
const inputOf = ({ id, runtimeId }: Operation) => ({ tenant: actor.tenant, operationId: id, runtimeId });
const busy = (id: string) => `cannot start new operation for ${id} Runtime while previous one is in progress`;

describe('starting a provisioning', () => {
  it('stores the operation with its lock and starts one workflow with nothing but ids', async () => {
    const operation = await provision();

    expect(operation).toMatchObject({ operation: 'Provision', state: 'Pending', driver: 'fake', message: 'Provisioning started' });
    expect([operation.id, operation.runtimeId].every(isUuid)).toBe(true);
    expect(await stored(operation)).toEqual(operation);
    expect(await lockOf(operation)).toMatchObject({ activeOperationId: operation.id, lastOperationId: operation.id });
    expect(world.started).toEqual([{ operation: 'Provision', input: inputOf(operation) }]);
  });

  it('answers the same operation under the same idempotency key, also when both come at once', async () => {
    const [first, second] = await Promise.all([provision('key-1'), provision('key-1')]);
    const third = await provision('key-1');

    expect([second, third]).toEqual([first, first]);
    expect(new Set(world.started.map(({ input }) => input.operationId)).size).toBe(1);
  });

  it('does not start the workflow again once it has begun the operation', async () => {
    const operation = await provision('key-1');
    await runWorkflow('provision', inputOf(operation), world);
    const startedBefore = world.started.length;

    expect((await provision('key-1')).id).toBe(operation.id);
    expect(world.started).toHaveLength(startedBefore);
  });

  it('takes the same key of another tenant for another operation', async () => {
    const mine = await provision('key-1');
    actor = anAdministrator();

    expect((await provision('key-1')).id).not.toBe(mine.id);
  });

  it('refuses a key that was used with another request', async () => {
    await provision('key-1');

    await expect(provision('key-1', { runtimeInput: { name: 'paris' } })).rejects.toMatchObject({ code: 'InvalidData' });
  });

  it('starts the workflow of an operation that a crash left without one when the request is repeated', async () => {
    const crashed = Promise.withResolvers<void>();
    const startWorkflow = () => {
      crashed.resolve();
      return new Promise<never>(() => undefined);
    };
    void startProvisioning(config, actor, 'key-1', { ...world, startWorkflow });
    await crashed.promise;

    const operation = await provision('key-1');

    expect(world.started).toEqual([{ operation: 'Provision', input: inputOf(operation) }]);
  });

  it('fails the operation and frees the Runtime when the workflow cannot be started', async () => {
    const seen: Operation[] = [];
    const broken = {
      ...world,
      startWorkflow: async (_: unknown, input: { operationId: string }) => {
        const operation = await world.operations.find(actor.tenant, input.operationId);
        if (operation) seen.push(operation);
        throw new Error('AccessDenied');
      },
    };
    await expect(startProvisioning(config, actor, undefined, broken)).rejects.toThrow('AccessDenied');

    const [operation] = seen as [Operation];
    expect(await stored(operation)).toMatchObject({ state: 'Failed', lastError: { step: 'StartExecution' } });
    expect(await lockOf(operation)).not.toHaveProperty('activeOperationId');
  });

  it('answers the operation when the start seemed to fail but the workflow has begun', async () => {
    const ambiguous = {
      ...world,
      startWorkflow: async (_: unknown, input: { operationId: string }) => {
        const operation = await world.operations.find(actor.tenant, input.operationId);
        if (operation?.state !== 'Pending') throw new Error('unexpected');
        const begun = { ...operation, state: 'InProgress' as const, startedAt: operation.createdAt, version: 2 };
        await world.operations.replace(begun, operation.version);
        throw new Error('timeout');
      },
    };
    expect(await startProvisioning(config, actor, undefined, ambiguous)).toMatchObject({ state: 'InProgress' });
  });

  it('requires the scope runtime:write', async () => {
    actor = { ...actor, scopes: new Set(['runtime:read']) };

    await expect(provision()).rejects.toMatchObject({ code: 'InsufficientScopes' });
  });
});

describe('starting a deprovisioning', () => {
  it('is refused while another operation works on the Runtime', async () => {
    const { runtimeId } = await provision();

    await expect(deprovision(runtimeId)).rejects.toMatchObject({ code: 'ConcurrentOperation', message: busy(runtimeId) });
  });

  it('starts exactly one of many that come at once', async () => {
    const operation = await provision();
    await runWorkflow('provision', inputOf(operation), world);
    const attempts = await Promise.allSettled(Array.from({ length: 16 }, () => deprovision(operation.runtimeId)));

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason.message] : []));
    expect(new Set(refusals)).toEqual(new Set([busy(operation.runtimeId)]));
  });

  it('answers the same operation under the same idempotency key', async () => {
    const operation = await provision();
    await runWorkflow('provision', inputOf(operation), world);
    const first = await deprovision(operation.runtimeId, 'key-2');

    expect(await deprovision(operation.runtimeId, 'key-2')).toEqual(first);
  });

  it('is possible after the lease of a workflow that died has ended; its operation has failed then', async () => {
    const operation = await provision();
    world.pass(timeLimits.workflow + 1);
    const next = await deprovision(operation.runtimeId);

    expect(await stored(operation)).toMatchObject({ state: 'Failed', lastError: { message: 'the workflow ended without a result' } });
    expect(await lockOf(operation)).toMatchObject({ activeOperationId: next.id });
  });

  it('answers NotFound for a Runtime that was not provisioned, that is gone, or that is of another tenant', async () => {
    const operation = await provision();
    const notFound = { code: 'NotFound' };
    await runWorkflow('provision', inputOf(operation), world);
    const mine = actor;
    actor = anAdministrator();
    await expect(deprovision(operation.runtimeId)).rejects.toMatchObject(notFound);
    actor = mine;
    await runWorkflow('deprovision', inputOf(await deprovision(operation.runtimeId)), world);

    await expect(deprovision(operation.runtimeId)).rejects.toMatchObject(notFound);
    await expect(deprovision('018f2f6e-0000-7000-8000-000000000000')).rejects.toMatchObject(notFound);
  });
});
