import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '#shared/core/quotas.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
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
});

it('counts the formations that a registration creates', async () => {
  const register = (names: string[]) =>
    admin.ask('mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id } }', {
      in: { name: `in-${names.length}`, labels: { scenarios: names } },
    });
  expect((await register(['a', 'b', 'c', 'd'])).errors).toMatchObject([exceeded('formations')]);
  expect((await register(['a', 'b', 'c'])).errors).toEqual([]);
  expect(await admin.do('{ applications { totalCount } }')).toEqual({ applications: { totalCount: 1 } });
});
