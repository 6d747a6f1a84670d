import { expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';

const system = inject('system');
const [tenant = '', other = ''] = system.tenants;

it('an administrator describes and lists the tenant of its token, and none besides', async () => {
  const { director, attempt } = administrator(system, tenant);
  const input = (id: string) =>
    `{ externalTenant: "${id}", name: "Acme", type: "account", provider: "e2e", parent: "", subdomain: "", region: "eu" }`;
  await director(`mutation { writeTenants(in: [${input(tenant)}]) }`);
  const { tenants, foreign } = await director(
    `{ tenants(first: 500) { data { id internalID name type initialized labels } totalCount } foreign: tenantByExternalID(id: "${other}") { id } }`,
  );
  expect(tenants).toMatchObject({
    data: [{ id: tenant, internalID: tenant, name: 'Acme', type: 'account', labels: { region: 'eu' } }],
    totalCount: 1,
  });
  expect(foreign).toBeNull();
  const { errors } = await attempt(system.directorUrl, `mutation { writeTenants(in: [${input(other)}]) }`);
  expect(errors[0]?.extensions?.error).toBe('NotFound');
});
