import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerApplication } from '#shared/applications/register-application.ts';
import { maxFormations } from '#shared/formations/formation-limit.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { sweepNow } from '#test/support/swept.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
const tenant = aTenant();

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());

const apis = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `api-${index}`,
    targetURL: 'https://example.com',
    spec: { type: 'OPEN_API', format: 'YAML', data: `openapi: 3.1.${index}` },
  }));

const register = 'mutation ($in: ApplicationRegisterInput!) { app: registerApplication(in: $in) { id bundles { data { id } } } }';
const contents = `query ($id: ID!) { application(id: $id) { bundles { data { id apiDefinitions { data { name spec { data } } totalCount } } } } }`;

const itemsWith = async (text: string) => (await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(text));

describe('an Application with more than a transaction holds', () => {
  it('is registered with everything in it', async () => {
    const caller = world.as(aUser(tenant));
    const { app } = await caller.do(register, { in: { name: 'large', bundles: [{ name: 'b', apiDefinitions: apis(130) }] } });
    const { application } = await caller.do(contents, { id: app.id });
    const [{ apiDefinitions }] = application.bundles.data;
    expect(apiDefinitions.totalCount).toBe(130);
    expect(apiDefinitions.data.map(({ name, spec }: { name: string; spec: { data: string } }) => `${name} ${spec.data}`)).toEqual(
      expect.arrayContaining(['api-0 openapi: 3.1.0', 'api-129 openapi: 3.1.129']),
    );
  });

  it('leaves nothing behind when its name is taken', async () => {
    const caller = world.as(aUser(tenant));
    await caller.do(register, { in: { name: 'taken' } });
    const { errors } = await caller.ask(register, {
      in: { name: 'Taken', description: 'second-one', bundles: [{ name: 'second-bundle', apiDefinitions: apis(130) }] },
    });
    expect(errors).toMatchObject([{ message: 'Object name is not unique [object=application]', extensions: { error_code: 31 } }]);
    expect(await itemsWith('second-')).toEqual([]);
    const partitions = new Set((await everyItem(dynamo)).filter(({ type }) => type === 'ApiDefinition').map(({ pk }) => pk));
    const heads = new Set((await everyItem(dynamo)).filter(({ type }) => type === 'Application').map(({ pk }) => pk));
    expect([...partitions].filter((pk) => !heads.has(pk))).toEqual([]);
  });

  it('leaves nothing behind when the database fails in the middle', async () => {
    let transactions = 0;
    const failing = tableSending(dynamo, (command) => {
      if (command.constructor.name === 'TransactWriteCommand' && ++transactions === 2) throw new Error('gone');
      return dynamo.client.send(command);
    });
    const applications = dynamoApplications(failing);
    const given = { name: 'half', bundles: [{ name: 'half-bundle', apiDefinitions: apis(130) }] };
    await expect(registerApplication(given, aUser(tenant), { ...world.deps, applications })).rejects.toThrow('gone');
    expect(transactions).toBe(2);
    expect(await itemsWith('half-bundle')).toEqual([]);
  });

  it('shows readers nothing of it until all of it is there', async () => {
    const caller = world.as(aUser(tenant));
    const { app: before } = await caller.do(register, { in: { name: 'watched-0' } });
    const seen: number[] = [];
    let done = false;
    const registration = caller
      .do(register, { in: { name: 'watched-1', bundles: [{ name: 'b', apiDefinitions: apis(130) }] } })
      .finally(() => {
        done = true;
      });
    while (!done) {
      const { applications } = await caller.do(
        '{ applications(filter: [{ key: "name" }]) { data { name bundles { data { apiDefinitions { totalCount } } } } } }',
      );
      const watched = applications.data.find(({ name }: { name: string }) => name === 'watched-1');
      if (watched) seen.push(watched.bundles.data[0].apiDefinitions.totalCount);
    }
    const { app } = await registration;
    expect(before.id).not.toBe(app.id);
    expect(new Set(seen.filter((count) => count !== 130))).toEqual(new Set());
  });

  it('is deleted with everything in it, by the sweeper', async () => {
    const caller = world.as(aUser(tenant));
    const { app } = await caller.do(register, { in: { name: 'short-lived', bundles: [{ name: 'b', apiDefinitions: apis(130) }] } });
    await caller.do(`mutation { unregisterApplication(id: "${app.id}") { id } }`);
    await sweepNow(dynamo);
    expect(await itemsWith(app.id)).toEqual([]);
  });
});

