import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ConsumerKind } from '#shared/core/actor.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { aTenant, aUser, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** A Director that puts another credential under the owner right after it has looked what there is to be deleted. */
function interruptedDirector(tenant: TenantId, kind: ConsumerKind, id: () => string) {
  const base = new DynamoDBClient({
    endpoint: dynamo.endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const client = DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } });
  let interrupted = false;
  const send = client.send.bind(client);
  client.send = (async (command: QueryCommand) => {
    const answer = await send(command);
    if (!interrupted && command instanceof QueryCommand && isOfKeys(command)) {
      interrupted = true;
      await addCredential(tenant, kind, id());
    }
    return answer;
  }) as typeof client.send;
  return { world: directorWorld({ table: controlPlaneTable(client, dynamo.tableName) }), wasInterrupted: () => interrupted };
}

/** Tells a query that reads keys alone. */
const isOfKeys = ({ input }: QueryCommand): boolean => Object.values(input.ExpressionAttributeNames ?? {}).join(', ') === 'pk, sk';

const addCredential = (tenant: TenantId, kind: ConsumerKind, id: string) =>
  dynamoSystemAuths(dynamo.table).insert({
    id: randomUUID(),
    owner: { tenant, kind, id },
    version: 1,
    createdAt: new Date().toISOString(),
    client: { clientId: randomUUID() },
    retired: {},
    revoked: {},
    suspected: {},
    connected: false,
    changedBy: 'user/alice',
  });

it.each([
  ['application', 'registerApplication', 'unregisterApplication'],
  ['runtime', 'registerRuntime', 'unregisterRuntime'],
  ['integration_system', 'registerIntegrationSystem', 'unregisterIntegrationSystem'],
] as const)('a credential given out while its %s goes does not outlive it', async (kind, register, unregister) => {
  const tenant = aTenant();
  let id = '';
  const { world, wasInterrupted } = interruptedDirector(tenant, kind, () => id);
  const alice = world.as(aUser(tenant));
  const { owner } = await alice.do(`mutation { owner: ${register}(in: { name: "gone" }) { id } }`);
  id = owner.id;
  await alice.do(`mutation { ${unregister}(id: "${id}") { id } }`);
  expect(wasInterrupted()).toBe(true);
  expect((await everyItem(dynamo)).filter(({ ownerId, type }) => type === 'SystemAuth' && ownerId === id)).toEqual([]);
});
