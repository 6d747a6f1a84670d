import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
});

const fields =
  'id name description applicationNamespace applicationInput placeholders { name description jsonPath optional } accessLevel labels webhooks { id applicationTemplateID applicationID type url }';

const commerce = {
  name: 'SAP Commerce Cloud',
  description: 'a shop',
  accessLevel: 'GLOBAL',
  labels: { tier: 'gold' },
  applicationInput: {
    name: '{{name}}',
    providerName: 'SAP',
    description: 'the {{display-name}}',
    labels: { displayName: '{{display-name}}' },
  },
  placeholders: [
    { name: 'name', description: 'what it is called', jsonPath: '$.name' },
    { name: 'display-name', jsonPath: '$.display.name' },
  ],
};

const many = Array.from({ length: 40 }, (_, index) => `p${index}`);

const creating = `mutation ($in: ApplicationTemplateInput!) { made: createApplicationTemplate(in: $in) { ${fields} } }`;
const updating = `mutation ($id: ID!, $in: ApplicationTemplateUpdateInput!) { changed: updateApplicationTemplate(id: $id, in: $in) { ${fields} } }`;
const registering = `mutation ($in: ApplicationFromTemplateInput!) {
  app: registerApplicationFromTemplate(in: $in) { id name description labels applicationTemplateID applicationTemplate { id name } webhooks { id } } }`;

const create = async (input: object = {}) => (await alice.do(creating, { in: { ...commerce, ...input } })).made;
const register = async (input: object = {}) =>
  (
    await alice.do(registering, {
      in: {
        templateName: commerce.name,
        values: [
          { placeholder: 'name', value: 'shop' },
          { placeholder: 'display-name', value: 'My Shop' },
        ],
        ...input,
      },
    })
  ).app;
const problem = async (document: string, variables: object) => {
  const [error] = (await alice.ask(document, variables)).errors;
  return { code: error?.extensions?.error, message: error?.message };
};
const refused = (code: string, text = '') => ({ code, message: expect.stringContaining(text) });

