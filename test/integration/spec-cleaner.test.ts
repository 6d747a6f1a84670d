import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxItemTextBytes } from '#shared/bundles/text.ts';
import { type SpecificationWorld, specificationWorld } from '#test/support/specification-world.ts';

let world: SpecificationWorld;
let application: string;
let bundle: string;
let api: string;

beforeAll(async () => {
  world = await specificationWorld();
});
afterAll(() => world.stop());

const large = (mark: string) => mark.repeat(maxItemTextBytes + 1);
const spec = (data: string) => ({ type: 'OPEN_API', format: 'JSON', data: `{"openapi":"3.1.0","text":"${data}"}` });
const input = (data: string) => ({ name: 'api', targetURL: 'https://example.com', spec: spec(data) });

beforeEach(async () => {
  const { app } = await world.caller.do(
    'mutation ($in: ApplicationRegisterInput!) { app: registerApplication(in: $in) { id bundles { data { id apiDefinitions { data { id } } } } } }',
    {
      in: {
        name: `application-${crypto.randomUUID()}`,
        bundles: [
          {
            name: 'b',
            apiDefinitions: [input(large('a'))],
            documents: [{ title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN', data: large('d') }],
          },
        ],
      },
    },
  );
  application = app.id;
  bundle = app.bundles.data[0].id;
  api = app.bundles.data[0].apiDefinitions.data[0].id;
  await world.events();
});

const objects = async () => (await world.bucket.keys()).filter((key) => key.includes(application));
const cleaned = async () => {
  const events = await world.events('SpecificationReleased', 'ApplicationUnregistered');
  expect(await world.clean(events)).toEqual({ batchItemFailures: [] });
  // Again, as queues do.
  expect(await world.clean(events)).toEqual({ batchItemFailures: [] });
};

describe('the objects of texts', () => {
  it.each([
    [
      'of a text that was replaced',
      () => `updateAPIDefinition(id: "${api}", in: { name: "a", targetURL: "https://example.com",
      spec: { type: OPEN_API, format: YAML, data: "small" } }) { id }`,
      1,
    ],
    ['of a definition that was deleted', () => `deleteAPIDefinition(id: "${api}") { id }`, 1],
    ['of everything in a bundle that was deleted', () => `deleteBundle(id: "${bundle}") { id }`, 0],
    ['of everything in an Application that was unregistered', () => `unregisterApplication(id: "${application}") { id }`, 0],
  ])('%s are deleted, and no others', async (_, operation, left) => {
    expect(await objects()).toHaveLength(2);
    const neighbour = `${world.tenant}/another-application/owner/id`;
    await world.bucket.textObjects.put(neighbour, 'kept');
    await world.caller.do(`mutation { ${operation()} }`);
    expect(await objects()).toHaveLength(2);
    await cleaned();
    expect(await objects()).toHaveLength(left);
    expect(await world.bucket.keys()).toContain(neighbour);
  });

  it('that are in use stay', async () => {
    await world.caller.do(
      `mutation { updateAPIDefinition(id: "${api}", in: { name: "renamed", targetURL: "https://example.com" }) { id } }`,
    );
    await cleaned();
    expect(await objects()).toHaveLength(2);
  });

  it('that a crash left behind go with their Application', async () => {
    await world.bucket.textObjects.put(`${world.tenant}/${application}/nobody/left-behind`, 'rubbish');
    await world.caller.do(`mutation { unregisterApplication(id: "${application}") { id } }`);
    await cleaned();
    expect(await objects()).toEqual([]);
  });
});
