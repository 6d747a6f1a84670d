import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Data } from '#test/support/clients.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let tenant: TenantId;
let admin: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  admin = directorWorld(dynamo).as(aUser(tenant));
});

const atOnce = 32;

/** Registers Applications with a bundle each; answers the bundles. */
const bundlesOf = (applications: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: applications }, async (_, index) => {
      const { a } = await admin.do(
        `mutation { a: registerApplication(in: { name: "app-${index}", bundles: [{ name: "b" }] }) { bundles { data { id } } } }`,
      );
      return a.bundles.data[0].id;
    }),
  );

/** Adds 32 definitions at once, to each of the bundles in turn; answers their ids and the errors there were. */
async function addAtOnce(caller: Caller, bundles: readonly string[]) {
  const answers = await Promise.all(
    Array.from({ length: atOnce }, (_, index) =>
      caller.ask(`mutation { d: addAPIDefinitionToBundle(bundleID: "${bundles[index % bundles.length]}",
        in: { name: "api-${index}", targetURL: "https://example.com" }) { id } }`),
    ),
  );
  return { ids: answers.map(({ data }) => data.d?.id), errors: answers.flatMap(({ errors }) => errors) };
}

async function storedIn(bundles: readonly string[]): Promise<string[]> {
  const { all } = await admin.do('{ all: applications { data { bundles { data { id apiDefinitions { data { id } } } } } } }');
  return all.data
    .flatMap((application: Data) => application.bundles.data)
    .filter(({ id }: Data) => bundles.includes(id))
    .flatMap(({ apiDefinitions }: Data) => apiDefinitions.data.map(({ id }: Data) => id));
}

/** The Director on a client that cancels a transaction as DynamoDB does, which the local engine does not: when an item of it is in another one under way. */
function conflicting() {
  const underWay = new Set<string>();
  let conflicts = 0;
  const table = tableSending(dynamo, async (command) => {
    if (!(command instanceof TransactWriteCommand)) return dynamo.client.send(command);
    const keys = (command.input.TransactItems ?? []).map(({ Put, Update, Delete, ConditionCheck }) => {
      const { pk, sk } = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {};
      return `${pk}#${sk}`;
    });
    const reasons = keys.map((key) => ({ Code: underWay.has(key) ? 'TransactionConflict' : 'None' }));
    if (reasons.some(({ Code }) => Code !== 'None')) {
      conflicts += 1;
      throw new TransactionCanceledException({ message: 'cancelled', $metadata: {}, CancellationReasons: reasons });
    }
    for (const key of keys) underWay.add(key);
    try {
      return await dynamo.client.send(command);
    } finally {
      for (const key of keys) underWay.delete(key);
    }
  });
  const caller = directorWorld({ table }).as(aUser(tenant));
  return { caller, conflicts: () => conflicts };
}

describe('32 definitions of a tenant that are added at once', () => {
  it.each([
    ['to 32 Applications', 32],
    ['to one Application', 1],
  ])('%s are all there', async (_, applications) => {
    const bundles = await bundlesOf(applications);
    const { ids, errors } = await addAtOnce(admin, bundles);
    expect(errors).toEqual([]);
    expect((await storedIn(bundles)).sort()).toEqual(ids.sort());
  });

  it('to 32 Applications are all there although their transactions meet in the revision of the tenant', async () => {
    const bundles = await bundlesOf(atOnce);
    const { caller, conflicts } = conflicting();
    const { ids, errors } = await addAtOnce(caller, bundles);
    expect(errors).toEqual([]);
    expect(conflicts()).toBeGreaterThan(0);
    expect((await storedIn(bundles)).sort()).toEqual(ids.sort());
  });
});
