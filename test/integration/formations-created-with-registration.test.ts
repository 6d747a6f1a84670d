import { afterAll, beforeAll, expect, it } from 'vitest';
import { systemClock } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { registerRuntime } from '#shared/runtimes/register-runtime.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const tenant = tenantId('acme');
const actor = { kind: 'user', id: 'admin', tenant, scopes: new Set<string>() } as const;
let dynamo: Dynamo;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

it('the Director creates every formation that a registration names, and counts each once', async () => {
  const formations = dynamoFormations(dynamo.table);
  const deps = {
    runtimes: dynamoRuntimes(dynamo.table),
    formations,
    labelDefinitions: dynamoLabelDefinitions(dynamo.table),
    clock: systemClock,
  };
  const names = Array.from({ length: 12 }, (_, index) => `group-${index}`);
  await registerRuntime({ name: 'first', labels: { scenarios: names } }, actor, deps);
  await registerRuntime({ name: 'second', labels: { scenarios: [...names, 'another'] } }, actor, deps);
  const { data } = await formations.list(tenant, { first: 50 });
  expect(data.map(({ name, runtimeCount }) => [name, runtimeCount])).toEqual([
    ['another', 1],
    ...[...names].sort().map((name) => [name, 2]),
  ]);
  expect(await formations.count(tenant)).toBe(13);
});
