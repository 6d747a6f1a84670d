import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { tenantOwner } from '#shared/table/quota-counts-entity.dynamo.ts';
import { countsOf, forgetCounts } from '#test/support/counted.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const most = 3;

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let admin: Caller;

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
  const limits = {
    ...defaultLimits,
    applications: most,
    runtimes: most,
    formations: most,
    integrationSystems: most,
    applicationTemplates: most,
    formationTemplates: most,
    labelDefinitions: most,
    labelDefinitionBytes: 1000,
  };
  world = directorWorld({ ...dynamo, table: controlPlaneTable(dynamo.client, dynamo.tableName, limits) });
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
  admin = world.as(aUser(tenant));
});

interface Kind {
  readonly quota: string;
  /** Asks for one more, and for its key as `id`. */
  readonly create: (name: string) => string;
  readonly remove: (id: string) => string;
}

const kinds: Kind[] = [
  {
    quota: 'applications',
    create: (name) => `mutation { made: registerApplication(in: { name: "${name}" }) { id } }`,
    remove: (id) => `mutation { unregisterApplication(id: "${id}") { id } }`,
  },
  {
    quota: 'runtimes',
    create: (name) => `mutation { made: registerRuntime(in: { name: "${name}" }) { id } }`,
    remove: (id) => `mutation { unregisterRuntime(id: "${id}") { id } }`,
  },
  {
    quota: 'formations',
    create: (name) => `mutation { made: createFormation(formation: { name: "${name}" }) { id: name } }`,
    remove: (id) => `mutation { deleteFormation(formation: { name: "${id}" }) { id } }`,
  },
  {
    quota: 'integrationSystems',
    create: (name) => `mutation { made: registerIntegrationSystem(in: { name: "${name}" }) { id } }`,
    remove: (id) => `mutation { unregisterIntegrationSystem(id: "${id}") { id } }`,
  },
  {
    quota: 'applicationTemplates',
    create: (name) =>
      `mutation { made: createApplicationTemplate(in: { name: "${name}", applicationInput: { name: "shop" }, placeholders: [], accessLevel: GLOBAL }) { id } }`,
    remove: (id) => `mutation { deleteApplicationTemplate(id: "${id}") { id } }`,
  },
  {
    quota: 'formationTemplates',
    create: (name) => `mutation { made: createFormationTemplate(in: { name: "${name}", applicationTypes: [] }) { id } }`,
    remove: (id) => `mutation { deleteFormationTemplate(id: "${id}") { id } }`,
  },
  {
    quota: 'labelDefinitions',
    create: (name) => `mutation { made: createLabelDefinition(in: { key: "${name.replaceAll('-', '_')}" }) { id: key } }`,
    remove: (id) => `mutation { deleteLabelDefinition(key: "${id}") { key } }`,
  },
];

const exceeded = (quota: string) => ({
  message: expect.stringMatching(new RegExp(`tenant may have ${most} .* at most; .*quota=${quota}`)),
  extensions: { error_code: 27, error: 'QuotaExceeded' },
});

describe.each(kinds)('a tenant has as many $quota as it may', ({ quota, create, remove }) => {
  it('and no more, until it has deleted one', async () => {
    const made = [];
    for (const index of Array(most).keys()) made.push((await admin.do(create(`one-${index}`))).made.id);
    expect((await admin.ask(create('two'))).errors).toMatchObject([exceeded(quota)]);
    await admin.do(remove(made[0]));
    await admin.do(create('two'));
    expect((await admin.ask(create('three'))).errors).toMatchObject([exceeded(quota)]);
    await world.as(aUser(aTenant())).do(create('three'));
  });

  it('also of requests at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => admin.ask(create(`many-${index}`))));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(most);
    for (const { errors } of answers.filter((answer) => answer.errors.length > 0)) expect(errors).toMatchObject([exceeded(quota)]);
  });

  it('whatever is created and deleted at the same moment', async () => {
    const bursts = fc.array(fc.record({ created: fc.integer({ min: 0, max: most + 2 }), deleted: fc.nat(most) }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(bursts, async (story) => {
        const owner = world.as(aUser(aTenant()));
        const there: string[] = [];
        let number = 0;
        const add = async () => {
          number += 1;
          const { data, errors } = await owner.ask(create(`one-${number}`));
          if (errors.length > 0) expect(errors).toMatchObject([exceeded(quota)]);
          else there.push(data.made.id);
          return errors.length === 0;
        };
        for (const { created, deleted } of story) {
          const before = there.length;
          const gone = there.splice(0, deleted);
          const made = await Promise.all([
            ...Array.from({ length: created }, add),
            ...gone.map(async (id) => {
              await owner.do(remove(id));
              return false;
            }),
          ]);
          const count = made.filter(Boolean).length;
          expect(there.length).toBeLessThanOrEqual(most);
          expect(count).toBeGreaterThanOrEqual(Math.min(created, most - before));
        }
        while (there.length < most) expect(await add()).toBe(true);
        expect(await add()).toBe(false);
      }),
      { numRuns: 8 },
    );
  });
});

