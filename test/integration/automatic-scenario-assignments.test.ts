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
beforeEach(async () => {
  tenant = aTenant();
  alice = world.as(aUser(tenant));
  await alice.do('mutation { a: createFormation(formation: { name: "A" }) { id } b: createFormation(formation: { name: "B" }) { id } }');
});

const selector = (value: string) => `selector: { key: "region", value: "${value}" }`;
const create = (scenario: string, value: string) =>
  `mutation { made: createAutomaticScenarioAssignment(in: { scenarioName: "${scenario}", ${selector(value)} }) { scenarioName selector { key value } } }`;
const runtime = async (labels: string) =>
  (await alice.do(`mutation { r: registerRuntime(in: { name: "r-${randomUUID()}", labels: { ${labels} } }) { id } }`)).r.id;
const scenarios = async (id: string) =>
  (await alice.do(`{ r: runtime(id: "${id}") { labels(key: "scenarios") } }`)).r.labels?.scenarios ?? [];
const label = (id: string, value: string) => `mutation { setRuntimeLabel(runtimeID: "${id}", key: "region", value: "${value}") { key } }`;
const refusal = async (document: string, caller = alice) => (await caller.ask(document)).errors[0]?.extensions?.error;

describe('an automatic scenario assignment', () => {
  it('takes in the Runtimes that are there and those that are registered, by their label', async () => {
    const [there, other] = [await runtime('region: "eu"'), await runtime('region: "us"')];
    const { made } = await alice.do(create('A', 'eu'));
    expect(made).toEqual({ scenarioName: 'A', selector: { key: 'region', value: 'eu' } });
    const [later, bare] = [await runtime('region: "eu", scenarios: ["B"]'), await runtime('')];
    expect(await Promise.all([there, other, later, bare].map(scenarios))).toEqual([['A'], [], ['A', 'B'], []]);
  });

  it('follows a label that is set, replaced or deleted', async () => {
    await alice.do(create('A', 'eu'));
    await alice.do(create('B', 'us'));
    const id = await runtime('');
    await alice.do(label(id, 'eu'));
    expect(await scenarios(id)).toEqual(['A']);
    const { updated } = await alice.do(
      `mutation { updated: updateRuntime(id: "${id}", in: { name: "r", labels: { region: "us" } }) { labels(key: "scenarios") } }`,
    );
    expect(updated.labels).toEqual({ scenarios: ['B'] });
    await alice.do(`mutation { deleteRuntimeLabel(runtimeID: "${id}", key: "region") { key } }`);
    expect(await scenarios(id)).toEqual([]);
  });

  it('takes the Runtimes out when it is deleted, but none that came without it', async () => {
    const [manual, selected] = [await runtime('scenarios: ["A"]'), await runtime('region: "eu"')];
    await alice.do(create('A', 'eu'));
    await alice.do('mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "A") { scenarioName } }');
    expect(await Promise.all([manual, selected].map(scenarios))).toEqual([['A'], []]);
    expect(await refusal('mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "A") { scenarioName } }')).toBe('NotFound');
  });

  it('is listed, found by formation and selector, and deleted by selector', async () => {
    await alice.do(create('B', 'eu'));
    await alice.do(create('A', 'eu'));
    const { page, one, none, some } = await alice.do(`{
      page: automaticScenarioAssignments(first: 1) { data { scenarioName } totalCount pageInfo { hasNextPage } }
      one: automaticScenarioAssignmentForScenario(scenarioName: "B") { selector { value } }
      none: automaticScenarioAssignmentForScenario(scenarioName: "C") { selector { value } }
      some: automaticScenarioAssignmentsForSelector(${selector('eu')}) { scenarioName } }`);
    expect(page).toEqual({ data: [{ scenarioName: 'A' }], totalCount: 2, pageInfo: { hasNextPage: true } });
    expect([one, none, some.length]).toEqual([{ selector: { value: 'eu' } }, null, 2]);
    const { ended } = await alice.do(
      `mutation { ended: deleteAutomaticScenarioAssignmentsForSelector(${selector('eu')}) { scenarioName } }`,
    );
    expect(ended).toHaveLength(2);
    expect((await alice.do('{ page: automaticScenarioAssignments { totalCount } }')).page.totalCount).toBe(0);
  });

  it('is one per formation, of a formation that exists, and goes with it', async () => {
    expect(await refusal(create('none', 'eu'))).toBe('NotFound');
    await alice.do(create('A', 'eu'));
    expect(await refusal(create('A', 'us'))).toBe('NotUnique');
    await alice.do('mutation { deleteFormation(formation: { name: "A" }) { id } }');
    expect((await everyItem(dynamo)).filter(({ type, tenant: of }) => type === 'AutomaticAssignment' && of === tenant)).toEqual([]);
  });

  it('is not made when a Runtime is of a type that the formation does not take', async () => {
    await alice.do('mutation { createFormationTemplate(in: { name: "T", applicationTypes: [], runtimeTypes: ["kyma"] }) { id } }');
    await alice.do('mutation { createFormation(formation: { name: "C", templateName: "T" }) { id } }');
    await runtime('region: "eu"');
    expect(await refusal(create('C', 'eu'))).toBe('InvalidOperation');
    expect((await alice.do('{ page: automaticScenarioAssignments { totalCount } }')).page.totalCount).toBe(0);
  });

  it('lets no Runtime into a formation by its own hand', async () => {
    await alice.do(create('A', 'eu'));
    const id = await runtime('');
    const itself = world.as(aSystem('runtime', id, tenant));
    expect(await refusal(label(id, 'eu'), itself)).toBe('InsufficientScopes');
    expect(await refusal(`mutation { updateRuntime(id: "${id}", in: { name: "r", labels: { region: "eu" } }) { id } }`, itself)).toBe(
      'InsufficientScopes',
    );
    await itself.do(label(id, 'us'));
    expect(await scenarios(id)).toEqual([]);
  });
});

