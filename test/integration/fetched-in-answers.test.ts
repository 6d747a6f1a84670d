import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Data } from '#test/support/clients.ts';
import { type SpecificationWorld, specificationWorld } from '#test/support/specification-world.ts';

let world: SpecificationWorld;
let bundle: string;

beforeAll(async () => {
  world = await specificationWorld(10_000);
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.server.answers({ status: 200, body: 'openapi: 3.1.0' });
  bundle = (await register('[{ name: "b" }]')).bundles.data[0].id;
});

const wanted = (path = '') => `fetchRequest: { url: "${world.server.url}/${path}" }`;
const api = (path?: string) => `{ name: "a", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, ${wanted(path)} } }`;
const event = () => `{ name: "e", spec: { type: ASYNC_API, format: YAML, ${wanted()} } }`;
const document = () => `{ title: "t", displayName: "d", description: "d", format: MARKDOWN, ${wanted()} }`;
const text = 'data fetchRequest { status { condition } }';
const arrived = { data: 'openapi: 3.1.0', fetchRequest: { status: { condition: 'SUCCEEDED' } } };

const register = async (bundles: string, fields = 'id'): Promise<Data> =>
  (
    await world.caller.do(`mutation { r: registerApplication(in: { name: "a-${crypto.randomUUID()}", bundles: ${bundles} }) {
      id bundles { data { ${fields} } } } }`)
  ).r;

/** The answer of a mutation, while the fetcher works. */
async function answerOf(mutation: Promise<Data>): Promise<Data> {
  let isAnswered = false;
  const answer = mutation.finally(() => {
    isAnswered = true;
  });
  while (!isAnswered) {
    await world.fetchAll();
    await new Promise(setImmediate);
  }
  return answer;
}

describe('a text that is fetched within the patience', () => {
  it.each([
    ['a definition of an API', () => `r: addAPIDefinitionToBundle(bundleID: "${bundle}", in: ${api()}) { spec { ${text} } }`],
    ['a definition of events', () => `r: addEventDefinitionToBundle(bundleID: "${bundle}", in: ${event()}) { spec { ${text} } }`],
  ])('is in the answer to the mutation that adds %s', async (_, mutation) => {
    expect((await answerOf(world.caller.do(`mutation { ${mutation()} }`))).r.spec).toEqual(arrived);
  });

  it('is in the answer to the mutation that adds a document', async () => {
    const mutation = `mutation { r: addDocumentToBundle(bundleID: "${bundle}", in: ${document()}) { ${text} } }`;
    expect((await answerOf(world.caller.do(mutation))).r).toEqual(arrived);
  });

  it('is in the answer to a registration with everything in it', async () => {
    const bundles = `[{ name: "b", apiDefinitions: [${api()}], eventDefinitions: [${event()}], documents: [${document()}] }]`;
    const fields = `apiDefinitions { data { spec { ${text} } } } eventDefinitions { data { spec { ${text} } } } documents { data { ${text} } }`;
    const answer = await answerOf(register(bundles, fields));
    expect(answer.bundles.data).toEqual([
      { apiDefinitions: { data: [{ spec: arrived }] }, eventDefinitions: { data: [{ spec: arrived }] }, documents: { data: [arrived] } },
    ]);
  });

  it('is the latest one after a mutation that fetches it again', async () => {
    const { r } = await answerOf(
      world.caller.do(`mutation { r: addAPIDefinitionToBundle(bundleID: "${bundle}", in: ${api()}) { id spec { data } } }`),
    );
    world.server.answers({ status: 200, body: 'openapi: 3.1.1' });
    const again = await answerOf(world.caller.do(`mutation { r: refetchAPISpec(apiID: "${r.id}") { ${text} } }`));
    expect(again.r).toEqual({ ...arrived, data: 'openapi: 3.1.1' });
  });

  it('may have failed, which its status says', async () => {
    world.server.answers(404);
    const mutation = `mutation { r: addAPIDefinitionToBundle(bundleID: "${bundle}", in: ${api()}) { spec { ${text} } } }`;
    const failed = { data: null, fetchRequest: { status: { condition: 'FAILED' } } };
    expect((await answerOf(world.caller.do(mutation))).r.spec).toEqual(failed);
  });

  it('is not waited for where nothing of it is selected, nor by a query', async () => {
    const mutation = `mutation { r: addAPIDefinitionToBundle(bundleID: "${bundle}", in: ${api()}) { id spec { type } } }`;
    await world.caller.do(mutation);
    const { r } = await world.caller.do(
      `{ r: applications { data { bundles { data { apiDefinitions { data { spec { ${text} } } } } } } } }`,
    );
    expect(JSON.stringify(r)).toContain('"INITIAL"');
    await world.fetchAll();
  });

  it('leaves out what would make the answer too large', async () => {
    world.server.answers({ status: 200, body: 'x'.repeat(1_500_000) });
    const bundles = `[{ name: "b", apiDefinitions: [${api('1')}, ${api('2')}] }]`;
    const answer = await answerOf(register(bundles, `apiDefinitions { data { spec { ${text} } } }`));
    const conditions = answer.bundles.data[0].apiDefinitions.data.map(({ spec }: Data) => spec.fetchRequest.status.condition);
    expect(conditions.sort()).toEqual(['INITIAL', 'SUCCEEDED']);
  });
});

describe('a text that takes longer', () => {
  it('is not in the answer, which waits for no longer than its patience', async () => {
    const impatient = await specificationWorld(300);
    try {
      const { r } = await impatient.caller.do(
        'mutation { r: registerApplication(in: { name: "a", bundles: [{ name: "b" }] }) { bundles { data { id } } } }',
      );
      const id = r.bundles.data[0].id;
      const begun = performance.now();
      const mutation = `mutation { r: addAPIDefinitionToBundle(bundleID: "${id}", in: ${api()}) { spec { ${text} } } }`;
      expect((await impatient.caller.do(mutation)).r.spec).toEqual({ data: null, fetchRequest: { status: { condition: 'INITIAL' } } });
      expect(performance.now() - begun).toBeLessThan(5_000);
    } finally {
      await impatient.stop();
    }
  });
});
