import { randomUUID } from 'node:crypto';
import type { Mutation, Query } from '#functions/director/schema.generated.ts';
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
  readonly definition: string;
  readonly integrationSystem: string;
}

type Operation = Exclude<keyof Query | keyof Mutation, '__typename'>;
type Documents = (there: Subjects, own: Subjects) => string[];

const bundleFields = '{ id name apiDefinitions { data { id } } }';
const instanceAuthFields = '{ id runtimeID auth { credential { __typename } } }';
const credentials = 'auth: { credential: { basic: { username: "u", password: "p" } } }';
const hook = 'type: CONFIGURATION_CHANGED, url: "https://example.com/hook"';
const api = 'in: { name: "api", targetURL: "https://example.com" }';

/**
 * Every operation of the Director that takes an id or name, pointed at what belongs to somebody else (`there`) and, where it takes two,
 * at one of each. An operation without an entry does not compile; those that point at nothing have an empty list.
 */
export const operationsById: Readonly<Record<Operation, Documents>> = {
  application: ({ application, bundle }) => [
    `{ application(id: "${application}") { id name } }`,
    `{ application(id: "${application}") { bundle(id: "${bundle}") { id } } }`,
  ],
  applicationsForRuntime: ({ runtime }) => [`{ applicationsForRuntime(runtimeID: "${runtime}") { data { id } totalCount } }`],
  runtime: ({ runtime }) => [`{ runtime(id: "${runtime}") { id name labels } }`],
  formation: ({ formationId }) => [`{ formation(id: "${formationId}") { id name } }`],
  formationByName: ({ formation }) => [`{ formationByName(name: "${formation}") { id name } }`],
  formationsForObject: ({ application, runtime }) =>
    [application, runtime].map((id) => `{ formationsForObject(objectID: "${id}") { id name } }`),
  formationTemplate: ({ template }) => [`{ formationTemplate(id: "${template}") { id name } }`],
  formationTemplatesByName: ({ formation }) => [`{ formationTemplatesByName(name: "${formation}") { data { id name } } }`],
  formationTemplates: () => [],
  createFormationTemplate: () => [],
  labelDefinition: ({ definition }) => [`{ labelDefinition(key: "${definition}") { key schema } }`],
  healthChecks: ({ application }) => [`{ healthChecks(origin: "${application}") { data { origin condition message } totalCount } }`],
  labelDefinitions: () => [],
  createLabelDefinition: () => [],
  automaticScenarioAssignmentForScenario: ({ formation }) => [
    `{ automaticScenarioAssignmentForScenario(scenarioName: "${formation}") { scenarioName selector { key } } }`,
  ],
  automaticScenarioAssignmentsForSelector: ({ definition, formation }) => [
    `{ automaticScenarioAssignmentsForSelector(selector: { key: "${definition}", value: "${formation}" }) { scenarioName } }`,
  ],
  automaticScenarioAssignments: () => [],
  createAutomaticScenarioAssignment: ({ formation }) => [
    `mutation { createAutomaticScenarioAssignment(in: { scenarioName: "${formation}", selector: { key: "k", value: "v" } }) { scenarioName } }`,
  ],
  deleteAutomaticScenarioAssignmentForScenario: ({ formation }) => [
    `mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "${formation}") { scenarioName } }`,
  ],
  deleteAutomaticScenarioAssignmentsForSelector: ({ definition, formation }) => [
    `mutation { deleteAutomaticScenarioAssignmentsForSelector(selector: { key: "${definition}", value: "${formation}" }) { scenarioName } }`,
  ],
  applications: () => [],
  runtimes: () => [],
  formations: () => [],
  viewer: () => [],
  integrationSystem: ({ integrationSystem }) => [`{ integrationSystem(id: "${integrationSystem}") { id name auths { id } } }`],
  integrationSystems: () => [],
  registerIntegrationSystem: () => [],
  updateIntegrationSystem: ({ integrationSystem }) => [
    `mutation { updateIntegrationSystem(id: "${integrationSystem}", in: { name: "taken-over" }) { id name } }`,
  ],
  unregisterIntegrationSystem: ({ integrationSystem }) => [
    `mutation { unregisterIntegrationSystem(id: "${integrationSystem}") { id name auths { id } } }`,
  ],
  registerApplication: ({ integrationSystem }) => [
    `mutation { registerApplication(in: { name: "of-system", integrationSystemID: "${integrationSystem}" }) { id } }`,
  ],
  registerRuntime: () => [],
  createFormation: () => [],

  updateApplication: (there, own) => [
    `mutation { updateApplication(id: "${there.application}", in: { description: "x" }) { id } }`,
    `mutation { updateApplication(id: "${own.application}", in: { integrationSystemID: "${there.integrationSystem}" }) { id } }`,
  ],
  unregisterApplication: ({ application }) => [`mutation { unregisterApplication(id: "${application}") { id } }`],
  updateRuntime: ({ runtime }) => [`mutation { updateRuntime(id: "${runtime}", in: { name: "x" }) { id } }`],
  unregisterRuntime: ({ runtime }) => [`mutation { unregisterRuntime(id: "${runtime}") { id } }`],

  addBundle: ({ application }) => [`mutation { addBundle(applicationID: "${application}", in: { name: "b" }) ${bundleFields} }`],
  updateBundle: ({ bundle }) => [`mutation { updateBundle(id: "${bundle}", in: { name: "b" }) ${bundleFields} }`],
  deleteBundle: ({ bundle, application, api: id }) => [
    `mutation { deleteBundle(id: "${bundle}") ${bundleFields} }`,
    `mutation { deleteBundle(id: "${application}") ${bundleFields} }`,
    `mutation { deleteBundle(id: "${id}") ${bundleFields} }`,
  ],
  apisForApplication: ({ application }) => [`{ apisForApplication(appID: "${application}") { totalCount data { id spec { data } } } }`],
  eventsForApplication: ({ application }) => [`{ eventsForApplication(appID: "${application}") { totalCount data { id spec { data } } } }`],
  addAPIDefinitionToApplication: ({ application }) => [
    `mutation { addAPIDefinitionToApplication(appID: "${application}", ${api}) { id } }`,
  ],
  updateAPIDefinitionForApplication: ({ api: id, applicationApi, event }) =>
    [id, applicationApi, event].map((one) => `mutation { updateAPIDefinitionForApplication(id: "${one}", ${api}) { id spec { data } } }`),
  addEventDefinitionToApplication: ({ application }) => [
    `mutation { addEventDefinitionToApplication(appID: "${application}", in: { name: "e" }) { id } }`,
  ],
  updateEventDefinitionForApplication: ({ api: id, event, applicationEvent }) =>
    [id, event, applicationEvent].map(
      (one) => `mutation { updateEventDefinitionForApplication(id: "${one}", in: { name: "e" }) { id spec { data } } }`,
    ),
  addAPIDefinitionToBundle: ({ bundle }) => [`mutation { addAPIDefinitionToBundle(bundleID: "${bundle}", ${api}) { id } }`],
  updateAPIDefinition: ({ api: id, event }) => [
    `mutation { updateAPIDefinition(id: "${id}", ${api}) { id } }`,
    `mutation { updateAPIDefinition(id: "${event}", ${api}) { id } }`,
  ],
  deleteAPIDefinition: ({ api: id }) => [`mutation { deleteAPIDefinition(id: "${id}") { id spec { data } } }`],
  addEventDefinitionToBundle: ({ bundle }) => [`mutation { addEventDefinitionToBundle(bundleID: "${bundle}", in: { name: "e" }) { id } }`],
  updateEventDefinition: ({ event }) => [`mutation { updateEventDefinition(id: "${event}", in: { name: "e" }) { id } }`],
  deleteEventDefinition: ({ event }) => [`mutation { deleteEventDefinition(id: "${event}") { id spec { data } } }`],
  addDocumentToBundle: ({ bundle }) => [
    `mutation { addDocumentToBundle(bundleID: "${bundle}", in: { title: "t", displayName: "d", description: "d", format: MARKDOWN }) { id } }`,
  ],
  deleteDocument: ({ document }) => [`mutation { deleteDocument(id: "${document}") { id data } }`],

  requestBundleInstanceAuthCreation: ({ bundle }) => [
    `mutation { requestBundleInstanceAuthCreation(bundleID: "${bundle}", in: { context: "{}" }) { id runtimeID } }`,
  ],
  requestBundleInstanceAuthDeletion: ({ instanceAuth }) => [
    `mutation { requestBundleInstanceAuthDeletion(authID: "${instanceAuth}") ${instanceAuthFields} }`,
  ],
  setBundleInstanceAuth: ({ instanceAuth }) => [
    `mutation { setBundleInstanceAuth(authID: "${instanceAuth}", in: { ${credentials} }) ${instanceAuthFields} }`,
  ],
  deleteBundleInstanceAuth: ({ instanceAuth }) => [
    `mutation { deleteBundleInstanceAuth(authID: "${instanceAuth}") ${instanceAuthFields} }`,
  ],
  createBundleInstanceAuth: (there, own) =>
    [
      [there.bundle, there.runtime],
      [there.bundle, own.runtime],
      [own.bundle, there.runtime],
    ].map(
      ([bundle, runtime]) =>
        `mutation { createBundleInstanceAuth(bundleID: "${bundle}", in: { runtimeID: "${runtime}", ${credentials} }) ${instanceAuthFields} }`,
    ),
  updateBundleInstanceAuth: (there, own) =>
    [
      [there.instanceAuth, there.bundle],
      [there.instanceAuth, own.bundle],
      [own.instanceAuth, there.bundle],
    ].map(
      ([id, bundle]) =>
        `mutation { updateBundleInstanceAuth(id: "${id}", bundleID: "${bundle}", in: { ${credentials} }) ${instanceAuthFields} }`,
    ),

  setApplicationLabel: ({ application }) => [
    `mutation { setApplicationLabel(applicationID: "${application}", key: "k", value: "v") { key } }`,
    `mutation { setApplicationLabel(applicationID: "${application}", key: "scenarios", value: ["x"]) { key } }`,
  ],
  deleteApplicationLabel: ({ application }) => [
    `mutation { deleteApplicationLabel(applicationID: "${application}", key: "name") { key value } }`,
    `mutation { deleteApplicationLabel(applicationID: "${application}", key: "scenarios") { key value } }`,
  ],
  setRuntimeLabel: ({ runtime }) => [
    `mutation { setRuntimeLabel(runtimeID: "${runtime}", key: "k", value: "v") { key } }`,
    `mutation { setRuntimeLabel(runtimeID: "${runtime}", key: "scenarios", value: ["x"]) { key } }`,
  ],
  deleteRuntimeLabel: ({ runtime }) => [`mutation { deleteRuntimeLabel(runtimeID: "${runtime}", key: "isNormalized") { key value } }`],

  updateFormationTemplate: ({ template }) => [
    `mutation { updateFormationTemplate(id: "${template}", in: { name: "n", applicationTypes: [] }) { id name } }`,
  ],
  deleteFormationTemplate: ({ template }) => [`mutation { deleteFormationTemplate(id: "${template}") { id name } }`],
  updateLabelDefinition: ({ definition }) => [`mutation { updateLabelDefinition(in: { key: "${definition}" }) { key schema } }`],
  deleteLabelDefinition: ({ definition }) => [`mutation { deleteLabelDefinition(key: "${definition}") { key schema } }`],
  deleteFormation: ({ formation }) => [`mutation { deleteFormation(formation: { name: "${formation}" }) { id name } }`],
  assignFormation: (there, own) => assignments('assignFormation', there, own),
  unassignFormation: (there, own) => assignments('unassignFormation', there, own),

  addWebhook: ({ application, runtime }) => [
    `mutation { addWebhook(applicationID: "${application}", in: { ${hook} }) { id } }`,
    `mutation { addWebhook(runtimeID: "${runtime}", in: { ${hook} }) { id } }`,
  ],
  updateWebhook: ({ applicationWebhook, runtimeWebhook }) =>
    [applicationWebhook, runtimeWebhook].map(
      (id) => `mutation { updateWebhook(webhookID: "${id}", in: { ${hook} }) { id auth { credential { __typename } } } }`,
    ),
  rotateWebhookSigningSecret: ({ applicationWebhook, runtimeWebhook }) =>
    [applicationWebhook, runtimeWebhook].map((id) => `mutation { rotateWebhookSigningSecret(webhookID: "${id}") { id signingSecret } }`),
  deleteWebhook: ({ applicationWebhook, runtimeWebhook }) =>
    [applicationWebhook, runtimeWebhook].map((id) => `mutation { deleteWebhook(webhookID: "${id}") { id url signingSecret } }`),

  requestOneTimeTokenForApplication: ({ application }) => [
    `mutation { requestOneTimeTokenForApplication(id: "${application}") { token } }`,
  ],
  requestOneTimeTokenForRuntime: ({ runtime }) => [`mutation { requestOneTimeTokenForRuntime(id: "${runtime}") { token } }`],

  deleteSystemAuthForApplication: ({ applicationAuth, runtimeAuth, application }) =>
    [applicationAuth, runtimeAuth, application].map((id) => `mutation { deleteSystemAuthForApplication(authID: "${id}") { id type } }`),
  deleteSystemAuthForRuntime: ({ applicationAuth, runtimeAuth, runtime }) =>
    [runtimeAuth, applicationAuth, runtime].map((id) => `mutation { deleteSystemAuthForRuntime(authID: "${id}") { id type } }`),
  unpairApplication: ({ application }) => [`mutation { unpairApplication(id: "${application}") { id status { condition } } }`],

  setDefaultEventingForApplication: (there, own) => [
    `mutation { setDefaultEventingForApplication(appID: "${there.application}", runtimeID: "${there.runtime}") { defaultURL } }`,
    `mutation { setDefaultEventingForApplication(appID: "${own.application}", runtimeID: "${there.runtime}") { defaultURL } }`,
    `mutation { setDefaultEventingForApplication(appID: "${there.application}", runtimeID: "${own.runtime}") { defaultURL } }`,
  ],
  deleteDefaultEventingForApplication: ({ application }) => [
    `mutation { deleteDefaultEventingForApplication(appID: "${application}") { defaultURL } }`,
  ],
};

