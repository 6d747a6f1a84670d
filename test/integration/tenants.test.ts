import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roleScopes } from '#shared/authorization/scopes.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let tenant: TenantId;
let second: TenantId;
/** A user of two tenants. */
let alice: Caller;
let operator: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  [tenant, second] = [aTenant(), aTenant()].sort() as [TenantId, TenantId];
  alice = world.as({ ...aUser(tenant), otherTenants: [second] });
  operator = world.as(aUser(aTenant(), roleScopes.operator));
});

const fields = 'id internalID name type parents parentID provider initialized labels';
const mapping = (externalTenant: string | undefined, rest: object = {}) => ({
  externalTenant,
  name: `tenant ${externalTenant}`,
  type: 'account',
  provider: 'test',
  ...rest,
});
const writing = 'mutation ($in: [BusinessTenantMappingInput!]) { written: writeTenants(in: $in) }';
const deleting = 'mutation ($in: [String!]) { deleted: deleteTenants(in: $in) }';
const write = async (caller: Caller, ...mappings: object[]) => (await caller.do(writing, { in: mappings })).written;
const list = async (caller: Caller, args = '') =>
  (await caller.do(`{ t: tenants${args} { data { ${fields} } totalCount pageInfo { endCursor hasNextPage } } }`)).t;
const byId = async (caller: Caller, id: string | undefined) => (await caller.do(`{ t: tenantByExternalID(id: "${id}") { ${fields} } }`)).t;
const refusal = async (caller: Caller, document: string, variables: object) =>
  (await caller.ask(document, variables)).errors[0]?.extensions?.error;

describe('a tenant', () => {
  it.each([''])('may have the provider %j', async (provider) => {
    await write(operator, mapping(tenant, { provider }));
    expect(await byId(operator, tenant)).toMatchObject({ provider });
  });
});

describe('an administrator', () => {
  it('finds the tenants that its token names, written or not', async () => {
    expect(await list(alice)).toMatchObject({
      data: [{ id: tenant, name: null, type: 'unknown', parents: [] }, { id: second }],
      totalCount: 2,
    });
    expect(await write(alice, mapping(second, { parents: [tenant], region: 'eu' }))).toEqual([second]);
    const described = {
      id: second,
      internalID: second,
      name: `tenant ${second}`,
      type: 'account',
      parents: [tenant],
      parentID: tenant,
      provider: 'test',
      initialized: false,
      labels: { region: 'eu' },
    };
    expect((await list(alice)).data[1]).toEqual(described);
    expect(await byId(alice, second)).toEqual(described);
    const { one } = await alice.do(`{ one: tenantByInternalID(id: "${second}") { id labels(key: "region") } }`);
    expect(one).toEqual({ id: second, labels: { region: 'eu' } });
  });

  it('pages through them and finds them by name and id', async () => {
    await write(alice, mapping(tenant, { name: 'The Shop' }), mapping(second, { name: 'Other' }));
    const first = await list(alice, '(first: 1)');
    expect(first).toMatchObject({ data: [{ id: tenant }], totalCount: 2, pageInfo: { hasNextPage: true } });
    expect((await list(alice, `(first: 1, after: "${first.pageInfo.endCursor}")`)).data).toMatchObject([{ id: second }]);
    for (const term of ['shop', tenant?.slice(3).toUpperCase()]) {
      expect(await list(alice, `(searchTerm: "${term}")`)).toMatchObject({ data: [{ id: tenant }], totalCount: 1 });
    }
  });

  it('neither sees nor changes any other, whether it is there or not', async () => {
    const strange = aTenant();
    await write(operator, mapping(strange));
    for (const id of [strange, randomUUID(), 'not an id', '']) {
      expect(await byId(alice, id)).toBeNull();
      expect(await refusal(alice, deleting, { in: [id] })).toBe('NotFound');
    }
    for (const id of [strange, randomUUID(), 'a#b'])
      expect(await refusal(alice, writing, { in: [mapping(tenant), mapping(id)] })).toBe('NotFound');
    expect(await list(alice)).toMatchObject({ data: [{ id: tenant, name: null }, { id: second }], totalCount: 2 });
    expect(await byId(operator, strange)).toMatchObject({ provider: 'test' });
  });

  it('is not given access to a tenant by having it written', async () => {
    const mallory = world.as(aUser(aTenant()));
    await write(mallory, mapping((await list(mallory)).data[0].id, { parents: [tenant] }));
    expect(await byId(mallory, tenant)).toBeNull();
    expect((await list(mallory)).totalCount).toBe(1);
  });
});

