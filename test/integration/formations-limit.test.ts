import { afterAll, beforeAll, expect, it } from 'vitest';
import { maxFormations } from '#shared/formations/formation-limit.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let alice: Caller;
beforeAll(async () => {
  dynamo = await startDynamo();
  alice = directorWorld(dynamo).as(aUser(aTenant()));
});
afterAll(() => dynamo.stop());

const names = Array.from({ length: maxFormations }, (_, index) => `group-${index}`);
const assign = (id: string, name: string) =>
  `mutation { assignFormation(objectID: "${id}", objectType: RUNTIME, formation: { name: "${name}" }) { id } }`;
const tooMany = { errors: [{ message: expect.stringContaining(`in ${maxFormations} formations at most`) }] };

it('the Director lets a Runtime be in as many formations as it can leave at once, and in no more', async () => {
  for (const name of [...names, 'one-more']) await alice.do(`mutation { createFormation(formation: { name: "${name}" }) { id } }`);
  const register = 'mutation ($in: RuntimeRegisterInput!) { made: registerRuntime(in: $in) { id } }';
  const { made } = await alice.do(register, { in: { name: 'cluster', labels: { scenarios: names.slice(1) } } });
  await alice.do(assign(made.id, names[0] ?? ''));
  expect(await alice.ask(assign(made.id, 'one-more'))).toMatchObject(tooMany);
  const label = 'mutation ($id: ID!, $value: Any!) { setRuntimeLabel(runtimeID: $id, key: "scenarios", value: $value) { key } }';
  expect(await alice.ask(label, { id: made.id, value: [...names, 'one-more'] })).toMatchObject(tooMany);
  expect(await alice.ask(register, { in: { name: 'other', labels: { scenarios: [...names, 'one-more'] } } })).toMatchObject(tooMany);
  await alice.do(`mutation { unregisterRuntime(id: "${made.id}") { id } }`);
  expect(await alice.do(`{ runtime(id: "${made.id}") { id } }`)).toEqual({ runtime: null });
});