describe('a template', () => {
  it('is stored, found and listed as it was given', async () => {
    const made = await create();
    expect(made).toMatchObject({
      name: commerce.name,
      description: 'a shop',
      accessLevel: 'GLOBAL',
      labels: { tier: 'gold' },
      webhooks: [],
    });
    expect(JSON.parse(made.applicationInput)).toEqual(commerce.applicationInput);
    expect(made.placeholders).toEqual([
      { name: 'name', description: 'what it is called', jsonPath: '$.name', optional: null },
      { name: 'display-name', description: null, jsonPath: '$.display.name', optional: null },
    ]);
    const { one, all } = await alice.do(
      `{ one: applicationTemplate(id: "${made.id}") { ${fields} } all: applicationTemplates { data { ${fields} } totalCount } }`,
    );
    expect(one).toEqual(made);
    expect(all).toEqual({ data: [made], totalCount: 1 });
  });

  it('is found by its labels, page by page', async () => {
    const ids = [];
    for (const name of ['a', 'b', 'c']) ids.push((await create({ name })).id);
    await create({ name: 'other', labels: { tier: 'lead' } });
    const list = async (args: string) =>
      (await alice.do(`{ l: applicationTemplates(${args}) { data { id } totalCount pageInfo { endCursor hasNextPage } } }`)).l;
    const gold = 'filter: [{ key: "tier", query: "\\"gold\\"" }], first: 2';
    const first = await list(gold);
    expect(first).toMatchObject({ data: [{ id: ids[0] }, { id: ids[1] }], totalCount: 3, pageInfo: { hasNextPage: true } });
    expect((await list(`${gold}, after: "${first.pageInfo.endCursor}"`)).data).toEqual([{ id: ids[2] }]);
  });

  it('has a name that is unique in its tenant, also after renaming, and free again after deletion', async () => {
    const a = await create({ name: 'a' });
    const b = await create({ name: 'b' });
    expect(await problem(creating, { in: { ...commerce, name: 'a' } })).toEqual(refused('NotUniqueName', 'object=applicationTemplate'));
    expect(await problem(updating, { id: b.id, in: { ...commerce, name: 'a' } })).toEqual(refused('NotUniqueName'));
    await alice.do(updating, { id: b.id, in: { ...commerce, name: 'c' } });
    await create({ name: 'b' });
    await alice.do(`mutation { deleteApplicationTemplate(id: "${a.id}") { id } }`);
    await create({ name: 'a' });
  });

  it.each([
    ['a name that cannot be printed', { name: 'ä' }, 'name'],
    ['an application without a name', { applicationInput: { ...commerce.applicationInput, name: '' } }, 'name'],
    ['a URL that no value puts right', { applicationInput: { ...commerce.applicationInput, healthCheckURL: 'nowhere' } }, 'healthCheckURL'],
    ['a placeholder that is not used', { placeholders: [...commerce.placeholders, { name: 'idle' }] }, 'idle is not used'],
    ['a placeholder that is not declared', { placeholders: [{ name: 'name' }] }, 'display-name'],
    ['a placeholder twice', { placeholders: [...commerce.placeholders, { name: 'name' }] }, 'distinct names'],
    ['a placeholder that begins with a digit', { placeholders: [{ name: '1a' }] }, 'placeholders.0.name'],
    ['a placeholder of 37 characters', { placeholders: [{ name: 'a'.repeat(37) }] }, 'placeholders.0.name'],
    ['a path that is none', { placeholders: [{ name: 'name', jsonPath: '$..x' }] }, 'jsonPath'],
    ['labels with odd keys', { labels: { 'a-b': 1 } }, 'key'],
    ['a webhook without a URL', { webhooks: [{ type: 'CONFIGURATION_CHANGED' }] }, 'url'],
    [
      'more than an item holds',
      { applicationInput: { ...commerce.applicationInput, labels: { displayName: '{{display-name}}', x: 'x'.repeat(160_000) } } },
      'bytes',
    ],
    [
      'more placeholders than an item holds',
      {
        applicationInput: { name: many.map((name) => `{{${name}}}`).join() },
        placeholders: many.map((name) => ({ name, description: 'x'.repeat(2000) })),
      },
      'placeholders=must be',
    ],
  ])('is refused with %s', async (_, input, text) => {
    expect(await problem(creating, { in: { ...commerce, ...input } })).toEqual(refused('InvalidData', text));
    expect((await alice.do('{ t: applicationTemplates { totalCount } }')).t.totalCount).toBe(0);
  });

  it('keeps credentials in its input sealed, and hides them from its Applications', async () => {
    const secret = `secret-${randomUUID()}`;
    const auth = { credential: { basic: { username: 'u', password: secret } } };
    const input = {
      name: '{{name}}',
      bundles: [{ name: 'b', defaultInstanceAuth: auth }],
      webhooks: [{ type: 'CONFIGURATION_CHANGED', url: 'https://example.com', auth }],
    };
    const made = await create({ applicationInput: input, placeholders: [{ name: 'name' }] });
    expect(made.applicationInput).toContain(secret);
    expect(JSON.stringify(await everyItem(dynamo))).not.toContain(secret);
    const { id } = await register({ values: [{ placeholder: 'name', value: 'shop' }] });
    const { app } = await world
      .as(aSystem('application', id, tenant))
      .do(`{ app: application(id: "${id}") { applicationTemplate { applicationInput } } }`);
    expect(app.applicationTemplate.applicationInput).toContain('{{name}}');
    expect(app.applicationTemplate.applicationInput).not.toContain(secret);
  });

  it('changes for Applications to come, and keeps labels and webhooks where the change has none', async () => {
    const webhooks = [{ type: 'CONFIGURATION_CHANGED', url: 'https://example.com/a' }];
    const made = await create({ webhooks });
    const before = await register();
    const { labels: _, ...rest } = commerce;
    const applicationInput = { ...commerce.applicationInput, providerName: 'other' };
    const { changed } = await alice.do(updating, { id: made.id, in: { ...rest, applicationInput } });
    expect(changed).toMatchObject({ labels: { tier: 'gold' }, webhooks: made.webhooks });
    const after = await register({
      values: [
        { placeholder: 'name', value: 'other' },
        { placeholder: 'display-name', value: 'x' },
      ],
    });
    const { a, b } = await alice.do(
      `{ a: application(id: "${before.id}") { providerName } b: application(id: "${after.id}") { providerName } }`,
    );
    expect([a.providerName, b.providerName]).toEqual(['SAP', 'other']);
    const replaced = await alice.do(updating, {
      id: made.id,
      in: { ...rest, webhooks: [{ type: 'CONFIGURATION_CHANGED', url: 'https://example.com/b' }] },
    });
    expect(replaced.changed.webhooks).toMatchObject([
      { url: 'https://example.com/b', applicationTemplateID: made.id, applicationID: null },
    ]);
  });

  it('is deleted with its webhooks, but not while there are Applications made from it', async () => {
    const made = await create({ webhooks: [{ type: 'CONFIGURATION_CHANGED', url: 'https://example.com' }] });
    await alice.do(
      `mutation { addWebhook(applicationTemplateID: "${made.id}", in: { type: REGISTER_APPLICATION, url: "https://example.com" }) { id } }`,
    );
    const { id } = await register();
    const remove = `mutation { deleteApplicationTemplate(id: "${made.id}") { id name } }`;
    expect(await problem(remove, {})).toEqual(
      refused(
        'InvalidOperation',
        '[applications=1; object=applicationTemplate; reason=The record cannot be deleted because another record refers to it]',
      ),
    );
    await alice.do(`mutation { unregisterApplication(id: "${id}") { id } }`);
    await alice.do(remove);
    expect(await problem(remove, {})).toEqual(refused('NotFound'));
    expect((await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(made.id))).toEqual([]);
  });

  it.each(['CONFIGURATION_CHANGED', 'REGISTER_APPLICATION'])(
    'is not deleted past a webhook of type %s that it got meanwhile',
    async (type) => {
      const { id } = await create();
      const { applicationTemplates } = world.deps;
      const [found] = (await applicationTemplates.list(tenant, { first: 1 })).data;
      if (!found) throw new Error('the template is not listed');
      await alice.do(`mutation { addWebhook(applicationTemplateID: "${id}", in: { type: ${type}, url: "https://example.com" }) { id } }`);
      await expect(applicationTemplates.delete(found)).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    },
  );
});

