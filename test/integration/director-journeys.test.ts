import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let admin: Caller;
const tenant = aTenant();

beforeAll(async () => {
  dynamo = await startDynamo();
  admin = directorWorld(dynamo).as(aUser(tenant));
});
afterAll(() => dynamo.stop());

it('an Application is registered from a template, written inline as existing clients do', async () => {
  const mark = randomUUID();
  const templateName = `SAP Commerce Cloud ${mark}`;
  const { template } = await admin.do(`mutation {
    template: createApplicationTemplate(in: {
      name: "${templateName}", accessLevel: GLOBAL,
      applicationInput: { name: "{{name}}", description: "{{display-name}}", providerName: "SAP" },
      placeholders: [{ name: "name" }, { name: "display-name" }]
    }) { id name applicationInput placeholders { name description } accessLevel } }`);
  const { result } = await admin.do(`mutation {
    result: registerApplicationFromTemplate(in: { templateName: "${templateName}", values: [
      { placeholder: "name", value: "app-${mark}" }, { placeholder: "display-name", value: "An App" }] }) {
      id name description providerName applicationTemplateID labels } }`);
  expect(result).toMatchObject({
    name: `app-${mark}`,
    description: 'An App',
    providerName: 'SAP',
    applicationTemplateID: template.id,
    labels: { applicationType: templateName },
  });
  await admin.do(`mutation { unregisterApplication(id: "${result.id}") { id } deleteApplicationTemplate(id: "${template.id}") { id } }`);
});

it('Runtimes with a label enter a formation by themselves, and leave it when that ends', async () => {
  const name = `by-label-${randomUUID()}`;
  await admin.do(`mutation { createFormation(formation: { name: "${name}" }) { id } }`);
  const register = () =>
    admin.do(`mutation { r: registerRuntime(in: { name: "r-${randomUUID()}", labels: { region: "${name}" } }) { id } }`);
  const there = (await register()).r.id;
  await admin.do(`mutation { createAutomaticScenarioAssignment(in: {
    scenarioName: "${name}", selector: { key: "region", value: "${name}" } }) { scenarioName } }`);
  const later = (await register()).r.id;
  const formations = async (id: string) => (await admin.do(`{ f: formationsForObject(objectID: "${id}") { name } }`)).f;
  expect(await Promise.all([there, later].map(formations))).toEqual([[{ name }], [{ name }]]);
  await admin.do(`mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "${name}") { scenarioName } }`);
  expect(await Promise.all([there, later].map(formations))).toEqual([[], []]);
});

it('a formation made from a template takes in the types that the template lists', async () => {
  const name = `of-${randomUUID()}`;
  await admin.do(
    `mutation { createFormationTemplate(in: { name: "${name}", applicationTypes: ["shop"], runtimeTypes: ["kyma"] }) { id } }`,
  );
  await admin.do(`mutation { createFormation(formation: { name: "${name}", templateName: "${name}" }) { id state } }`);
  const { shop, crm } = await admin.do(`mutation {
    shop: registerApplication(in: { name: "shop-${name}", labels: { applicationType: "shop" } }) { id }
    crm: registerApplication(in: { name: "crm-${name}", labels: { applicationType: "crm" } }) { id } }`);
  const assign = (id: string) =>
    admin.ask(`mutation { assignFormation(objectID: "${id}", objectType: APPLICATION, formation: { name: "${name}" }) { id } }`);
  expect((await assign(crm.id)).errors[0]?.extensions).toMatchObject({ error_code: 27, error: 'InvalidOperation' });
  expect((await assign(shop.id)).errors).toEqual([]);
  expect(await admin.do(`{ found: formationsForObject(objectID: "${shop.id}") { name } }`)).toEqual({ found: [{ name }] });
});

it('a label definition decides what values its label takes', async () => {
  const key = `tier_${randomUUID().replaceAll('-', '')}`;
  await admin.do('mutation ($in: LabelDefinitionInput!) { createLabelDefinition(in: $in) { key } }', {
    in: { key, schema: '{"enum":["gold"]}' },
  });
  const { app } = await admin.do(`mutation { app: registerApplication(in: { name: "${key}", labels: { ${key}: "gold" } }) { id } }`);
  const set = `mutation { setApplicationLabel(applicationID: "${app.id}", key: "${key}", value: "lead") { key } }`;
  expect((await admin.ask(set)).errors[0]?.extensions).toMatchObject({ error_code: 22, error: 'InvalidData' });
  await admin.do(`mutation { deleteLabelDefinition(key: "${key}") { key } }`);
  expect((await admin.ask(set)).errors).toEqual([]);
});

it('an administrator describes and lists the tenant of its token, and none besides', async () => {
  const other = aTenant();
  const input = (id: string) =>
    `{ externalTenant: "${id}", name: "Acme", type: "account", provider: "e2e", parent: "", subdomain: "", region: "eu" }`;
  await admin.do(`mutation { writeTenants(in: [${input(tenant)}]) }`);
  const { tenants, foreign } = await admin.do(
    `{ tenants(first: 500) { data { id internalID name type initialized labels } totalCount } foreign: tenantByExternalID(id: "${other}") { id } }`,
  );
  expect(tenants).toMatchObject({
    data: [{ id: tenant, internalID: tenant, name: 'Acme', type: 'account', labels: { region: 'eu' } }],
    totalCount: 1,
  });
  expect(foreign).toBeNull();
  const { errors } = await admin.ask(`mutation { writeTenants(in: [${input(other)}]) }`);
  expect(errors[0]?.extensions?.error).toBe('NotFound');
});