function assignments(operation: string, there: Subjects, own: Subjects): string[] {
  const pairs = [
    [there.application, 'APPLICATION', there.formation],
    [there.application, 'APPLICATION', own.formation],
    [own.application, 'APPLICATION', there.formation],
    [there.runtime, 'RUNTIME', own.formation],
    [own.runtime, 'RUNTIME', there.formation],
    [there.runtime, 'APPLICATION', own.formation],
  ];
  return pairs.map(
    ([id, type, formation]) =>
      `mutation { ${operation}(objectID: "${id}", objectType: ${type}, formation: { name: "${formation}" }) { id name } }`,
  );
}

/** Registers one of everything. Application and Runtime share the formation. */
export async function oneOfEverything(caller: Pick<Caller, 'do'>, mark: string): Promise<Subjects> {
  const formation = `formation-${mark}`;
  const { app } = await caller.do(`mutation { app: registerApplication(in: {
    name: "application-${mark}", labels: { scenarios: ["${formation}"] }, webhooks: [{ ${hook} }],
    bundles: [{
      name: "bundle",
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
    `mutation { template: createFormationTemplate(in: { name: "${formation}", applicationTypes: [] }) { id } }`,
  );
  const { definition } = await caller.do(
    `mutation { definition: createLabelDefinition(in: { key: "label_${mark.replaceAll('-', '_')}", schema: "true" }) { key } }`,
  );
  const { system } = await caller.do(`mutation { system: registerIntegrationSystem(in: { name: "s-${mark.slice(0, 30)}" }) { id } }`);
  await caller.do(`mutation { createAutomaticScenarioAssignment(in: {
    scenarioName: "${formation}", selector: { key: "${definition.key}", value: "${formation}" } }) { scenarioName } }`);
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
    definition: definition.key,
    integrationSystem: system.id,
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
  definition: `label_${randomUUID().replaceAll('-', '_')}`,
  integrationSystem: randomUUID(),
});

/** An answer with the subjects' ids and names replaced by what they are, for comparison. */
export function anonymous(answer: unknown, subjects: Subjects): unknown {
  const text = Object.entries(subjects).reduce((all, [name, id]) => all.replaceAll(id, `<${name}>`), JSON.stringify(answer));
  return JSON.parse(text);
}