describe('an operator', () => {
  it('finds every tenant that was written, and those alone', async () => {
    const ids = [aTenant(), aTenant(), aTenant()].sort();
    const mark = randomUUID();
    expect(await write(operator, ...ids.map((id) => mapping(id, { name: `of ${mark}` })))).toEqual(ids);
    const first = await list(operator, `(first: 2, searchTerm: "${mark}")`);
    expect(first).toMatchObject({ data: [{ id: ids[0] }, { id: ids[1] }], totalCount: 3 });
    expect((await list(operator, `(first: 2, after: "${first.pageInfo.endCursor}", searchTerm: "${mark}")`)).data).toMatchObject([
      { id: ids[2] },
    ]);
    expect((await list(operator)).totalCount).toBeGreaterThanOrEqual(3);
    expect(await byId(operator, tenant)).toBeNull();
  });

  it('reaches into no tenant', async () => {
    const { app } = await alice.do('mutation { app: registerApplication(in: { name: "a" }) { id } }');
    for (const document of [
      `{ application(id: "${app.id}") { id } }`,
      '{ applications { totalCount } }',
      'mutation { createFormation(formation: { name: "f" }) { id } }',
    ]) {
      expect(await refusal(operator, document, {})).toBe('InsufficientScopes');
    }
  });
});

describe('the parents of a tenant', () => {
  const roots = async (caller: Caller, id: string | undefined) =>
    (await caller.do(`{ t: rootTenants(externalTenant: "${id}") { id } }`)).t.map((one: { id: string }) => one.id);

  it('lead to its root tenants: itself without parents, else those ancestors that have none', async () => {
    const [customer, other, account, subaccount] = [aTenant(), aTenant(), aTenant(), aTenant()];
    await write(operator, mapping(customer, { type: 'customer' }), mapping(other), mapping(account, { parents: [customer, other] }));
    await write(operator, mapping(subaccount, { type: 'subaccount', parents: [account, customer] }));
    expect(new Set(await roots(operator, subaccount))).toEqual(new Set([customer, other]));
    expect(await roots(operator, customer)).toEqual([customer]);
    await write(operator, mapping(customer, { parents: [subaccount] }), mapping(other, { parents: [subaccount] }));
    expect(await roots(operator, subaccount)).toEqual([]);
  });

  it('are followed as far as the caller sees them', async () => {
    const hidden = aTenant();
    await write(operator, mapping(tenant, { parents: [second] }), mapping(second, { parents: [hidden] }), mapping(hidden));
    expect(await roots(alice, tenant)).toEqual([second]);
    expect(await roots(operator, tenant)).toEqual([hidden]);
    expect(await refusal(alice, `{ rootTenants(externalTenant: "${hidden}") { id } }`, {})).toBe('NotFound');
  });

  it('have an end', async () => {
    const ids = Array.from({ length: 101 }, aTenant);
    await write(operator, ...ids.slice(1).map((id, index) => mapping(id, { parents: [ids[index]] })));
    await write(operator, mapping(ids[0]));
    expect(await refusal(operator, `{ rootTenants(externalTenant: "${ids[100]}") { id } }`, {})).toBe('InvalidOperation');
    expect(await roots(operator, ids[99])).toEqual([ids[0]]);
  });

  it('give a parent nothing of its children: neither their objects nor their descriptions', async () => {
    const child = aTenant();
    const ofChild = world.as(aUser(child));
    await write(operator, mapping(tenant, { type: 'account' }), mapping(child, { type: 'subaccount', parents: [tenant] }));
    const { app } = await ofChild.do('mutation { app: registerApplication(in: { name: "a" }) { id } }');
    expect(await alice.do(`{ application(id: "${app.id}") { id } applications { totalCount } }`)).toEqual({
      application: null,
      applications: { totalCount: 0 },
    });
    expect(await byId(alice, child)).toBeNull();
  });
});

