import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  alice = world.as(aUser(aTenant()));
});

const define = (operation: 'create' | 'update', schema: object | string, key = 'tier') =>
  alice.ask(`mutation ($in: LabelDefinitionInput!) { made: ${operation}LabelDefinition(in: $in) { key schema } }`, {
    in: { key, schema: typeof schema === 'string' ? schema : JSON.stringify(schema) },
  });
const codeOf = ({ errors }: Awaited<ReturnType<Caller['ask']>>) => errors[0]?.extensions?.error;
const refusal = async (document: string) => codeOf(await alice.ask(document));
const tiers = { enum: ['gold', 'silver'] };
const application = async (labels: string) =>
  (await alice.do(`mutation { r: registerApplication(in: { name: "app", labels: { ${labels} } }) { id } }`)).r.id;

describe('a label definition', () => {
  it('is stored, found, replaced and deleted', async () => {
    expect((await define('create', tiers)).data.made).toEqual({ key: 'tier', schema: JSON.stringify(tiers) });
    expect(codeOf(await define('create', tiers))).toBe('NotUnique');
    expect(codeOf(await define('update', true.toString()))).toBeUndefined();
    expect((await alice.do('{ d: labelDefinition(key: "tier") { key schema } }')).d).toEqual({ key: 'tier', schema: 'true' });
    await alice.do('mutation { deleteLabelDefinition(key: "tier") { key } }');
    expect(await refusal('mutation { deleteLabelDefinition(key: "tier") { key } }')).toBe('NotFound');
    expect(codeOf(await define('update', tiers))).toBe('NotFound');
    expect((await alice.do('{ d: labelDefinition(key: "tier") { key } }')).d).toBeNull();
  });

  it.each(['{', '[]', '"text"', '{"$ref":"https://example.com/no"}'])('refuses the schema %s', async (schema) => {
    expect(codeOf(await define('create', schema))).toBe('InvalidData');
  });

  it('refuses a key that no label can have', async () => {
    expect(codeOf(await define('create', tiers, 'no-label'))).toBe('InvalidData');
  });

  it('binds what is registered, updated and set from then on', async () => {
    await define('create', tiers);
    expect(await refusal('mutation { registerApplication(in: { name: "a", labels: { tier: "lead" } }) { id } }')).toBe('InvalidData');
    expect(await refusal('mutation { registerRuntime(in: { name: "r", labels: { tier: 1 } }) { id } }')).toBe('InvalidData');
    const { r } = await alice.do('mutation { r: registerRuntime(in: { name: "r", labels: { tier: "gold", other: 1 } }) { id } }');
    const update = (tier: string) => `mutation { updateRuntime(id: "${r.id}", in: { name: "r", labels: { tier: "${tier}" } }) { id } }`;
    expect(await refusal(update('lead'))).toBe('InvalidData');
    await alice.do(update('silver'));
    const id = await application('tier: "gold"');
    const set = (value: string) => `mutation { setApplicationLabel(applicationID: "${id}", key: "tier", value: ${value}) { key } }`;
    expect(await refusal(set('["gold"]'))).toBe('InvalidData');
    await alice.do(set('"silver"'));
  });

  it('is refused while there are labels that violate it, and says which', async () => {
    const id = await application('tier: "lead"');
    const refused = await define('create', tiers);
    expect(codeOf(refused)).toBe('InvalidOperation');
    expect(refused.errors[0]?.message).toContain(id);
    await define('create', { type: 'string' });
    expect(codeOf(await define('update', tiers))).toBe('InvalidOperation');
    await alice.do(`mutation { setApplicationLabel(applicationID: "${id}", key: "tier", value: "gold") { key } }`);
    expect(codeOf(await define('update', tiers))).toBeUndefined();
  });

  it('leaves the labels when it is deleted, unless asked to take them along', async () => {
    const id = await application('tier: "gold", kept: 1');
    const labels = async () => Object.keys((await alice.do(`{ a: application(id: "${id}") { labels } }`)).a.labels);
    await define('create', tiers);
    await alice.do('mutation { deleteLabelDefinition(key: "tier") { key } }');
    expect(await labels()).toContain('tier');
    await define('create', tiers);
    await alice.do('mutation { deleteLabelDefinition(key: "tier", deleteRelatedLabels: true) { key } }');
    expect(await labels()).not.toContain('tier');
    expect(await labels()).toContain('kept');
  });
});

describe('the definition of scenarios', () => {
  it('follows from the formations', async () => {
    await alice.do('mutation { createFormation(formation: { name: "DEFAULT" }) { id } }');
    const { labelDefinitions, one } = await alice.do(
      '{ labelDefinitions { key schema } one: labelDefinition(key: "scenarios") { schema } }',
    );
    expect(labelDefinitions).toEqual([{ key: 'scenarios', schema: one.schema }]);
    expect(JSON.parse(one.schema)).toMatchObject({ type: 'array', items: { enum: ['DEFAULT'] } });
  });

  const scenarios = (...names: string[]) => ({ type: 'array', items: { type: 'string', enum: names } });
  const listed = async () =>
    (await alice.do('{ r: formations { data { name } } }')).r.data.map(({ name }: { name: string }) => name).sort();

  it.each(['create', 'update'] as const)(
    'creates formations that %sLabelDefinition lists, and deletes empty ones that it leaves out',
    async (operation) => {
      const { data } = await define(operation, scenarios('DEFAULT', 'ADDITIONAL'), 'scenarios');
      expect(JSON.parse(data.made.schema).items.enum.sort()).toEqual(['ADDITIONAL', 'DEFAULT']);
      expect(await listed()).toEqual(['ADDITIONAL', 'DEFAULT']);
      await application('scenarios: ["DEFAULT"]');
      expect(codeOf(await define(operation, scenarios('DEFAULT', 'THIRD'), 'scenarios'))).toBeUndefined();
      expect(await listed()).toEqual(['DEFAULT', 'THIRD']);
    },
  );

  it('keeps a formation in use, and changes nothing then', async () => {
    await define('update', scenarios('USED', 'SELECTED', 'EMPTY'), 'scenarios');
    await application('scenarios: ["USED"]');
    await alice.do(
      'mutation { createAutomaticScenarioAssignment(in: { scenarioName: "SELECTED", selector: { key: "k", value: "v" } }) { scenarioName } }',
    );
    for (const left of [['SELECTED'], ['USED']]) {
      const answer = await define('update', scenarios('NEW', ...left), 'scenarios');
      expect(answer.errors[0]).toMatchObject({ message: expect.stringMatching(/scenario (USED|SELECTED) is in use/) });
      expect(codeOf(answer)).toBe('InvalidOperation');
    }
    expect(await listed()).toEqual(['EMPTY', 'SELECTED', 'USED']);
  });

  it('is written with the names of formations only, and never deleted', async () => {
    for (const schema of [{ enum: ['x'] }, scenarios(), scenarios(' not a name'), true.toString()]) {
      expect(codeOf(await define('update', schema, 'scenarios'))).toBe('InvalidData');
    }
    expect(await refusal('mutation { deleteLabelDefinition(key: "scenarios") { key } }')).toBe('InvalidOperation');
  });
});
