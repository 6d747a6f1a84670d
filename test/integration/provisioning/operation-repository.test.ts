import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import { begin, newOperation, type PendingOperation, succeed } from '#shared/provisioning/operation.ts';
import type { OperationRepository } from '#shared/provisioning/operation-repository.ts';
import { type Locking, lock, newProvisioning, type RuntimeProvisioning, release } from '#shared/provisioning/runtime-provisioning.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let operations: OperationRepository;
const now = new Date('2030-01-01T00:00:00.000Z');

beforeAll(async () => {
  dynamo = await startDynamo();
  operations = dynamoOperations(dynamo.table);
});
afterAll(() => dynamo.stop());

const anOperation = (changes: Partial<PendingOperation> = {}): PendingOperation => ({
  ...newOperation(
    {
      tenant: tenantId(randomUUID()),
      id: randomUUID(),
      operation: 'Provision',
      runtimeId: randomUUID(),
      driver: 'fake',
      parameters: { nested: { list: [1, null, 'two'] } },
      limits: { infrastructureSeconds: 1, agentSeconds: 2 },
      registration: { name: 'r', labels: { any: [true] }, formations: ['f'] },
      requestDigest: 'd',
      changedBy: 'user/u',
    },
    now,
  ),
  ...changes,
});

const firstOf = (locked: RuntimeProvisioning): Locking => ({ locked, forgotten: [] });

describe('the operation repository', () => {
  it('gives back what was stored', async () => {
    const operation = anOperation();
    const provisioning = newProvisioning(operation, now);
    await operations.start(operation, firstOf(provisioning));

    expect(await operations.find(operation.tenant, operation.id)).toEqual(operation);
    expect(await operations.findProvisioning(operation.tenant, operation.runtimeId)).toEqual(provisioning);
  });

  it('knows nothing of other tenants', async () => {
    const operation = anOperation();
    await operations.start(operation, firstOf(newProvisioning(operation, now)));
    const other = tenantId(randomUUID());

    expect(await operations.find(other, operation.id)).toBeUndefined();
    expect(await operations.findProvisioning(other, operation.runtimeId)).toBeUndefined();
  });

  it('says so when the id is taken, and changes nothing', async () => {
    const operation = anOperation();
    await operations.start(operation, firstOf(newProvisioning(operation, now)));
    const again = anOperation({ tenant: operation.tenant, id: operation.id });

    expect(await operations.start(again, firstOf(newProvisioning(again, now)))).toBe('exists');
    expect(await operations.find(operation.tenant, operation.id)).toEqual(operation);
    expect(await operations.findProvisioning(operation.tenant, again.runtimeId)).toBeUndefined();
  });

  it('refuses a lock that was taken meanwhile, and stores nothing', async () => {
    const first = anOperation();
    const provisioning = newProvisioning(first, now);
    await operations.start(first, firstOf(provisioning));
    await operations.end(succeed(first, now), release(provisioning, { removed: false }));
    const free = release(provisioning, { removed: false });
    const [second, third] = [anOperation({ ...first, id: randomUUID() }), anOperation({ ...first, id: randomUUID() })];
    await operations.start(second, lock(free, second, now));

    await expect(operations.start(third, lock(free, third, now))).rejects.toMatchObject({ code: 'ConcurrentOperation' });
    expect(await operations.find(first.tenant, third.id)).toBeUndefined();
  });

  it('ends the operation and releases the lock together', async () => {
    const operation = anOperation();
    const provisioning = newProvisioning(operation, now);
    await operations.start(operation, firstOf(provisioning));
    await operations.end(succeed(operation, now), release(provisioning, { removed: true }));

    expect(await operations.find(operation.tenant, operation.id)).toMatchObject({ state: 'Succeeded', version: 2 });
    const free = await operations.findProvisioning(operation.tenant, operation.runtimeId);
    expect(free).toMatchObject({ removed: true, lastOperationId: operation.id, version: 2 });
    expect(free).not.toHaveProperty('activeOperationId');
  });

  it('notes the beginning of a step once, and only while the operation is active', async () => {
    const operation = anOperation();
    const { tenant, id } = operation;
    const provisioning = newProvisioning(operation, now);
    await operations.start(operation, firstOf(provisioning));
    const begun = { startedAt: now.toISOString(), cleansUp: false };
    await operations.noteStep(tenant, id, 'ObtainToken', begun);
    await operations.noteStep(tenant, id, 'ObtainToken', { startedAt: '2031-01-01T00:00:00.000Z', cleansUp: true });
    await operations.noteStep(tenantId(randomUUID()), id, 'RefreshToken', begun);
    const noted = await operations.find(tenant, id);
    expect(noted).toEqual({ ...operation, steps: { ObtainToken: begun } });

    await operations.end(succeed(noted ?? expect.fail(), now), release(provisioning, { removed: false }));
    await operations.noteStep(tenant, id, 'FinishOperation', begun);
    expect(await operations.find(tenant, id)).toMatchObject({ state: 'Succeeded', steps: { ObtainToken: begun } });
  });

  it('notes no step of an operation that an earlier release began', async () => {
    const { steps: _, ...operation } = anOperation();
    await operations.start(operation, firstOf(newProvisioning(operation, now)));
    await operations.noteStep(operation.tenant, operation.id, 'ObtainToken', { startedAt: now.toISOString(), cleansUp: false });
    expect(await operations.find(operation.tenant, operation.id)).toEqual(operation);
  });

  it('refuses to overwrite what changed meanwhile', async () => {
    const operation = anOperation();
    const provisioning = newProvisioning(operation, now);
    await operations.start(operation, firstOf(provisioning));
    await operations.replace(begin(operation, now), operation.version);
    const stale = { code: 'ConcurrentUpdate' };

    await expect(operations.replace(begin(operation, now), operation.version)).rejects.toMatchObject(stale);
    await expect(operations.end(succeed(operation, now), release(provisioning, { removed: false }))).rejects.toMatchObject(stale);
    expect(await operations.findProvisioning(operation.tenant, operation.runtimeId)).toEqual(provisioning);
  });
});