describe('an Application made from a template', () => {
  it('is what the template says, with the values, and tells where it comes from', async () => {
    const made = await create();
    const app = await register({ labels: { extra: [1] } });
    expect(app).toMatchObject({
      name: 'shop',
      description: 'the My Shop',
      labels: { displayName: 'My Shop', applicationType: commerce.name, name: 'mp-shop', managed: 'false', extra: [1] },
      applicationTemplateID: made.id,
      applicationTemplate: { id: made.id, name: commerce.name },
    });
  });

  it('takes its values from a payload, too', async () => {
    await create();
    const placeholdersPayload = JSON.stringify({ name: 'from-payload', display: { name: 'P', other: 1 } });
    expect(await register({ values: undefined, placeholdersPayload })).toMatchObject({ name: 'from-payload', description: 'the P' });
  });

  it('takes nothing but texts as values', async () => {
    await create();
    const value = '","statusCondition":"CONNECTED","x":"';
    const app = await register({
      values: [
        { placeholder: 'name', value: 'shop' },
        { placeholder: 'display-name', value },
      ],
    });
    const { a } = await alice.do(`{ a: application(id: "${app.id}") { description status { condition } } }`);
    expect(a).toEqual({ description: `the ${value}`, status: { condition: 'INITIAL' } });
  });

  it('goes without what is optional', async () => {
    await create({
      applicationInput: { name: '{{name}}', healthCheckURL: '{{health}}' },
      placeholders: [{ name: 'name' }, { name: 'health', optional: true }],
    });
    const { id } = await register({ values: [{ placeholder: 'name', value: 'shop' }] });
    expect((await alice.do(`{ a: application(id: "${id}") { healthCheckURL } }`)).a.healthCheckURL).toBeNull();
  });

  const name = { placeholder: 'name', value: 'shop' };
  it.each([
    ['without a value', { values: [name] }, 'InvalidData', 'placeholder display-name needs a value'],
    ['with a value for nothing', { values: [name, { placeholder: 'none', value: 'x' }] }, 'InvalidData', 'no placeholder none'],
    ['with two values for one', { values: [name, name] }, 'InvalidData', 'once'],
    [
      'with values and a payload',
      { values: [name], placeholdersPayload: '{}' },
      'InvalidData',
      'only one of values and placeholdersPayload',
    ],
    ['with a payload that is no JSON', { values: undefined, placeholdersPayload: '{' }, 'InvalidData', 'JSON'],
    [
      'with a payload that lacks something',
      { values: undefined, placeholdersPayload: '{"name":"a"}' },
      'InvalidData',
      'display-name needs a value',
    ],
    [
      'with structure in place of a text',
      { values: undefined, placeholdersPayload: '{"name":{},"display":{"name":"x"}}' },
      'InvalidData',
      'no text for placeholder name',
    ],
    [
      'with a book in place of a text',
      { values: undefined, placeholdersPayload: JSON.stringify({ name: 'a', display: { name: 'x'.repeat(2001) } }) },
      'InvalidData',
      'no more than 2000',
    ],
    ['of a name that nothing has', { templateName: 'none' }, 'NotFound', 'object=applicationTemplate'],
    ['of another id', { id: randomUUID() }, 'NotFound', 'object=applicationTemplate'],
  ])('is refused %s', async (_, input, code, text) => {
    await create();
    const given = { templateName: commerce.name, values: [name, { placeholder: 'display-name', value: 'x' }], ...input };
    expect(await problem(registering, { in: given })).toEqual(refused(code, text));
  });

  it('obeys the rules of every Application', async () => {
    await create();
    await register();
    await expect(register()).rejects.toThrow('not unique');
    await expect(
      register({
        values: [
          { placeholder: 'name', value: 'x'.repeat(101) },
          { placeholder: 'display-name', value: 'x' },
        ],
      }),
    ).rejects.toThrow('name');
    await alice.do('mutation { createLabelDefinition(in: { key: "size", schema: "{\\"enum\\":[\\"small\\"]}" }) { key } }');
    await expect(register({ labels: { size: 'large' } })).rejects.toThrow('size');
  });

  it('fits formations whose template lists its type', async () => {
    await create();
    const { id } = await register();
    await alice.do(`mutation {
      createFormationTemplate(in: { name: "shops", applicationTypes: ["${commerce.name}"] }) { id }
      createFormation(formation: { name: "f", templateName: "shops" }) { id }
      assignFormation(objectID: "${id}", objectType: APPLICATION, formation: { name: "f" }) { id } }`);
  });

  it('has the webhooks of its template, of types that it has none of its own of', async () => {
    const [configuration, registration] = ['CONFIGURATION_CHANGED', 'REGISTER_APPLICATION'].map((type) => ({
      type,
      url: 'https://example.com',
    }));
    const made = await create({ webhooks: [configuration, registration] });
    const app = await register();
    expect(app.webhooks.map(({ id }: { id: string }) => id).sort()).toEqual(made.webhooks.map(({ id }: { id: string }) => id).sort());
    const { own } = await alice.do(
      `mutation { own: addWebhook(applicationID: "${app.id}", in: { type: CONFIGURATION_CHANGED, url: "https://example.org" }) { id } }`,
    );
    const { a } = await alice.do(`{ a: application(id: "${app.id}") { webhooks { id type applicationID applicationTemplateID } } }`);
    expect(a.webhooks).toEqual([
      { id: own.id, type: 'CONFIGURATION_CHANGED', applicationID: app.id, applicationTemplateID: null },
      expect.objectContaining({ type: 'REGISTER_APPLICATION', applicationID: null, applicationTemplateID: made.id }),
    ]);
  });

  it('may not read what the webhooks of its template are called with, nor change them', async () => {
    const auth = { credential: { basic: { username: 'u', password: 'p' } } };
    const made = await create({ webhooks: [{ type: 'CONFIGURATION_CHANGED', url: 'https://example.com', auth }] });
    const { id } = await register();
    const application = world.as(aSystem('application', id, tenant));
    const { a } = await application.do(
      `{ a: application(id: "${id}") { webhooks { id url signingSecret auth { credential { __typename } } } } }`,
    );
    expect(a.webhooks).toEqual([{ id: made.webhooks[0].id, url: 'https://example.com', signingSecret: null, auth: null }]);
    for (const change of ['deleteWebhook', 'rotateWebhookSigningSecret']) {
      const { errors } = await application.ask(`mutation { ${change}(webhookID: "${made.webhooks[0].id}") { id } }`);
      expect(errors[0]?.extensions?.error).toBe('NotFound');
    }
  });

  it('is counted once however many are made at the same time', async () => {
    const made = await create();
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        register({
          values: [
            { placeholder: 'name', value: `shop-${index}` },
            { placeholder: 'display-name', value: 'x' },
          ],
        }),
      ),
    );
    expect(await world.deps.applicationTemplates.find(tenant, made.id)).toMatchObject({ applicationCount: 12 });
  });
});
