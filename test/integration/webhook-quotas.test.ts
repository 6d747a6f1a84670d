import { BatchPutRequest } from 'dynamodb-toolbox/entity/actions/batchPut';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { quotas } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { toItem, webhookEntity } from '#shared/table/webhooks/webhook-entity.dynamo.ts';
import type { WebhookOwnerKind } from '#shared/webhooks/webhook.ts';
import { countsOf, forgetCounts } from '#test/support/counted.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aWebhook } from '#test/support/registry-builders.ts';
import { storeMany } from '#test/support/store-many.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let admin: ReturnType<DirectorWorld['as']>;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
});

const refusal = async (query: string) => (await admin.ask(query)).errors[0];
const { max } = quotas.webhooks;
const hook = '{ type: CONFIGURATION_CHANGED, url: "https://shop.example.com/hook" }';
const hooks = (count: number): string => `[${Array(count).fill(hook).join(' ')}]`;
const large = (bytes: number): string =>
  `{ type: CONFIGURATION_CHANGED, url: "https://shop.example.com/hook", ${['input', 'header', 'output']
    .map((one) => `${one}Template: "{}${' '.repeat(bytes - 2)}"`)
    .join(', ')} }`;
const exceeded = (quota: string) => ({
  message: expect.stringContaining(`quota=${quota}`),
  extensions: { error_code: 27, error: 'QuotaExceeded' },
});

interface Kind {
  readonly kind: WebhookOwnerKind;
  readonly argument: string;
  readonly register: (webhooks: string) => string;
}

const kinds: Kind[] = [
  {
    kind: 'application',
    argument: 'applicationID',
    register: (webhooks) => `mutation { r: registerApplication(in: { name: "shop", webhooks: ${webhooks} }) { id } }`,
  },
  {
    kind: 'runtime',
    argument: 'runtimeID',
    register: (webhooks) => `mutation { r: registerRuntime(in: { name: "berlin", webhooks: ${webhooks} }) { id } }`,
  },
  {
    kind: 'application_template',
    argument: 'applicationTemplateID',
    register: (webhooks) =>
      `mutation { r: createApplicationTemplate(in: { name: "shops", applicationInput: { name: "shop" }, placeholders: [], accessLevel: GLOBAL,
        webhooks: ${webhooks} }) { id } }`,
  },
];

describe.each(kinds)('webhooks of an owner of kind $kind', ({ kind, argument, register }) => {
  const registered = async (webhooks: string): Promise<string> => (await admin.do(register(webhooks))).r.id;
  const add = (id: string, webhook = hook) => `mutation { r: addWebhook(${argument}: "${id}", in: ${webhook}) { id } }`;
  const remove = (id: string) => `mutation { deleteWebhook(webhookID: "${id}") { id } }`;
  const count = async (id: string): Promise<number> => (await world.deps.webhooks.listByOwner({ tenant, kind, id })).length;

  it('are as many as there may be, and no more of them', async () => {
    const id = await registered(hooks(max - 1));
    const { r } = await admin.do(add(id));
    expect(await refusal(add(id))).toMatchObject(exceeded('webhooks'));
    await admin.do(remove(r.id));
    await admin.do(add(id));
    expect(await count(id)).toBe(max);
  });

  it('are refused before there is an owner that would have too many', async () => {
    expect(await refusal(register(hooks(max + 1)))).toMatchObject(exceeded('webhooks'));
  });

  it('are added at the same moment up to the limit', async () => {
    const id = await registered(hooks(max - 3));
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => admin.do(add(id))));
    expect(await count(id)).toBe(max);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  it('have so many bytes together, which changing and deleting them gives back', async () => {
    const id = await registered('[]');
    const ids: string[] = [];
    for (let left = quotas.webhookBytes.max; left > 31_000; left -= 31_000) ids.push((await admin.do(add(id, large(10_000)))).r.id);
    expect(await refusal(add(id, large(10_000)))).toMatchObject(exceeded('webhookBytes'));
    for (const one of ids) await admin.do(`mutation { updateWebhook(webhookID: "${one}", in: ${hook}) { id } }`);
    for (const one of ids) await admin.do(remove(one));
    expect(await countsOf(dynamo, { tenant, kind, id })).toMatchObject({ webhooks: 0, webhookBytes: 0 });
  });

  it('that were not counted are counted with the next one', async () => {
    const id = await registered('[]');
    await forgetCounts(dynamo, { tenant, kind, id });
    const stored = Array.from({ length: max + 5 }, () => aWebhook({ tenant, kind, id }));
    const entity = webhookEntity(dynamo.table);
    await storeMany(
      dynamo,
      stored.map((one) => entity.build(BatchPutRequest).item(toItem(one)).params()),
    );
    expect(await refusal(add(id))).toMatchObject(exceeded('webhooks'));
    const [first, ...others] = stored.map((one) => one.id);
    await admin.do(remove(String(first)));
    expect(await refusal(add(id))).toMatchObject(exceeded('webhooks'));
    for (const one of others.slice(0, 5)) await admin.do(remove(one));
    await admin.do(add(id));
    expect(await count(id)).toBe(max);
  });

  it('cannot be added to an owner that does not exist', async () => {
    expect(await refusal(add(newId()))).toMatchObject({ extensions: { error: 'NotFound' } });
  });
});
