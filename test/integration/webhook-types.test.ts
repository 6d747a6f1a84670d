import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoRecipients } from '#shared/table/webhooks/recipients.dynamo.ts';
import { configurationChanged } from '#shared/webhooks/webhook.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let alice: Caller;
const tenant = aTenant();

beforeAll(async () => {
  dynamo = await startDynamo();
  alice = directorWorld(dynamo).as(aUser(tenant));
});
afterAll(() => dynamo.stop());

const other = 'UNREGISTER_APPLICATION';
const change = async (id: string, type: string, url = 'https://example.com') =>
  (await alice.do(`mutation { w: updateWebhook(webhookID: "${id}", in: { type: ${type}, url: "${url}" }) { id type } }`)).w;
const calledIn = async (application: string) => (await dynamoRecipients(dynamo.table).findMany(tenant, [application]))[0]?.webhookIds;

describe('a webhook whose type is changed', () => {
  it('of an Application is called from then on, or no longer', async () => {
    const { a } = await alice.do(`mutation { a: registerApplication(in: { name: "own", webhooks: [
      { type: CONFIGURATION_CHANGED, url: "https://example.com/1" }, { type: ${other}, url: "https://example.com/2" }] }) { id webhooks { id type } } }`);
    const [first, second] = a.webhooks.map(({ id }: { id: string }) => id);
    expect(await change(second, configurationChanged)).toEqual({ id: second, type: configurationChanged });
    expect(await calledIn(a.id)).toEqual([first, second]);
    expect(await change(first, other)).toEqual({ id: first, type: other });
    expect(await calledIn(a.id)).toEqual([second]);
    // Of one type to the same, and of one to another that is not called either, nothing is listed anew.
    await change(second, configurationChanged, 'https://example.com/3');
    await change(first, 'REGISTER_APPLICATION');
    expect(await calledIn(a.id)).toEqual([second]);
    const { read } = await alice.do(`{ read: application(id: "${a.id}") { webhooks { id type } } }`);
    expect(read.webhooks).toEqual([
      { id: first, type: 'REGISTER_APPLICATION' },
      { id: second, type: configurationChanged },
    ]);
  });

  it('of a template is called for its Applications', async () => {
    const { t } = await alice.do(`mutation { t: createApplicationTemplate(in: { name: "t", accessLevel: GLOBAL,
      applicationInput: { name: "of-template" }, webhooks: [{ type: ${other}, url: "https://example.com" }] }) { id webhooks { id } } }`);
    const { a } = await alice.do('mutation { a: registerApplicationFromTemplate(in: { templateName: "t" }) { id } }');
    const [{ id }] = t.webhooks;
    await change(id, configurationChanged);
    expect(await calledIn(a.id)).toEqual([id]);
    await change(id, other);
    expect(await calledIn(a.id)).toEqual([]);
  });

  it('of a Runtime keeps its owner', async () => {
    const { r } = await alice.do(
      `mutation { r: registerRuntime(in: { name: "rt", webhooks: [{ type: APPLICATION_TENANT_MAPPING, url: "https://example.com" }] }) { id webhooks { id } } }`,
    );
    await change(r.webhooks[0].id, configurationChanged);
    expect((await alice.do(`{ r: runtime(id: "${r.id}") { webhooks { type } } }`)).r.webhooks).toEqual([{ type: configurationChanged }]);
  });

  it('is refused with a URL that its new type may not have', async () => {
    const { a } = await alice.do(
      `mutation { a: registerApplication(in: { name: "inside", webhooks: [{ type: ${other}, url: "http://printer.local" }] }) { webhooks { id } } }`,
    );
    await expect(change(a.webhooks[0].id, configurationChanged, 'http://printer.local:81')).rejects.toThrow('must begin with https://');
  });
});
