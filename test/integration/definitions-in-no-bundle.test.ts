import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { sweepNow } from '#test/support/swept.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let caller: Caller;
let application: string;
let bundle: string;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  tenant = aTenant();
  caller = world.as(aUser(tenant));
  const { app } = await caller.do(`mutation { app: registerApplication(in: { name: "shop", bundles: [{ name: "b",
    apiDefinitions: [{ name: "in bundle", targetURL: "https://example.com", group: "g" }], eventDefinitions: [{ name: "in bundle" }] }] }) {
    id bundles { data { id } } } }`);
  application = app.id;
  bundle = app.bundles.data[0].id;
});

const kinds = [
  {
    kind: 'API',
    name: 'an API Definition',
    input: (name: string, data: string) =>
      `{ name: "${name}", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "${data}" } }`,
    list: 'apisForApplication',
    field: 'apiDefinition',
  },
  {
    kind: 'Event',
    name: 'an Event Definition',
    input: (name: string, data: string) => `{ name: "${name}", spec: { type: ASYNC_API, format: YAML, data: "${data}" } }`,
    list: 'eventsForApplication',
    field: 'eventDefinition',
  },
] as const;

describe.each(kinds)('$name in no bundle', ({ kind, input, list, field }) => {
  const add = async (as: Caller = caller): Promise<string> => {
    const operation = `add${kind}DefinitionToApplication(appID: "${application}", in: ${input('loose', 'first')}) { id name spec { data } }`;
    const { added } = await as.do(`mutation { added: ${operation} }`);
    expect(added).toMatchObject({ name: 'loose', spec: { data: 'first' } });
    return added.id;
  };
  const namesOf = async (as: Caller = caller) => {
    const { page } = await as.do(`{ page: ${list}(appID: "${application}") { data { name } totalCount } }`);
    expect(page.totalCount).toBe(page.data.length);
    return page.data.map(({ name }: { name: string }) => name);
  };

  it('is listed with those in bundles, and is in no bundle', async () => {
    await add();
    expect(await namesOf()).toEqual(['in bundle', 'loose']);
    const { found } = await caller.do(
      `{ found: application(id: "${application}") { bundle(id: "${bundle}") { ${field}s { totalCount } } } }`,
    );
    expect(found.bundle[`${field}s`].totalCount).toBe(1);
  });

  it('is a field of its Application, like those in bundles', async () => {
    const loose = await add();
    const { inBundle } = await caller.do(
      `{ inBundle: application(id: "${application}") { bundle(id: "${bundle}") { ${field}s { data { id } } } } }`,
    );
    for (const id of [loose, inBundle.bundle[`${field}s`].data[0].id]) {
      const { found } = await caller.do(`{ found: application(id: "${application}") { ${field}(id: "${id}") { id } } }`);
      expect(found[field]).toEqual({ id });
    }
  });

  it.each(['ForApplication', ''])('is changed where it stands by update…Definition%s', async (suffix) => {
    const id = await add();
    const { changed } = await caller.do(
      `mutation { changed: update${kind}Definition${suffix}(id: "${id}", in: ${input('renamed', 'second')}) { id name spec { data } } }`,
    );
    expect(changed).toEqual({ id, name: 'renamed', spec: { data: 'second' } });
    expect(await namesOf()).toEqual(['in bundle', 'renamed']);
  });

  it('is deleted by its id, with its text', async () => {
    const id = await add();
    await caller.do(`mutation { delete${kind}Definition(id: "${id}") { id } }`);
    expect(await namesOf()).toEqual(['in bundle']);
    expect(JSON.stringify(await everyItem(dynamo))).not.toContain(id);
  });

  it('is not added to an Application that is gone', async () => {
    await caller.do(`mutation { unregisterApplication(id: "${application}") { id } }`);
    const { errors } = await caller.ask(
      `mutation { add${kind}DefinitionToApplication(appID: "${application}", in: ${input('late', 'x')}) { id } }`,
    );
    expect(errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
  });

  it('goes with its Application', async () => {
    await add();
    await caller.do(`mutation { unregisterApplication(id: "${application}") { id } }`);
    await sweepNow(dynamo);
    expect((await everyItem(dynamo)).filter((item) => item.pk.endsWith(application))).toEqual([]);
  });

  it('is published and read by the Application itself', async () => {
    const self = world.as(aSystem('application', application, tenant));
    await add(self);
    expect(await namesOf(self)).toEqual(['in bundle', 'loose']);
  });
});

describe('definitions of a bundle', () => {
  it('are found by their group', async () => {
    const { found } = await caller.do(`{ found: application(id: "${application}") { bundle(id: "${bundle}") {
      all: apiDefinitions { totalCount } those: apiDefinitions(group: "g") { totalCount } none: apiDefinitions(group: "h") { totalCount } } } }`);
    expect(found.bundle).toEqual({ all: { totalCount: 1 }, those: { totalCount: 1 }, none: { totalCount: 0 } });
  });
});
