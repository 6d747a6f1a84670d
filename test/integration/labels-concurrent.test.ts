import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let caller: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  caller = directorWorld(dynamo).as(aUser(aTenant()));
});
afterAll(() => dynamo.stop());

describe.each([
  ['an Application', 'registerApplication', 'setApplicationLabel', 'applicationID', 'application'],
  ['a Runtime', 'registerRuntime', 'setRuntimeLabel', 'runtimeID', 'runtime'],
])('labels of %s set at once', (_, register, set, argument, query) => {
  it('are all there when they were answered, and the rest get ConcurrentUpdate', async () => {
    const { made } = await caller.do(`mutation { made: ${register}(in: { name: "raced" }) { id } }`);
    const keys = Array.from({ length: 12 }, (__, index) => `key${index}`);
    const answers = await Promise.all(
      keys.map((key) => caller.ask(`mutation { ${set}(${argument}: "${made.id}", key: "${key}", value: "v") { key } }`)),
    );
    const failed = answers.flatMap(({ errors }) => errors.map(({ extensions }) => extensions));
    for (const extensions of failed) expect(extensions).toEqual({ error_code: 35, error: 'ConcurrentUpdate' });
    const { read } = await caller.do(`{ read: ${query}(id: "${made.id}") { labels } }`);
    expect(keys.filter((key) => key in read.labels)).toEqual(keys.filter((__, index) => answers[index]?.errors.length === 0));
  });

  it('do not undo an assignment that is made in between', async () => {
    const { made } = await caller.do(`mutation { made: ${register}(in: { name: "between" }) { id } }`);
    await Promise.all([
      caller.do(`mutation { ${set}(${argument}: "${made.id}", key: "a", value: "v") { key } }`),
      caller.do(`mutation { ${set}(${argument}: "${made.id}", key: "scenarios", value: ["sales", "support"]) { key } }`),
      caller.do(`mutation { ${set}(${argument}: "${made.id}", key: "b", value: "v") { key } }`),
    ]);
    const { read } = await caller.do(`{ read: ${query}(id: "${made.id}") { labels } }`);
    expect(read.labels).toMatchObject({ a: 'v', b: 'v', scenarios: ['sales', 'support'] });
  });

  it('may be called like what objects inherit, but for the two names that cannot be stored', async () => {
    const { made } = await caller.do(`mutation { made: ${register}(in: { name: "odd" }) { id } }`);
    for (const key of ['toString', 'hasOwnProperty']) {
      await caller.do(`mutation { ${set}(${argument}: "${made.id}", key: "${key}", value: 1) { key } }`);
      const { read } = await caller.do(`{ read: ${query}(id: "${made.id}") { labels(key: "${key}") } }`);
      expect(read.labels).toEqual({ [key]: 1 });
    }
    const { read } = await caller.do(`{ read: ${query}(id: "${made.id}") { labels(key: "valueOf") } }`);
    expect(read.labels).toEqual({});
    for (const key of ['constructor', '__proto__']) {
      const { errors } = await caller.ask(`mutation { ${set}(${argument}: "${made.id}", key: "${key}", value: 1) { key } }`);
      expect(errors).toMatchObject([{ extensions: { error: 'InvalidData' } }]);
    }
  });
});