describe('a bundle with more than a transaction holds', () => {
  const add =
    'mutation ($id: ID!, $in: BundleCreateInput!) { bundle: addBundle(applicationID: $id, in: $in) { id apiDefinitions { totalCount } } }';

  it('is added with everything in it', async () => {
    const caller = world.as(aUser(tenant));
    const { app } = await caller.do(register, { in: { name: 'with-bundle' } });
    const { bundle } = await caller.do(add, { id: app.id, in: { name: 'b', apiDefinitions: apis(130) } });
    expect(bundle.apiDefinitions.totalCount).toBe(130);
    const { application } = await caller.do(contents, { id: app.id });
    expect(application.bundles.data).toMatchObject([{ id: bundle.id, apiDefinitions: { totalCount: 130 } }]);
  });

  it('leaves nothing behind when there is no such Application', async () => {
    const { errors } = await world
      .as(aUser(tenant))
      .ask(add, { id: '00000000-0000-4000-8000-000000000000', in: { name: 'orphan-bundle', apiDefinitions: apis(130) } });
    expect(errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
    expect(await itemsWith('00000000-0000-4000-8000-000000000000')).toEqual([]);
  });
});

describe('an Application beyond what can be stored is refused', () => {
  const many = Array.from({ length: maxFormations }, (_, index) => `many-${index}`);
  const registerRuntime = 'mutation ($in: RuntimeRegisterInput!) { registerRuntime(in: $in) { id } }';
  const hooks = Array.from({ length: 60 }, () => ({ type: 'CONFIGURATION_CHANGED', url: 'https://example.com' }));

  it.each([
    ['labels', register, { labels: { big: 'x'.repeat(500_000) } }],
    ['a Runtime with large labels', registerRuntime, { labels: { big: 'x'.repeat(500_000) } }],
    ['a registration into very many new formations', register, { labels: { scenarios: many } }],
    ['a Runtime in very many new formations', registerRuntime, { labels: { scenarios: many } }],
    ['credentials', register, { webhooks: [{ ...hooks[0], auth: { additionalHeaders: { a: ['x'.repeat(500_000)] } } }] }],
    ['a JSON Schema', register, { bundles: [{ name: 'b', instanceAuthRequestInputSchema: JSON.stringify('x'.repeat(500_000)) }] }],
  ])('%s as invalid', async (_, document, input) => {
    const { errors } = await world.as(aUser(tenant)).ask(document, { in: { name: `big-${crypto.randomUUID()}`, ...input } });
    expect(errors).toMatchObject([{ extensions: { error: 'InvalidData' } }]);
  });

  it.each([
    ['an Application with very many webhooks', register, { webhooks: hooks }],
    ['a Runtime with very many webhooks', registerRuntime, { webhooks: hooks }],
  ])('%s by its quota', async (_, document, input) => {
    const { errors } = await world.as(aUser(tenant)).ask(document, { in: { name: `big-${crypto.randomUUID()}`, ...input } });
    expect(errors).toMatchObject([{ extensions: { error: 'QuotaExceeded' } }]);
  });

  it('a label that is added later', async () => {
    const caller = world.as(aUser(tenant));
    const { app } = await caller.do(register, { in: { name: 'labelled' } });
    const { errors } = await caller.ask(
      'mutation ($id: ID!, $value: Any!) { setApplicationLabel(applicationID: $id, key: "big", value: $value) { key } }',
      { id: app.id, value: ['x'.repeat(500_000)] },
    );
    expect(errors).toMatchObject([{ extensions: { error: 'InvalidData' } }]);
  });
});
