import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { Data } from '#test/support/clients.ts';
import { aSystem, aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let tenant: TenantId;
let admin: Caller;
let runtime: Caller;
/** The calls to the table since the list was emptied: each a command, and the range of the partition that it names. */
const asked: string[] = [];
const ids = { app: '', bundle: '', api: '', event: '', auth: '', runtime: '' };

beforeAll(async () => {
  dynamo = await startDynamo();
  tenant = aTenant();
  const table = tableSending(dynamo, (command) => {
    asked.push(readOf(command));
    return dynamo.client.send(command);
  });
  const world = directorWorld({ table });
  admin = world.as(aUser(tenant));
  const scenarios = 'labels: { scenarios: ["s"] }';
  const { app, r } = await admin.do(`mutation {
    app: registerApplication(in: { name: "app", ${scenarios}, webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://example.com" }],
      bundles: [{ name: "b", apiDefinitions: [{ name: "a", targetURL: "https://example.com" }], eventDefinitions: [{ name: "e" }] }] }) {
      id bundles { data { id apiDefinitions { data { id } } eventDefinitions { data { id } } } } }
    r: registerRuntime(in: { name: "r", ${scenarios} }) { id } }`);
  const [bundle] = app.bundles.data;
  const of = (page: Data) => page.data[0].id;
  Object.assign(ids, { app: app.id, bundle: bundle.id, api: of(bundle.apiDefinitions), event: of(bundle.eventDefinitions), runtime: r.id });
  runtime = world.as(aSystem('runtime', r.id, tenant));
  const { auth } = await runtime.do(`mutation { auth: requestBundleInstanceAuthCreation(bundleID: "${ids.bundle}", in: {}) { id } }`);
  ids.auth = auth.id;
});
afterAll(() => dynamo.stop());

/** The command with where it reads: the kind of the partition, and what its sort keys are narrowed to. */
function readOf({ constructor: { name }, input }: { constructor: { name: string }; input: unknown }): string {
  const { Key, RequestItems, KeyConditionExpression, ExpressionAttributeValues: values = {} } = input as Data;
  const command = name.replace('Command', '');
  if (RequestItems) return `${command} ${Object.values(RequestItems as Data).flatMap((one) => one.Keys ?? one).length}`;
  if (!Key && !KeyConditionExpression) return command;
  const [partition, ...range] = Key
    ? [Key.pk, Key.sk]
    : [
        values[':partition'],
        ...Object.entries(values)
          .filter(([placeholder]) => placeholder !== ':partition')
          .map(([, value]) => value),
      ];
  const place = (key: string): string => key.replace(`T#${tenant}#`, '').replaceAll(/[0-9a-f-]{36}/g, 'ID');
  return `${command} ${[partition, ...range].map((key) => place(String(key))).join(' ')}`;
}

async function readsOf(caller: Caller, query: string): Promise<string[]> {
  asked.length = 0;
  await caller.do(query);
  return asked.toSorted();
}
const filled = (query: string): string => query.replaceAll(/\$(\w+)/g, (_, name: keyof typeof ids) => `"${ids[name]}"`);

const head = 'Get APP#ID HEAD';

describe('a query of one Application reads what its fields need', () => {
  it.each([
    ['fields of its own', 'id name labels status { condition } createdAt', [head]],
    ['its webhooks', 'name webhooks { url }', [head, 'Query APP#ID WEBHOOK#']],
    ['its credentials', 'name auths { id }', [head, 'Query APP#ID AUTH#']],
    ['its bundles', 'name bundles { data { name } }', ['Query APP#ID BUNDLE# HEAD']],
    ['its bundles by a fragment', '...more } } fragment more on Application { bundles { totalCount ', ['Query APP#ID BUNDLE# HEAD']],
    ['bundles and credentials', 'auths { id } bundles { data { name } }', ['Query APP#ID AUTH# HEAD']],
    ['everything', 'auths { id } webhooks { url } bundles { data { name } }', ['Query APP#ID AUTH# WEBHOOK#~']],
    ['what is skipped', 'name bundles @skip(if: true) { data { name } } auths @include(if: false) { id }', [head]],
    ['one bundle', 'bundle(id: $bundle) { name apiDefinitions { totalCount } }', [head, 'Query APP#ID BUNDLE#ID']],
    [
      'the credentials of the APIs of a bundle',
      'bundle(id: $bundle) { apiDefinitions { data { defaultAuth { certCommonName } auths { runtimeID } } } }',
      [head, 'Query APP#ID BUNDLE#ID'],
    ],
    [
      'one API Definition',
      'apiDefinition(id: $api) { name }',
      ['Get APP#ID BUNDLE#ID', 'Get APP#ID BUNDLE#ID#API#ID', head, 'Query ID#ID ApiDefinition'],
    ],
  ])('%s', async (_, fields, reads) => {
    expect(await readsOf(admin, filled(`{ application(id: $app) { ${fields} } }`))).toEqual(reads);
  });
});

describe('a page reads what its fields need', () => {
  const members = ['Query FORMATION#ID APPLICATION# APPLICATION#~', 'Get RT#ID HEAD', 'Get FORMATION#ID HEAD'];

  it.each([
    ['of Applications: nothing of them', '{ applications { data { name } } }', []],
    ['of Applications: their webhooks', '{ applications { data { webhooks { url } } } }', [head, 'Query APP#ID WEBHOOK#']],
    ['of Applications: their bundles', '{ applications { data { bundles { totalCount } } } }', ['Query APP#ID BUNDLE# HEAD']],
  ])('%s', async (_, query, reads) => {
    expect((await readsOf(admin, query)).filter((one) => !one.startsWith('Query APPLICATIONS'))).toEqual(reads);
  });

  it.each([
    ['nothing of them but themselves', 'name labels', ['BatchGet 1']],
    ['bundles and credentials', 'name auths { id } bundles { data { name } }', ['Query APP#ID AUTH# HEAD']],
  ])('of the Applications of a Runtime: %s', async (_, fields, reads) => {
    const all = await readsOf(runtime, filled(`{ applicationsForRuntime(runtimeID: $runtime) { data { ${fields} } } }`));
    expect(all.filter((one) => /APP#|BatchGet/.test(one) && !members.includes(one))).toEqual(expect.arrayContaining(reads));
    expect(all.filter((one) => one.startsWith('Query APP#'))).toHaveLength(reads.filter((one) => one.startsWith('Query')).length);
  });
});

describe('a mutation reads for its answer what is selected', () => {
  const writes = /^(TransactWrite|Update|Put)/;
  const answered = async (query: string) => (await readsOf(admin, filled(query))).filter((one) => !writes.test(one));

  it('of an Application: nothing but itself', async () => {
    expect(await answered('mutation { updateApplication(id: $app, in: { description: "d" }) { id description } }')).toEqual([head]);
  });

  it('of a bundle: nothing but itself', async () => {
    const reads = await answered('mutation { updateBundle(id: $bundle, in: { name: "b" }) { id name } }');
    expect(reads).toEqual(['Query ID#ID Bundle']);
  });

  it('of a bundle that is found by an instance auth: the bundle, and the Application itself', async () => {
    const reads = await answered('{ bundleByInstanceAuth(authID: $auth) { name } }');
    expect(reads).toEqual([head, 'Query APP#ID BUNDLE#ID', 'Query ID#ID BundleInstanceAuth']);
  });
});