describe('a tenant that is assigned to a formation', () => {
  const subaccount = (of: string) => `global_subaccount_id: "${of}"`;
  const change = (verb: string, of: string, formation = 'A') =>
    `mutation { f: ${verb}Formation(objectID: "${of}", objectType: TENANT, formation: { name: "${formation}" }) { name } }`;

  it('brings in the Runtimes of this subaccount, those that are there and those to come, and takes them along again', async () => {
    const [mine, foreign] = [randomUUID(), randomUUID()];
    const [there, other] = [await runtime(subaccount(mine)), await runtime(subaccount(foreign))];
    for (let time = 0; time < 2; time++) expect((await alice.do(change('assign', mine))).f).toEqual({ name: 'A' });
    const later = await runtime(subaccount(mine));
    expect(await Promise.all([there, other, later].map(scenarios))).toEqual([['A'], [], ['A']]);
    const { found } = await alice.do('{ found: automaticScenarioAssignmentForScenario(scenarioName: "A") { selector { key value } } }');
    expect(found.selector).toEqual({ key: 'global_subaccount_id', value: mine });
    await alice.do(change('unassign', foreign));
    expect(await scenarios(there)).toEqual(['A']);
    for (let time = 0; time < 2; time++) await alice.do(change('unassign', mine));
    expect(await Promise.all([there, other, later].map(scenarios))).toEqual([[], [], []]);
  });

  it('is refused where there is no such formation, and where it takes in Runtimes by another label', async () => {
    for (const verb of ['assign', 'unassign']) expect(await refusal(change(verb, randomUUID(), 'none'))).toBe('NotFound');
    await alice.do(create('A', 'eu'));
    expect(await refusal(change('assign', randomUUID()))).toBe('NotUnique');
  });

  it('is not for Applications and Runtimes', async () => {
    const id = await runtime('');
    expect(await refusal(change('assign', randomUUID()), world.as(aSystem('runtime', id, tenant)))).toBe('InsufficientScopes');
  });
});