describe('a label of a tenant', () => {
  const set = (key: string, value: unknown, id = tenant) =>
    [
      'mutation ($id: ID!, $key: String!, $value: Any!) { label: setTenantLabel(tenantID: $id, key: $key, value: $value) { key value } }',
      { id, key, value },
    ] as const;
  const labels = async () => (await byId(alice, tenant)).labels;

  it('is set beside others, and stays when the description is written over', async () => {
    expect(await alice.do(...set('a', { b: [1] }))).toEqual({ label: { key: 'a', value: { b: [1] } } });
    await alice.do(...set('c', 'd'));
    await write(alice, mapping(tenant, { region: 'eu' }));
    expect(await labels()).toEqual({ a: { b: [1] }, c: 'd', region: 'eu' });
    const update = 'mutation ($id: ID!, $in: BusinessTenantMappingInput!) { t: updateTenant(id: $id, in: $in) { name labels parents } }';
    const { t } = await alice.do(update, { id: tenant, in: mapping(tenant, { name: 'new', parents: [second] }) });
    expect(t).toEqual({ name: 'new', labels: { a: { b: [1] }, c: 'd' }, parents: [second] });
    expect(await refusal(alice, update, { id: tenant, in: mapping(second) })).toBe('InvalidData');
    const strange = aTenant();
    expect(await refusal(alice, update, { id: strange, in: mapping(strange) })).toBe('NotFound');
    expect(await refusal(operator, update, { id: strange, in: mapping(strange) })).toBe('NotFound');
  });

  it('is a part of the description where that has one of its name', async () => {
    await alice.do(...set('region', 'us'));
    expect(await labels()).toEqual({ region: 'us' });
    for (const value of [1, '', 'x'.repeat(257), ['eu']]) expect(await refusal(alice, ...set('region', value))).toBe('InvalidData');
  });

  it('is refused with an odd key, without a value, beyond 4 KB together, and for a tenant that the caller does not see', async () => {
    for (const [key, value] of [
      ['a b', 1],
      ['__proto__', null],
      ['a', null],
      ['a', 'x'.repeat(4096)],
    ] as const) {
      expect([key, await refusal(alice, ...set(key, value))]).toEqual([key, expect.stringMatching(/^(InvalidData|BadRequest)$/)]);
    }
    expect(await refusal(alice, ...set('a', 1, aTenant()))).toBe('NotFound');
    expect(await refusal(operator, ...set('a', 1, aTenant()))).toBe('NotFound');
    expect(await labels()).toEqual({});
  });

  it('is not lost when many are set at once', async () => {
    await Promise.all(['a', 'b', 'c'].map((key) => alice.do(...set(key, key))));
    expect(await labels()).toEqual({ a: 'a', b: 'b', c: 'c' });
  });
});

describe('the description of a tenant', () => {
  it('is written over, down to what is left out, all or nothing', async () => {
    await write(alice, mapping(tenant, { region: 'eu', parent: second }));
    await write(alice, mapping(tenant, { name: 'renamed' }));
    expect(await byId(alice, tenant)).toMatchObject({ name: 'renamed', labels: {}, parents: [] });
    expect(await refusal(alice, writing, { in: [mapping(second), mapping(tenant, { type: 'odd' })] })).toBe('InvalidData');
    expect((await byId(alice, second)).name).toBeNull();
  });

  it.each([
    ['an odd type', { type: 'odd' }],
    ['no name', { name: '' }],
    ['itself as parent', { parents: ['own'] }],
  ])('is refused with %s', async (_, rest) => {
    const given = { ...mapping(tenant, rest), ...('parents' in rest && { parents: [tenant] }) };
    expect(await refusal(alice, writing, { in: [given] })).toBe('InvalidData');
  });

  it('is refused where any of its texts is longer than 256 characters, or it has more than 20 parents', async () => {
    const texts = ['name', 'provider', 'parent', 'subdomain', 'region', 'licenseType', 'customerID', 'costObjectID', 'costObjectType'];
    for (const text of texts) {
      expect(await refusal(alice, writing, { in: [mapping(tenant, { [text]: 'x'.repeat(257) })] })).toBe('InvalidData');
      await write(alice, mapping(tenant, { [text]: 'x'.repeat(256) }));
    }
    const parents = Array.from({ length: 21 }, aTenant);
    expect(await refusal(alice, writing, { in: [mapping(tenant, { parents })] })).toBe('InvalidData');
    await write(alice, mapping(tenant, { parents: parents.slice(1) }));
  });

  it('is refused for a tenant named twice, and for more than a hundred at once', async () => {
    expect(await refusal(alice, writing, { in: [mapping(tenant), mapping(tenant)] })).toBe('InvalidData');
    expect(await refusal(operator, writing, { in: Array.from({ length: 101 }, () => mapping(aTenant())) })).toBe('InvalidData');
    expect(await write(operator, ...Array.from({ length: 100 }, () => mapping(aTenant())))).toHaveLength(100);
  });

  it('is forgotten on request, but not of a tenant that has objects', async () => {
    await write(alice, mapping(tenant), mapping(second));
    const { app } = await alice.do('mutation { app: registerApplication(in: { name: "a" }) { id } }');
    expect(await byId(alice, tenant)).toMatchObject({ initialized: true });
    const { errors } = await alice.ask(deleting, { in: [second, tenant] });
    expect(errors).toMatchObject([{ message: expect.stringContaining('applications: 1'), extensions: { error: 'InvalidOperation' } }]);
    expect((await byId(alice, second)).name).not.toBeNull();
    await alice.do(`mutation { unregisterApplication(id: "${app.id}") { id } }`);
    expect((await alice.do(deleting, { in: [second, tenant, tenant] })).deleted).toBe(2);
    expect((await alice.do(deleting, { in: [tenant] })).deleted).toBe(0);
    expect(await refusal(alice, deleting, { in: Array.from({ length: 101 }, () => tenant) })).toBe('InvalidData');
    expect(await byId(alice, tenant)).toMatchObject({ name: null, type: 'unknown' });
  });
});
