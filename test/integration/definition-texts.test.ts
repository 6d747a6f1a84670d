import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { maxItemTextBytes, maxTextBytes } from '#shared/bundles/text.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { startTextBucket, type TextBucket } from '#test/support/text-bucket.ts';

let dynamo: Dynamo;
let bucket: TextBucket;
let world: DirectorWorld;
let tenant: TenantId;
let caller: Caller;
let application: string;

beforeAll(async () => {
  [dynamo, bucket] = [await startDynamo(), await startTextBucket()];
  world = directorWorld(dynamo, { textObjects: bucket.textObjects });
});
afterAll(() => Promise.all([dynamo.stop(), bucket.stop()]));
beforeEach(async () => {
  tenant = aTenant();
  caller = world.as(aUser(tenant));
  application = await registered();
});

const small = '{"openapi":"3.1.0"}';
const large = `{"openapi":"3.1.0","text":"${'ü\\"\\n'.repeat(maxItemTextBytes / 2)}"}`;
/** An OpenAPI document of as many bytes as a text may have, with a part that is repeated. */
const largest = (part: string): string => {
  const [start, end] = ['{"openapi":"3.1.0","text":"', '"}'];
  const left = maxTextBytes - start.length - end.length;
  const count = Math.floor(left / Buffer.byteLength(part));
  return `${start}${part.repeat(count)}${end}${' '.repeat(left - count * Buffer.byteLength(part))}`;
};
const apiInput = (data: string) => ({ name: 'api', targetURL: 'https://example.com', spec: { type: 'OPEN_API', format: 'JSON', data } });
const document = (data: string) => ({ title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN', data });
const bundleOf = (...texts: string[]) => ({ name: 'b', apiDefinitions: texts.map(apiInput), documents: texts.map(document) });

async function registered(bundles: object[] = []): Promise<string> {
  const input = { name: `application-${crypto.randomUUID()}`, bundles };
  const { app } = await caller.do('mutation ($in: ApplicationRegisterInput!) { app: registerApplication(in: $in) { id } }', { in: input });
  return app.id;
}

const addApi = async (data: string) => {
  const { api } = await caller.do(
    'mutation ($app: ID!, $in: APIDefinitionInput!) { api: addAPIDefinitionToApplication(appID: $app, in: $in) { id spec { data } } }',
    { app: application, in: apiInput(data) },
  );
  return api;
};
const updateApi = (id: string, input: object) =>
  caller.ask('mutation ($id: ID!, $in: APIDefinitionInput!) { api: updateAPIDefinition(id: $id, in: $in) { spec { data } } }', {
    id,
    in: input,
  });
const textOf = async (id: string) => {
  const { found } = await caller.do(`{ found: application(id: "${application}") { apiDefinition(id: "${id}") { spec { data } } } }`);
  return found.apiDefinition.spec?.data;
};
const objectsOf = async (applicationId = application) =>
  (await bucket.keys()).filter((key) => key.startsWith(`${tenant}/${applicationId}/`));
const itemsOf = async (type: string) =>
  (await everyItem(dynamo)).filter((item) => item.type === type && item.applicationId === application);

describe('a text', () => {
  it.each([
    ['small', small, 1, 0],
    ['large', large, 0, 1],
  ])('that is %s is read as it was given, and stored once', async (_, text, items, objects) => {
    const { id, spec } = await addApi(text);
    expect(spec.data).toBe(text);
    expect(await textOf(id)).toBe(text);
    expect(await itemsOf('Spec')).toHaveLength(items);
    expect(await objectsOf()).toHaveLength(objects);
  });

  it.each([
    ['grows out of the table', small, large, 0],
    ['shrinks into the table', large, small, 1],
    ['stays in the bucket', large, `${large} `, 0],
  ])('that %s is replaced, and only the new one is found', async (_, before, after, items) => {
    const { id } = await addApi(before);
    await updateApi(id, apiInput(after));
    expect(await textOf(id)).toBe(after);
    expect(await itemsOf('Spec')).toHaveLength(items);
  });

  it('stays when only the rest is updated', async () => {
    const { id } = await addApi(large);
    await updateApi(id, { name: 'renamed', targetURL: 'https://example.com' });
    expect(await textOf(id)).toBe(large);
  });

  it.each([
    ['plain', largest('x')],
    ['full of quotes', largest('\\"')],
    ['Cyrillic', largest('я')],
  ])('of 5 MB is stored as it was given, when it is %s', async (_, text) => {
    const mutation = 'mutation ($app: ID!, $in: APIDefinitionInput!) { addAPIDefinitionToApplication(appID: $app, in: $in) { id } }';
    await caller.do(mutation, { app: application, in: apiInput(text) });
    const [key = ''] = await objectsOf();
    expect((await bucket.textObjects.get(key)) === text).toBe(true);
    await expect(caller.do(mutation, { app: application, in: apiInput(`${text}.`) })).rejects.toThrow('InvalidData');
  });

  it('of a document is kept like that of a specification', async () => {
    application = await registered([bundleOf(small, large)]);
    const { found } = await caller.do(`{ found: application(id: "${application}") { bundles { data {
      documents { data { data } } apiDefinitions { data { spec { data } } } } } } }`);
    const [bundle] = found.bundles.data;
    expect(bundle.documents.data.map(({ data }: { data: string }) => data)).toEqual([small, large]);
    expect(bundle.apiDefinitions.data.map(({ spec }: { spec: { data: string } }) => spec.data)).toEqual([small, large]);
    expect(await objectsOf()).toHaveLength(2);
    expect((await itemsOf('Document')).filter((item) => 'data' in item)).toEqual([]);
  });

  it('may be empty', async () => {
    expect(await textOf((await addApi('')).id)).toBe('');
  });
});

describe('an object', () => {
  it('is written before anything points to it', async () => {
    const put = vi.fn(() => Promise.reject(new Error('the bucket is down')));
    const broken = directorWorld(dynamo, { textObjects: { ...bucket.textObjects, put } }).as(aUser(tenant));
    const { errors } = await broken.ask(
      'mutation ($app: ID!, $in: BundleCreateInput!) { addBundle(applicationID: $app, in: $in) { id } }',
      { app: application, in: bundleOf(large) },
    );
    expect(errors).toMatchObject([{ extensions: { error: 'InternalError' } }]);
    expect(await itemsOf('Bundle')).toEqual([]);
  });

  it.each([
    ['addBundle(applicationID: $id, in: $in) { id }', 'BundleCreateInput', bundleOf(large)],
    ['addAPIDefinitionToApplication(appID: $id, in: $in) { id }', 'APIDefinitionInput', apiInput(large)],
  ])('goes again when what points to it is refused: %s', async (operation, type, input) => {
    const id = '00000000-0000-4000-8000-000000000000';
    const { errors } = await caller.ask(`mutation ($id: ID!, $in: ${type}!) { ${operation} }`, { id, in: input });
    expect(errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
    expect(await objectsOf(id)).toEqual([]);
  });

  it('stays when it is unknown whether the item that points to it was written', async () => {
    const insert = () => Promise.reject(new Error('the answer was lost'));
    const bundles = { ...world.deps.bundles, insert };
    const unsure = directorWorld(dynamo, { textObjects: bucket.textObjects, bundles }).as(aUser(tenant));
    await unsure.ask('mutation ($app: ID!, $in: BundleCreateInput!) { addBundle(applicationID: $app, in: $in) { id } }', {
      app: application,
      in: bundleOf(large),
    });
    expect(await objectsOf()).toHaveLength(2);
  });

  it('of the winner survives when several replace a text at once', async () => {
    const { id } = await addApi(small);
    const texts = Array.from({ length: 6 }, (_, index) => `${large}${' '.repeat(index)}`);
    const answers = await Promise.all(texts.map((text) => updateApi(id, apiInput(text))));
    const lost = answers.filter(({ errors }) => errors.length > 0);
    for (const { errors } of lost) expect(errors).toMatchObject([{ extensions: { error: 'ConcurrentUpdate' } }]);
    expect(texts).toContain(await textOf(id));
    expect(await objectsOf()).toHaveLength(texts.length - lost.length);
  });

  it('that is gone reads as no text, not as a failure', async () => {
    const { id } = await addApi(large);
    await Promise.all((await objectsOf()).map((key) => bucket.textObjects.delete(key)));
    expect(await textOf(id)).toBeNull();
  });
});

describe('reading', () => {
  it('touches no text where none is selected', async () => {
    application = await registered([bundleOf(small, large)]);
    const refused = () => Promise.reject(new AppError('InternalError', 'a text was read'));
    const bundles = { ...world.deps.bundles, itemTexts: refused };
    const blind = directorWorld(dynamo, { bundles }).as(aUser(tenant));
    const { found } = await blind.do(`{ found: application(id: "${application}") { bundles { data {
      documents { data { id } } apiDefinitions { data { id spec { id format } } } } } } }`);
    expect(found.bundles.data[0].apiDefinitions.data).toHaveLength(2);
  });

  it('takes one batch for everything that is selected of an Application, and one object each', async () => {
    application = await registered([bundleOf(small, small, large), bundleOf(small, large)]);
    const itemTexts = vi.fn(world.deps.bundles.itemTexts);
    const get = vi.fn(bucket.textObjects.get);
    const bundles = { ...world.deps.bundles, itemTexts };
    const counted = directorWorld(dynamo, { bundles, textObjects: { ...bucket.textObjects, get } }).as(aUser(tenant));
    await counted.do(`{ found: application(id: "${application}") { bundles { data {
      documents { data { data } } apiDefinitions { data { spec { data } again: spec { data } } } } } } }`);
    expect(itemTexts).toHaveBeenCalledTimes(1);
    expect(itemTexts.mock.calls[0]?.[2]).toHaveLength(6);
    expect(get).toHaveBeenCalledTimes(4);
  });
});

describe('the address of a text', () => {
  const texts = 'apiDefinitions { data { spec { downloadURL } } } documents { data { downloadURL } }';

  it('serves exactly the text for 15 minutes, as a download, and nothing else', async () => {
    application = await registered([bundleOf(large)]);
    const { found } = await caller.do(`{ found: application(id: "${application}") { bundles { data { ${texts} } } } }`);
    const [{ apiDefinitions, documents }] = found.bundles.data;
    for (const address of [apiDefinitions.data[0].spec.downloadURL, documents.data[0].downloadURL]) {
      expect(await (await fetch(address)).text()).toBe(large);
      expect(new URL(address).searchParams.get('X-Amz-Expires')).toBe('900');
      expect(new URL(address).searchParams.get('response-content-disposition')).toBe('attachment');
      expect(new URL(address).pathname).toContain(`/${tenant}/${application}/`);
    }
  });

  it('is absent where data has all of the text, and where there is none', async () => {
    application = await registered([bundleOf(small)]);
    const { found } = await caller.do(`{ found: application(id: "${application}") { bundles { data { ${texts} } } } }`);
    expect(found.bundles.data).toEqual([
      { apiDefinitions: { data: [{ spec: { downloadURL: null } }] }, documents: { data: [{ downloadURL: null }] } },
    ]);
  });

  it('is given for texts that no answer takes, beside an error that names it', async () => {
    const { id } = await addApi(large);
    await addApi('small');
    const { apiDefinitions } = world.deps.bundles;
    const current = await apiDefinitions.findById(tenant, id);
    if (!current?.text) throw new Error('the text is missing');
    // Texts of this size come from fetch requests.
    const next = { ...current, text: { ...current.text, bytes: 13_000_000 }, version: current.version + 1 };
    await apiDefinitions.replace(next, current, { ...next.text, tenant, applicationId: application, ownerId: id });
    const { data, errors } = await caller.ask(
      `{ page: apisForApplication(appID: "${application}") { data { spec { data downloadURL } } } }`,
    );
    const specs = data.page.data.map(({ spec }: { spec: object }) => spec);
    expect(specs).toEqual([
      { data: null, downloadURL: expect.stringContaining(id) },
      { data: 'small', downloadURL: null },
    ]);
    expect(errors).toMatchObject([
      {
        message: 'the text has 13000000 bytes, and an answer takes 5242880: read it from its downloadURL',
        extensions: { error: 'AnswerTooLarge' },
      },
    ]);
  });
});
