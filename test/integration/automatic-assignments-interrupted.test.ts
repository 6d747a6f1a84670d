import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { maxFormations } from '#shared/formations/formation-limit.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { Crashed } from '#test/support/pairing-model/crashes.ts';

let dynamo: Dynamo;
let tenant: TenantId;
/** Number of replacements of Runtimes that still succeed. */
let left = Number.POSITIVE_INFINITY;
/** Runs before the next replacement of a Runtime. */
let meanwhile: (() => Promise<unknown>) | undefined;
let alice: Caller;
let other: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  left = Number.POSITIVE_INFINITY;
  meanwhile = undefined;
  const { deps } = directorWorld(dynamo);
  const runtimes = {
    ...deps.runtimes,
    replace: async (...given: Parameters<typeof deps.runtimes.replace>) => {
      if (left-- <= 0) throw new Crashed();
      const interrupting = meanwhile;
      meanwhile = undefined;
      await interrupting?.();
      return deps.runtimes.replace(...given);
    },
  };
  alice = directorWorld(dynamo, { runtimes }).as(aUser(tenant));
  other = directorWorld(dynamo).as(aUser(tenant));
});

const formation = (name: string) => alice.do(`mutation { createFormation(formation: { name: "${name}" }) { id } }`);
const create = (name: string, value = 'eu') =>
  `mutation { createAutomaticScenarioAssignment(in: { scenarioName: "${name}", selector: { key: "region", value: "${value}" } }) { scenarioName } }`;
const end = (name: string) => `mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "${name}") { scenarioName } }`;
const runtime = async (region?: string) =>
  (
    await other.do('mutation ($in: RuntimeRegisterInput!) { r: registerRuntime(in: $in) { id } }', {
      in: { name: 'r', labels: { region } },
    })
  ).r.id as string;
const label = (id: string, value: string) => `mutation { setRuntimeLabel(runtimeID: "${id}", key: "region", value: "${value}") { key } }`;
const scenarios = async (id: string) => (await other.do(`{ r: runtime(id: "${id}") { labels } }`)).r.labels.scenarios ?? [];
const refusal = async (document: string) => (await alice.ask(document)).errors[0]?.extensions?.error;

it('the Director goes on with an automatic assignment that died in the middle when it is made again, and with its end likewise', async () => {
  await formation('A');
  const ids = await Promise.all([runtime('eu'), runtime('eu'), runtime('eu')]);
  left = 1;
  expect(await refusal(create('A'))).toBe('InternalError');
  left = Number.POSITIVE_INFINITY;
  expect(await refusal(create('A', 'us'))).toBe('NotUnique');
  await alice.do(create('A'));
  expect(await Promise.all(ids.map(scenarios))).toEqual([['A'], ['A'], ['A']]);
  expect(await refusal(create('A'))).toBe('NotUnique');
  left = 1;
  expect(await refusal(end('A'))).toBe('InternalError');
  left = Number.POSITIVE_INFINITY;
  // A Runtime that gets the label now is not assigned any more.
  expect(await scenarios(await runtime('eu'))).toEqual([]);
  await alice.do(end('A'));
  expect(await Promise.all(ids.map(scenarios))).toEqual([[], [], []]);
  expect(await refusal(end('A'))).toBe('NotFound');
});

it('the Director changes the label of a Runtime and its formations in one step', async () => {
  await formation('A');
  await formation('B');
  await alice.do(create('A', 'eu'));
  await alice.do(create('B', 'us'));
  const id = await runtime('eu');
  left = 0;
  expect(await refusal(label(id, 'us'))).toBe('InternalError');
  expect((await other.do(`{ r: runtime(id: "${id}") { labels } }`)).r.labels).toMatchObject({ region: 'eu', scenarios: ['A'] });
  left = 1;
  await alice.do(label(id, 'us'));
  expect(await scenarios(id)).toEqual(['B']);
});

it('the Director finds an assignment that is made, and one that is ended, while a label is set', async () => {
  await formation('A');
  const id = await runtime();
  meanwhile = () => other.do(create('A'));
  await alice.do(label(id, 'eu'));
  expect(await scenarios(id)).toEqual(['A']);
  const late = await runtime();
  meanwhile = () => other.do(end('A'));
  await alice.do(label(late, 'eu'));
  expect(await Promise.all([scenarios(id), scenarios(late)])).toEqual([[], []]);
});

it('the Director lets no Runtime into a formation whose automatic assignment ended while it was still being made', async () => {
  await formation('A');
  const ids = await Promise.all([runtime('eu'), runtime('eu')]);
  meanwhile = () => other.do(end('A'));
  await alice.do(create('A'));
  expect(await refusal(end('A'))).toBe('NotFound');
  expect(await Promise.all(ids.map(scenarios))).toEqual([[], []]);
});

it('the Director leaves alone an automatic assignment that is made for the formation while another one is still being made', async () => {
  await formation('A');
  const [old, both] = await Promise.all([runtime('eu'), runtime('eu')]);
  meanwhile = async () => {
    await other.do(end('A'));
    await other.do(label(both, 'us'));
    await other.do(create('A', 'us'));
  };
  await alice.do(create('A'));
  expect(await Promise.all([old, both].map(scenarios))).toEqual([[], ['A']]);
  const { all } = await other.do('{ all: automaticScenarioAssignments { data { selector { value } } } }');
  expect(all.data).toEqual([{ selector: { value: 'us' } }]);
});

it('the Director leaves alone an automatic assignment that is made for the formation while the one before is still being ended', async () => {
  await formation('A');
  await alice.do(create('A'));
  const [old, next] = await Promise.all([runtime('eu'), runtime('us')]);
  meanwhile = async () => {
    await other.do(end('A'));
    await other.do(create('A', 'us'));
  };
  await alice.do(end('A'));
  expect(await Promise.all([old, next].map(scenarios))).toEqual([[], ['A']]);
  await alice.do(end('A'));
  expect(await scenarios(next)).toEqual([]);
});

it('the Director moves a Runtime between as many formations as it can be in', async () => {
  const names = Array.from({ length: maxFormations }, (_, index) => index);
  for (const index of names) {
    for (const [group, value] of [
      ['old', 'eu'],
      ['new', 'us'],
    ] as const) {
      await formation(`${group}-${index}`);
      await alice.do(create(`${group}-${index}`, value));
    }
  }
  const id = await runtime('eu');
  expect(await scenarios(id)).toHaveLength(maxFormations);
  left = 1;
  expect(await refusal(label(id, 'us'))).toBe('InternalError');
  left = Number.POSITIVE_INFINITY;
  await alice.do(label(id, 'us'));
  expect(await scenarios(id)).toEqual(names.map((index) => `new-${index}`).sort());
});

it('the Director takes the rest of the Runtimes out when a label definition is deleted with its labels again, after it died in the middle', async () => {
  await formation('A');
  await alice.do(create('A'));
  await alice.do('mutation { createLabelDefinition(in: { key: "region" }) { key } }');
  const ids = await Promise.all([runtime('eu'), runtime('eu'), runtime('eu')]);
  const remove = 'mutation { deleteLabelDefinition(key: "region", deleteRelatedLabels: true) { key } }';
  left = 1;
  expect(await refusal(remove)).toBe('InternalError');
  left = Number.POSITIVE_INFINITY;
  expect(await refusal(remove)).toBeUndefined();
  for (const id of ids) expect(await scenarios(id)).toEqual([]);
  expect(await refusal(remove)).toBe('NotFound');
});