it('the quota of a tenant counts the formations that a registration creates', async () => {
  const register = (names: string[]) =>
    admin.ask('mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id } }', {
      in: { name: `in-${names.length}`, labels: { scenarios: names } },
    });
  expect((await register(['a', 'b', 'c', 'd'])).errors).toMatchObject([exceeded('formations')]);
  expect((await register(['a', 'b', 'c'])).errors).toEqual([]);
  expect(await admin.do('{ applications { totalCount } }')).toEqual({ applications: { totalCount: 1 } });
});

it('the quota of a tenant counts what is in the table from before there was a limit', async () => {
  const define = (key: string) => `mutation { createLabelDefinition(in: { key: "${key}", schema: "{}" }) { key } }`;
  const template = (name: string) => `mutation { createFormationTemplate(in: { name: "${name}", applicationTypes: [] }) { id } }`;
  for (const name of ['a', 'b', 'c']) {
    await admin.do(define(name));
    await admin.do(template(name));
  }
  await forgetCounts(dynamo, tenantOwner(tenant));
  expect((await admin.ask(define('d'))).errors).toMatchObject([exceeded('labelDefinitions')]);
  expect((await admin.ask(template('d'))).errors).toMatchObject([exceeded('formationTemplates')]);
  await admin.do('mutation { deleteLabelDefinition(key: "a") { key } }');
  await admin.do(define('d'));
  expect((await admin.ask(define('e'))).errors).toMatchObject([exceeded('labelDefinitions')]);
  expect(await countsOf(dynamo, tenantOwner(tenant))).toMatchObject({ labelDefinitions: 3 });
});

it('the quota of a tenant counts bytes of label definitions, and gives back what one is shortened by', async () => {
  const write = (operation: 'create' | 'update', key: string, length: number) =>
    admin.ask('mutation ($in: LabelDefinitionInput!) { made: OPERATIONLabelDefinition(in: $in) { key } }'.replace('OPERATION', operation), {
      in: { key, schema: JSON.stringify({ const: 'x'.repeat(length) }) },
    });
  const tooMuch = [{ message: expect.stringContaining('quota=labelDefinitionBytes'), extensions: { error: 'QuotaExceeded' } }];
  expect((await write('create', 'large', 800)).errors).toEqual([]);
  expect((await write('create', 'other', 200)).errors).toMatchObject(tooMuch);
  expect((await write('update', 'large', 1000)).errors).toMatchObject(tooMuch);
  expect((await write('update', 'large', 500)).errors).toEqual([]);
  expect((await write('create', 'other', 200)).errors).toEqual([]);
});

it('a tenant has one automatic assignment for each formation at most', async () => {
  await admin.do('mutation { createFormation(formation: { name: "group" }) { id } }');
  const assign = (value: string) =>
    admin.ask(`mutation { createAutomaticScenarioAssignment(in: { scenarioName: "group", selector: { key: "region", value: "${value}" } })
      { scenarioName } }`);
  const answers = await Promise.all(['north', 'south', 'east'].map(assign));
  expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
});
