import { randomUUID } from 'node:crypto';
import type { Caller } from './director-world.ts';

/** Ids and names of one of everything that operations can be pointed at. */
export interface Subjects {
  readonly application: string;
  readonly bundle: string;
  readonly api: string;
  readonly event: string;
  /** Those in no bundle. */
  readonly applicationApi: string;
  readonly applicationEvent: string;
  readonly document: string;
  readonly instanceAuth: string;
  readonly applicationWebhook: string;
  readonly applicationAuth: string;
  readonly runtime: string;
  readonly runtimeWebhook: string;
  readonly runtimeAuth: string;
  readonly formationId: string;
  readonly formation: string;
  readonly template: string;
  readonly tenant: string;
  readonly applicationTemplate: string;
  readonly applicationTemplateName: string;
  readonly applicationOfTemplate: string;
  readonly templateWebhook: string;
  readonly definition: string;
  readonly integrationSystem: string;
  readonly integrationSystemAuth: string;
}

const basic = 'credential: { basic: { username: "u", password: "p" } }';
const credentials = `auth: { ${basic} }`;
const hook = 'type: CONFIGURATION_CHANGED, url: "https://example.com/hook"';

/** Registers one of everything. Application and Runtime share the formation. */
export async function oneOfEverything(caller: Pick<Caller, 'do'>, mark: string): Promise<Subjects> {
  const formation = `formation-${mark}`;
  const { app } = await caller.do(`mutation { app: registerApplication(in: {
    name: "application-${mark}", healthCheckURL: "https://example.com/health", labels: { scenarios: ["${formation}"] }, webhooks: [{ ${hook}, ${credentials} }],
    bundles: [{
      name: "bundle", defaultInstanceAuth: { ${basic} },
      apiDefinitions: [{ name: "api", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "openapi: 3.1.0" } }],
      eventDefinitions: [{ name: "event", spec: { type: ASYNC_API, format: YAML, data: "asyncapi: 3.0.0" } }],
      documents: [{ title: "t", displayName: "d", description: "d", format: MARKDOWN, data: "text" }]
    }] }) {
      id webhooks { id } bundles { data { id apiDefinitions { data { id } } eventDefinitions { data { id } } documents { data { id } } } } } }`);
  const { runtime } = await caller.do(`mutation { runtime: registerRuntime(in: {
    name: "runtime-${mark}", labels: { scenarios: ["${formation}"], runtime_eventServiceUrl: "https://events.example.com" },
    webhooks: [{ ${hook} }] }) { id webhooks { id } } }`);
  const { found } = await caller.do(`{ found: formationByName(name: "${formation}") { id } }`);
  const [bundle] = app.bundles.data;
  const inNoBundle = await caller.do(`mutation {
    api: addAPIDefinitionToApplication(appID: "${app.id}", in: {
      name: "api", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "openapi: 3.1.0" } }) { id }
    event: addEventDefinitionToApplication(appID: "${app.id}", in: {
      name: "event", spec: { type: ASYNC_API, format: YAML, data: "asyncapi: 3.0.0" } }) { id } }`);
  const { instanceAuth } = await caller.do(`mutation { instanceAuth: createBundleInstanceAuth(
    bundleID: "${bundle.id}", in: { runtimeID: "${runtime.id}", ${credentials} }) { id } }`);
  await caller.do(`mutation {
    forApplication: requestOneTimeTokenForApplication(id: "${app.id}") { used }
    forRuntime: requestOneTimeTokenForRuntime(id: "${runtime.id}") { used } }`);
  const paired = await caller.do(`{ application(id: "${app.id}") { auths { id } } runtime(id: "${runtime.id}") { auths { id } } }`);
  const { template } = await caller.do(
    `mutation { template: createFormationTemplate(in: { name: "${formation}", applicationTypes: [], labels: { kind: "k" } }) { id } }`,
  );
  const { definition } = await caller.do(
    `mutation { definition: createLabelDefinition(in: { key: "label_${mark.replaceAll('-', '_')}", schema: "true" }) { key } }`,
  );
  const { system } = await caller.do(`mutation { system: registerIntegrationSystem(in: { name: "s-${mark.slice(0, 30)}" }) { id } }`);
  const { systemAuth } = await caller.do(
    `mutation { systemAuth: requestClientCredentialsForIntegrationSystem(id: "${system.id}") { id } }`,
  );
  await caller.do(`mutation { createAutomaticScenarioAssignment(in: {
    scenarioName: "${formation}", selector: { key: "${definition.key}", value: "${formation}" } }) { scenarioName } }`);
  const { made } = await caller.do(`mutation { made: createApplicationTemplate(in: {
    name: "kind-${mark}", accessLevel: GLOBAL, applicationInput: { name: "{{name}}", localTenantID: "kind" }, placeholders: [{ name: "name" }],
    webhooks: [{ ${hook} }] }) { id name webhooks { id } } }`);
  const { ofTemplate } = await caller.do(`mutation { ofTemplate: registerApplicationFromTemplate(in: {
    templateName: "kind-${mark}", values: [{ placeholder: "name", value: "of-kind-${mark}" }] }) { id } }`);
  const { tenants } = await caller.do('{ tenants { data { id } } }');
  return {
    application: app.id,
    bundle: bundle.id,
    api: bundle.apiDefinitions.data[0].id,
    event: bundle.eventDefinitions.data[0].id,
    applicationApi: inNoBundle.api.id,
    applicationEvent: inNoBundle.event.id,
    document: bundle.documents.data[0].id,
    instanceAuth: instanceAuth.id,
    applicationWebhook: app.webhooks[0].id,
    applicationAuth: paired.application.auths[0].id,
    runtime: runtime.id,
    runtimeWebhook: runtime.webhooks[0].id,
    runtimeAuth: paired.runtime.auths[0].id,
    formationId: found.id,
    formation,
    template: template.id,
    tenant: tenants.data[0].id,
    applicationTemplate: made.id,
    applicationTemplateName: made.name,
    applicationOfTemplate: ofTemplate.id,
    templateWebhook: made.webhooks[0].id,
    definition: definition.key,
    integrationSystem: system.id,
    integrationSystemAuth: systemAuth.id,
  };
}

/** Ids and names that nothing has, born long ago. */
export const unknownSubjects = (): Subjects => ({
  application: randomUUID(),
  bundle: randomUUID(),
  api: randomUUID(),
  event: randomUUID(),
  applicationApi: randomUUID(),
  applicationEvent: randomUUID(),
  document: randomUUID(),
  instanceAuth: randomUUID(),
  applicationWebhook: randomUUID(),
  applicationAuth: randomUUID(),
  runtime: randomUUID(),
  runtimeWebhook: randomUUID(),
  runtimeAuth: randomUUID(),
  formationId: randomUUID(),
  formation: `formation-${randomUUID()}`,
  template: randomUUID(),
  tenant: randomUUID(),
  applicationOfTemplate: randomUUID(),
  applicationTemplate: randomUUID(),
  applicationTemplateName: `kind-${randomUUID()}`,
  templateWebhook: randomUUID(),
  definition: `label_${randomUUID().replaceAll('-', '_')}`,
  integrationSystem: randomUUID(),
  integrationSystemAuth: randomUUID(),
});

/** An answer with the subjects' ids and names replaced by what they are, for comparison. */
export const anonymous = (answer: string, subjects: Subjects): string =>
  Object.entries(subjects).reduce((text, [name, id]) => text.replaceAll(id, `<${name}>`), answer);
