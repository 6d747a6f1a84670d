import { PutItemCommand } from 'dynamodb-toolbox/entity/actions/put';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { partOf } from '#shared/configuration/configuration-revision.ts';
import { seconds } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { revisionEntity } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { agentConfigurationQuery } from '#test/support/agent-documents.ts';
import type { Data } from '#test/support/clients.ts';
import { aSystem, aTenant, aUser, type Caller, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { sweepNow } from '#test/support/swept.ts';
import { tableSending } from '#test/support/table-sending.ts';

const count = 12;

let dynamo: Dynamo;
let tenant: TenantId;
let admin: Caller;
let runtime: Caller;
let runtimeId = '';
let applications: Data[] = [];
/** Time that has passed since everything was registered, in milliseconds. */
let passed = 0;
/** Commands to the table since the list was emptied. */
const asked: string[] = [];

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
});
afterAll(() => dynamo.stop());

beforeEach(async () => {
  tenant = aTenant();
  passed = 0;
  const table = tableSending(dynamo, (command) => {
    asked.push(command.constructor.name);
    return dynamo.client.send(command);
  });
  const world = directorWorld({ table }, { clock: () => new Date(Date.now() + passed) });
  admin = world.as(aUser(tenant));
  const register = `mutation ($name: String!) { result: registerApplication(in: { name: $name, labels: { scenarios: ["s"] }, bundles: [{ name: "orders",
    defaultInstanceAuth: { credential: { basic: { username: "all", password: "default" } } },
    apiDefinitions: [{ name: "v1", targetURL: "https://example.com", spec: { type: OPEN_API, format: JSON, data: "{}" } }] }, { name: "requests" }] }) {
      id bundles { data { id apiDefinitions { data { id } } } } } }`;
  applications = [];
  for (let index = 0; index < count; index++) applications.push((await admin.do(register, { name: `shop-${index}` })).result);
  runtimeId = (await admin.do('mutation { result: registerRuntime(in: { name: "r", labels: { scenarios: ["s"] } }) { id } }')).result.id;
  runtime = world.as(aSystem('runtime', runtimeId, tenant));
  // What was registered has settled.
  passed = seconds(60);
  await poll();
});

const poll = (): Promise<Data> => runtime.do(agentConfigurationQuery(runtimeId));

/** The commands of a poll that read Applications by a query each, beside those of formation and revision. */
async function commandsOfPoll(): Promise<Record<string, number>> {
  asked.length = 0;
  await poll();
  return Object.fromEntries(Object.entries(Object.groupBy(asked, (name) => name)).map(([name, all = []]) => [name, all.length]));
}

/** The same content, read without views: more fields are selected than they have. */
async function withoutViews(): Promise<Data> {
  const answer = await runtime.do(agentConfigurationQuery(runtimeId).replace('providerName', 'providerName updatedAt'));
  return JSON.parse(JSON.stringify(answer, (key, value) => (key === 'updatedAt' ? undefined : value)));
}

describe('Applications that a Runtime polls', () => {
  it('are read by one batch once they are unchanged for a while', async () => {
    expect(await commandsOfPoll()).toMatchObject({ BatchGetCommand: 2, QueryCommand: 2 });
  });

  it('have the content that they have without views', async () => {
    expect(await poll()).toEqual(await withoutViews());
  });

  it.each<[string, (one: Data) => Promise<unknown>]>([
    ['a label of it', ({ id }) => admin.do(`mutation { setApplicationLabel(applicationID: "${id}", key: "k", value: "changed") { key } }`)],
    ['its description', ({ id }) => admin.do(`mutation { updateApplication(id: "${id}", in: { description: "changed" }) { id } }`)],
    ['a bundle', ({ bundles }) => admin.do(`mutation { updateBundle(id: "${bundles.data[0].id}", in: { name: "changed" }) { id } }`)],
    ['a further bundle', ({ id }) => admin.do(`mutation { addBundle(applicationID: "${id}", in: { name: "changed" }) { id } }`)],
    ['a bundle that goes', ({ bundles }) => admin.do(`mutation { deleteBundle(id: "${bundles.data[0].id}") { id } }`)],
    [
      'a definition',
      ({ bundles }) =>
        admin.do(`mutation { updateAPIDefinition(id: "${bundles.data[0].apiDefinitions.data[0].id}",
          in: { name: "changed", targetURL: "https://example.com" }) { id } }`),
    ],
    [
      'credentials of the Runtime',
      async ({ bundles }) => {
        const { result } = await runtime.do(
          `mutation { result: requestBundleInstanceAuthCreation(bundleID: "${bundles.data[1].id}", in: {}) { id } }`,
        );
        await admin.do(`mutation { setBundleInstanceAuth(authID: "${result.id}",
          in: { auth: { credential: { basic: { username: "own", password: "changed" } } } }) { id } }`);
      },
    ],
    [
      'its formation, which it leaves',
      ({ id }) => admin.do(`mutation { unassignFormation(objectID: "${id}", objectType: APPLICATION, formation: { name: "s" }) { id } }`),
    ],
  ])('show %s at the next poll, and the poll after it', async (_, change) => {
    const before = await poll();
    await change(applications[3] ?? {});
    const after = await poll();
    expect(after).not.toEqual(before);
    expect(after).toEqual(await withoutViews());
    passed += seconds(60);
    expect(await poll()).toEqual(after);
    expect(await poll()).toEqual(after);
  });

  it('are read again where a change is younger than a transaction may take', async () => {
    const [{ id }] = applications as [Data];
    await admin.do(`mutation { setApplicationLabel(applicationID: "${id}", key: "k", value: "v") { key } }`);
    passed = 0;
    expect(await commandsOfPoll()).toMatchObject({ QueryCommand: 2 + count });
    expect(await commandsOfPoll()).not.toHaveProperty('UpdateCommand');
    passed = seconds(60);
    expect(await commandsOfPoll()).toMatchObject({ QueryCommand: 3, UpdateCommand: 1 });
    expect(await commandsOfPoll()).toMatchObject({ QueryCommand: 2 });
  });

  it('are read again where a release without views has changed one of the same part of the revision', async () => {
    const [{ id }] = applications as [Data];
    const part = partOf(id);
    await revisionEntity(dynamo.table).build(PutItemCommand).item({ tenant, part, revision: newId() }).send();
    const ofPart = applications.filter((one) => partOf(one.id) === part).length;
    expect(await commandsOfPoll()).toMatchObject({ QueryCommand: 2 + ofPart });
    await admin.do(`mutation { setApplicationLabel(applicationID: "${id}", key: "k", value: "v") { key } }`);
    expect(await commandsOfPoll()).toMatchObject({ QueryCommand: 2 + ofPart });
  });

  it('leave no view behind when they are unregistered and swept', async () => {
    const [{ id }] = applications as [Data];
    await admin.do(`mutation { unassignFormation(objectID: "${id}", objectType: APPLICATION, formation: { name: "s" }) { id } }`);
    await admin.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
    await sweepNow(dynamo);
    const views = (await everyItem(dynamo)).filter((item) => item.type === 'ApplicationView' && item.tenant === tenant);
    expect(views.map(({ applicationId }) => applicationId)).not.toContain(id);
    expect(views).toHaveLength(count - 1);
  });

  it('have no text of a specification in their views, and no credential in clear', async () => {
    const views = (await everyItem(dynamo)).filter((item) => item.type === 'ApplicationView' && item.tenant === tenant);
    expect(views).toHaveLength(count);
    expect(JSON.stringify(views)).not.toContain('password');
  });
});
