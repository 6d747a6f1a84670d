import type { OperationNotOffered } from '#functions/director/compat/not-offered.ts';
import type { Mutation, Query } from '#functions/director/schema.generated.ts';
import type { Subjects } from './subjects.ts';
import {
  type Access,
  administers,
  anybody,
  changesApplication,
  changesRuntime,
  changesTenant,
  changesWebhookOf,
  except,
  movesBetweenFormations,
  ofAnotherKind,
  readsApplication,
  readsRuntime,
  readsTenant,
} from './who-may.ts';

type Operation = Exclude<keyof Query | keyof Mutation, '__typename' | OperationNotOffered>;

const bundleFields = '{ id name apiDefinitions { data { id } } }';
const instanceAuthFields = '{ id runtimeID auth { credential { __typename } } }';
const basic = 'credential: { basic: { username: "u", password: "p" } }';
const credentials = `auth: { ${basic} }`;
const hook = 'type: CONFIGURATION_CHANGED, url: "https://example.com/hook"';
const templateInput = 'name: "new", applicationInput: { name: "a" }, accessLevel: GLOBAL';
const tenantInput = 'name: "n", type: "account", provider: "p"';
const api = 'in: { name: "api", targetURL: "https://example.com" }';

/**
 * The rights of every role on every operation of the Director, and the requests that show them. An operation without an entry does not
 * compile; one whose requests have different rights has several.
 */
const accessTable: Readonly<Record<Operation, Access | readonly Access[]>> = {
  application: readsApplication(({ application, bundle }) => [
    `{ application(id: "${application}") { id name } }`,
    `{ application(id: "${application}") { bundle(id: "${bundle}") { id } } }`,
  ]),
  applicationsForRuntime: except(
    readsApplication(({ runtime }) => [`{ applicationsForRuntime(runtimeID: "${runtime}") { data { id } totalCount } }`]),
    { application: 'nothing' },
  ),
  runtime: readsRuntime(({ runtime }) => [`{ runtime(id: "${runtime}") { id name labels } }`]),
  formation: readsTenant(({ formationId }) => [`{ formation(id: "${formationId}") { id name } }`]),
  formationByName: readsTenant(({ formation }) => [`{ formationByName(name: "${formation}") { id name } }`]),
  formationsForObject: readsTenant(({ application, runtime }) =>
    [application, runtime].map((id) => `{ formationsForObject(objectID: "${id}") { id name } }`),
  ),
  formationTemplate: readsTenant(({ template }) => [`{ formationTemplate(id: "${template}") { id name } }`]),
  formationTemplatesByName: readsTenant(({ formation }) => [`{ formationTemplatesByName(name: "${formation}") { data { id name } } }`]),
  formationTemplates: readsTenant(() => ['{ formationTemplates { data { id name } totalCount } }']),
  createFormationTemplate: administers(() => ['mutation { createFormationTemplate(in: { name: "new", applicationTypes: [] }) { id } }']),
  labelDefinition: readsTenant(({ definition }) => [`{ labelDefinition(key: "${definition}") { key schema } }`]),
  applicationTemplate: readsTenant(({ applicationTemplate }) => [
    `{ applicationTemplate(id: "${applicationTemplate}") { id name applicationInput } }`,
  ]),
  applicationTemplates: readsTenant(() => ['{ applicationTemplates { data { id name } totalCount } }']),
  createApplicationTemplate: changesTenant(() => [`mutation { createApplicationTemplate(in: { ${templateInput} }) { id } }`]),
  updateApplicationTemplate: changesTenant(({ applicationTemplate }) => [
    `mutation { updateApplicationTemplate(id: "${applicationTemplate}", in: { ${templateInput} }) { id name } }`,
  ]),
  deleteApplicationTemplate: changesTenant(({ applicationTemplate }) => [
    `mutation { deleteApplicationTemplate(id: "${applicationTemplate}") { id name webhooks { id } } }`,
  ]),
  registerApplicationFromTemplate: changesTenant(({ applicationTemplate, applicationTemplateName }) =>
    ['', `id: "${applicationTemplate}", `].map(
      (id) =>
        `mutation { registerApplicationFromTemplate(in: { ${id}templateName: "${applicationTemplateName}", values: [{ placeholder: "name", value: "made" }] }) { name } }`,
    ),
  ),
  tenants: except(
    readsTenant(() => ['{ tenants { totalCount } }']),
    { 'integration system': 'refused' },
  ),
  tenantByExternalID: except(
    readsTenant(({ tenant }) => [`{ tenantByExternalID(id: "${tenant}") { id name initialized } }`]),
    {
      'integration system': 'refused',
    },
  ),
  tenantByInternalID: except(
    readsTenant(({ tenant }) => [`{ tenantByInternalID(id: "${tenant}") { id name } }`]),
    {
      'integration system': 'refused',
    },
  ),
  rootTenants: except(
    readsTenant(({ tenant }) => [`{ rootTenants(externalTenant: "${tenant}") { id name } }`]),
    { 'integration system': 'refused' },
  ),
  updateTenant: administers(({ tenant }) => [
    `mutation { updateTenant(id: "${tenant}", in: { externalTenant: "${tenant}", ${tenantInput} }) { id name } }`,
  ]),
  setTenantLabel: administers(({ tenant }) => [`mutation { setTenantLabel(tenantID: "${tenant}", key: "k", value: "v") { key } }`]),
  writeTenants: administers(({ tenant }) => [`mutation { writeTenants(in: [{ externalTenant: "${tenant}", ${tenantInput} }]) }`]),
  writeTenant: administers(({ tenant }) => [`mutation { writeTenant(in: { externalTenant: "${tenant}", ${tenantInput} }) }`]),
  deleteTenants: administers(({ tenant }) => [`mutation { deleteTenants(in: ["${tenant}"]) }`]),
  healthChecks: except(
    readsTenant(({ application }) => [`{ healthChecks(origin: "${application}") { data { origin condition message } totalCount } }`]),
    { 'integration system': 'refused' },
  ),
  labelDefinitions: readsTenant(() => ['{ labelDefinitions { key } }']),
  createLabelDefinition: changesTenant(() => ['mutation { createLabelDefinition(in: { key: "new" }) { key } }']),
  automaticScenarioAssignmentForScenario: readsTenant(({ formation }) => [
    `{ automaticScenarioAssignmentForScenario(scenarioName: "${formation}") { scenarioName selector { key } } }`,
  ]),
  automaticScenarioAssignmentsForSelector: readsTenant(({ definition, formation }) => [
    `{ automaticScenarioAssignmentsForSelector(selector: { key: "${definition}", value: "${formation}" }) { scenarioName } }`,
  ]),
  automaticScenarioAssignments: readsTenant(() => ['{ automaticScenarioAssignments { data { scenarioName } totalCount } }']),
  createAutomaticScenarioAssignment: administers(({ formation }) => [
    `mutation { createAutomaticScenarioAssignment(in: { scenarioName: "${formation}", selector: { key: "k", value: "v" } }) { scenarioName } }`,
  ]),
  deleteAutomaticScenarioAssignmentForScenario: administers(({ formation }) => [
    `mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "${formation}") { scenarioName } }`,
  ]),
  deleteAutomaticScenarioAssignmentsForSelector: administers(({ definition, formation }) => [
    `mutation { deleteAutomaticScenarioAssignmentsForSelector(selector: { key: "${definition}", value: "${formation}" }) { scenarioName } }`,
  ]),
  applications: readsTenant(() => ['{ applications { data { id name } totalCount } }']),
  applicationsByLocalTenantID: readsTenant(() => ['{ applicationsByLocalTenantID(localTenantID: "l") { data { id } totalCount } }']),
  applicationByLocalTenantIDAndAppTemplateID: readsTenant(({ applicationTemplate }) => [
    `{ applicationByLocalTenantIDAndAppTemplateID(localTenantID: "kind", applicationTemplateID: "${applicationTemplate}") { id name } }`,
  ]),
  systemAuth: except(
    readsTenant(({ applicationAuth, runtimeAuth }) => [applicationAuth, runtimeAuth].map((id) => `{ systemAuth(id: "${id}") { id } }`)),
    { viewer: 'refused' },
  ),
  certificates: except(
    readsTenant(() => ['{ certificates { data { fingerprint systemAuth { id } } pageInfo { hasNextPage } } }']),
    { viewer: 'refused' },
  ),
  invalidateSystemAuthOneTimeToken: changesTenant(({ applicationAuth, runtimeAuth }) =>
    [applicationAuth, runtimeAuth].map((id) => `mutation { invalidateSystemAuthOneTimeToken(authID: "${id}") { id } }`),
  ),
  runtimes: readsTenant(() => ['{ runtimes { data { id name } totalCount } }']),
  formations: readsTenant(() => ['{ formations { data { id name } totalCount } }']),
  viewer: anybody(() => ['{ viewer { type } }']),
  integrationSystem: readsTenant(({ integrationSystem }) => [`{ integrationSystem(id: "${integrationSystem}") { id name auths { id } } }`]),
  integrationSystems: readsTenant(() => ['{ integrationSystems { data { id name } totalCount } }']),
  registerIntegrationSystem: administers(() => ['mutation { registerIntegrationSystem(in: { name: "new" }) { id } }']),
  updateIntegrationSystem: administers(({ integrationSystem }) => [
    `mutation { updateIntegrationSystem(id: "${integrationSystem}", in: { name: "taken-over" }) { id name } }`,
  ]),
  unregisterIntegrationSystem: administers(({ integrationSystem }) => [
    `mutation { unregisterIntegrationSystem(id: "${integrationSystem}") { id name auths { id } } }`,
  ]),
  registerApplication: [
    changesTenant(() => ['mutation { registerApplication(in: { name: "new" }) { id } }']),
    changesTenant(({ integrationSystem }) => [
      `mutation { registerApplication(in: { name: "of-system", integrationSystemID: "${integrationSystem}" }) { id } }`,
    ]),
  ],
  registerRuntime: changesTenant(() => ['mutation { registerRuntime(in: { name: "new" }) { id } }']),
  createFormation: changesTenant(() => ['mutation { createFormation(formation: { name: "new" }) { name } }']),
  updateApplication: [
    changesApplication(({ application }) => [`mutation { updateApplication(id: "${application}", in: { description: "x" }) { id } }`]),
    except(
      changesApplication((there, own) => [
        `mutation { updateApplication(id: "${own.application}", in: { integrationSystemID: "${there.integrationSystem}" }) { id } }`,
      ]),
      { application: 'nothing' },
    ),
  ],
  unregisterApplication: changesApplication(({ application }) => [`mutation { unregisterApplication(id: "${application}") { id } }`]),
  updateRuntime: changesRuntime(({ runtime }) => [`mutation { updateRuntime(id: "${runtime}", in: { name: "x" }) { id } }`]),
  unregisterRuntime: changesRuntime(({ runtime }) => [`mutation { unregisterRuntime(id: "${runtime}") { id } }`]),
  addBundle: changesApplication(({ application }) => [
    `mutation { addBundle(applicationID: "${application}", in: { name: "b" }) ${bundleFields} }`,
  ]),
  updateBundle: changesApplication(({ bundle }) => [`mutation { updateBundle(id: "${bundle}", in: { name: "b" }) ${bundleFields} }`]),
  deleteBundle: [
    changesApplication(({ bundle }) => [`mutation { deleteBundle(id: "${bundle}") ${bundleFields} }`]),
    ofAnotherKind(
      changesApplication(({ application, api: id }) =>
        [application, id].map((other) => `mutation { deleteBundle(id: "${other}") ${bundleFields} }`),
      ),
    ),
  ],
  addAPIDefinitionToBundle: changesApplication(({ bundle }) => [
    `mutation { addAPIDefinitionToBundle(bundleID: "${bundle}", ${api}) { id } }`,
  ]),
  updateAPIDefinition: [
    changesApplication(({ api: id }) => [`mutation { updateAPIDefinition(id: "${id}", ${api}) { id } }`]),
    ofAnotherKind(changesApplication(({ event }) => [`mutation { updateAPIDefinition(id: "${event}", ${api}) { id } }`])),
  ],
  apisForApplication: readsApplication(({ application }) => [
    `{ apisForApplication(appID: "${application}") { totalCount data { id spec { data } } } }`,
  ]),
  eventsForApplication: readsApplication(({ application }) => [
    `{ eventsForApplication(appID: "${application}") { totalCount data { id spec { data } } } }`,
  ]),
  addAPIDefinitionToApplication: changesApplication(({ application }) => [
    `mutation { addAPIDefinitionToApplication(appID: "${application}", ${api}) { id } }`,
  ]),
  updateAPIDefinitionForApplication: [
    changesApplication(({ api: id, applicationApi }) => [id, applicationApi].map(updateApi)),
    ofAnotherKind(changesApplication(({ event }) => [updateApi(event)])),
  ],
  refetchAPISpec: [
    changesApplication(({ api: id, applicationApi }) => [id, applicationApi].map(refetchApi)),
    ofAnotherKind(changesApplication(({ event }) => [refetchApi(event)])),
  ],
  refetchEventDefinitionSpec: [
    changesApplication(({ event, applicationEvent }) => [event, applicationEvent].map(refetchEvent)),
    ofAnotherKind(changesApplication(({ api: id }) => [refetchEvent(id)])),
  ],
  addEventDefinitionToApplication: changesApplication(({ application }) => [
    `mutation { addEventDefinitionToApplication(appID: "${application}", in: { name: "e" }) { id } }`,
  ]),
  updateEventDefinitionForApplication: [
    changesApplication(({ event, applicationEvent }) => [event, applicationEvent].map(updateEvent)),
    ofAnotherKind(changesApplication(({ api: id }) => [updateEvent(id)])),
  ],
  deleteAPIDefinition: changesApplication(({ api: id }) => [`mutation { deleteAPIDefinition(id: "${id}") { id spec { data } } }`]),
  addEventDefinitionToBundle: changesApplication(({ bundle }) => [
    `mutation { addEventDefinitionToBundle(bundleID: "${bundle}", in: { name: "e" }) { id } }`,
  ]),
  updateEventDefinition: changesApplication(({ event }) => [
    `mutation { updateEventDefinition(id: "${event}", in: { name: "e" }) { id } }`,
  ]),
  deleteEventDefinition: changesApplication(({ event }) => [`mutation { deleteEventDefinition(id: "${event}") { id spec { data } } }`]),
  addDocumentToBundle: changesApplication(({ bundle }) => [
    `mutation { addDocumentToBundle(bundleID: "${bundle}", in: { title: "t", displayName: "d", description: "d", format: MARKDOWN }) { id } }`,
  ]),
  deleteDocument: changesApplication(({ document }) => [`mutation { deleteDocument(id: "${document}") { id data } }`]),
  requestBundleInstanceAuthCreation: changesRuntime(({ bundle }) => [
    `mutation { requestBundleInstanceAuthCreation(bundleID: "${bundle}", in: { context: "{}" }) { id runtimeID } }`,
  ]),
  bundleInstanceAuth: except(
    anybody(({ instanceAuth }) => [`{ bundleInstanceAuth(id: "${instanceAuth}") ${instanceAuthFields} }`]),
    { viewer: 'refused' },
  ),
  bundleByInstanceAuth: anybody(({ instanceAuth }) => [`{ bundleByInstanceAuth(authID: "${instanceAuth}") ${bundleFields} }`]),
  requestBundleInstanceAuthDeletion: changesRuntime(({ instanceAuth }) => [
    `mutation { requestBundleInstanceAuthDeletion(authID: "${instanceAuth}") ${instanceAuthFields} }`,
  ]),
  setBundleInstanceAuth: changesApplication(({ instanceAuth }) => [
    `mutation { setBundleInstanceAuth(authID: "${instanceAuth}", in: { ${credentials} }) ${instanceAuthFields} }`,
  ]),
  deleteBundleInstanceAuth: changesApplication(({ instanceAuth }) => [
    `mutation { deleteBundleInstanceAuth(authID: "${instanceAuth}") ${instanceAuthFields} }`,
  ]),
  createBundleInstanceAuth: administers((there, own) =>
    [
      [there.bundle, there.runtime],
      [there.bundle, own.runtime],
      [own.bundle, there.runtime],
    ].map(
      ([bundle, runtime]) =>
        `mutation { createBundleInstanceAuth(bundleID: "${bundle}", in: { runtimeID: "${runtime}", ${credentials} }) ${instanceAuthFields} }`,
    ),
  ),
  updateBundleInstanceAuth: administers((there, own) =>
    [
      [there.instanceAuth, there.bundle],
      [there.instanceAuth, own.bundle],
      [own.instanceAuth, there.bundle],
    ].map(
      ([id, bundle]) =>
        `mutation { updateBundleInstanceAuth(id: "${id}", bundleID: "${bundle}", in: { ${credentials} }) ${instanceAuthFields} }`,
    ),
  ),
  setApplicationLabel: [
    changesApplication(({ application }) => [
      `mutation { setApplicationLabel(applicationID: "${application}", key: "k", value: "v") { key } }`,
    ]),
    movesBetweenFormations(changesApplication, ({ application }) => [
      `mutation { setApplicationLabel(applicationID: "${application}", key: "scenarios", value: ["x"]) { key } }`,
    ]),
  ],
  deleteApplicationLabel: [
    changesApplication(({ application }) => [
      `mutation { deleteApplicationLabel(applicationID: "${application}", key: "name") { key value } }`,
    ]),
    movesBetweenFormations(changesApplication, ({ application }) => [
      `mutation { deleteApplicationLabel(applicationID: "${application}", key: "scenarios") { key value } }`,
    ]),
  ],
  setRuntimeLabel: [
    changesRuntime(({ runtime }) => [`mutation { setRuntimeLabel(runtimeID: "${runtime}", key: "k", value: "v") { key } }`]),
    movesBetweenFormations(changesRuntime, ({ runtime }) => [
      `mutation { setRuntimeLabel(runtimeID: "${runtime}", key: "scenarios", value: ["x"]) { key } }`,
    ]),
  ],
  deleteRuntimeLabel: [
    changesRuntime(({ runtime }) => [`mutation { deleteRuntimeLabel(runtimeID: "${runtime}", key: "isNormalized") { key value } }`]),
    movesBetweenFormations(changesRuntime, ({ runtime }) => [
      `mutation { deleteRuntimeLabel(runtimeID: "${runtime}", key: "scenarios") { key value } }`,
    ]),
  ],

  updateFormationTemplate: administers(({ template }) => [
    `mutation { updateFormationTemplate(id: "${template}", in: { name: "n", applicationTypes: [] }) { id name } }`,
  ]),
  deleteFormationTemplate: administers(({ template }) => [`mutation { deleteFormationTemplate(id: "${template}") { id name } }`]),
  setFormationTemplateLabel: administers(({ template }) => [
    `mutation { setFormationTemplateLabel(formationTemplateID: "${template}", in: { key: "k", value: 1 }) { key } }`,
  ]),
  deleteFormationTemplateLabel: administers(({ template }) => [
    `mutation { deleteFormationTemplateLabel(formationTemplateID: "${template}", key: "kind") { key } }`,
  ]),
  resynchronizeFormationNotifications: changesTenant(({ formationId }) => [
    `mutation { resynchronizeFormationNotifications(formationID: "${formationId}") { id name } }`,
  ]),
  unassignFormationGlobal: changesTenant(({ application, formationId }) => [
    `mutation { unassignFormationGlobal(objectID: "${application}", objectType: APPLICATION, formation: "${formationId}") { id } }`,
  ]),
  updateLabelDefinition: changesTenant(({ definition }) => [
    `mutation { updateLabelDefinition(in: { key: "${definition}" }) { key schema } }`,
  ]),
  deleteLabelDefinition: changesTenant(({ definition }) => [`mutation { deleteLabelDefinition(key: "${definition}") { key schema } }`]),
  deleteFormation: changesTenant(({ formation }) => [`mutation { deleteFormation(formation: { name: "${formation}" }) { id name } }`]),
  assignFormation: [
    changesTenant((there, own) => assignments('assignFormation', there, own)),
    ofAnotherKind(changesTenant((there, own) => [assignment('assignFormation', [there.runtime, 'APPLICATION', own.formation])])),
  ],
  unassignFormation: [
    changesTenant((there, own) => assignments('unassignFormation', there, own)),
    ofAnotherKind(changesTenant((there, own) => [assignment('unassignFormation', [there.runtime, 'APPLICATION', own.formation])])),
  ],
  addWebhook: [
    changesWebhookOf('application')(({ application }) => [
      `mutation { addWebhook(applicationID: "${application}", in: { ${hook} }) { id } }`,
    ]),
    changesWebhookOf('runtime')(({ runtime }) => [`mutation { addWebhook(runtimeID: "${runtime}", in: { ${hook} }) { id } }`]),
    changesWebhookOf('template')(({ applicationTemplate }) => [
      `mutation { addWebhook(applicationTemplateID: "${applicationTemplate}", in: { ${hook} }) { id } }`,
    ]),
  ],
  updateWebhook: [
    changesWebhookOf('application')(({ applicationWebhook }) => [updateWebhook(applicationWebhook)]),
    changesWebhookOf('runtime')(({ runtimeWebhook }) => [updateWebhook(runtimeWebhook)]),
    changesWebhookOf('template')(({ templateWebhook }) => [updateWebhook(templateWebhook)]),
  ],
  deleteWebhook: [
    changesWebhookOf('application')(({ applicationWebhook }) => [deleteWebhook(applicationWebhook)]),
    changesWebhookOf('runtime')(({ runtimeWebhook }) => [deleteWebhook(runtimeWebhook)]),
    changesWebhookOf('template')(({ templateWebhook }) => [deleteWebhook(templateWebhook)]),
  ],
  rotateWebhookSigningSecret: [
    changesWebhookOf('application')(({ applicationWebhook }) => [rotateSecret(applicationWebhook)]),
    changesWebhookOf('runtime')(({ runtimeWebhook }) => [rotateSecret(runtimeWebhook)]),
    changesWebhookOf('template')(({ templateWebhook }) => [rotateSecret(templateWebhook)]),
  ],

  deliveries: [
    changesApplication(({ application, applicationWebhook }) => [
      deliveriesOf(`applicationID: "${application}"`),
      deliveriesOf(`webhookID: "${applicationWebhook}"`),
    ]),
    except(
      changesApplication(({ runtimeWebhook, templateWebhook }) => [
        deliveriesOf(`webhookID: "${runtimeWebhook}"`),
        deliveriesOf(`webhookID: "${templateWebhook}"`),
      ]),
      { application: 'nothing' },
    ),
  ],
  redeliver: ofAnotherKind(
    changesWebhookOf('template')(({ applicationWebhook }) => [`mutation { redeliver(id: "${applicationWebhook}") { id state } }`]),
  ),
  recoverWebhook: [
    changesWebhookOf('application')(({ applicationWebhook }) => [recoverWebhook(applicationWebhook)]),
    changesWebhookOf('runtime')(({ runtimeWebhook }) => [recoverWebhook(runtimeWebhook)]),
    changesWebhookOf('template')(({ templateWebhook }) => [recoverWebhook(templateWebhook)]),
  ],
  testWebhook: [
    changesWebhookOf('application')(({ applicationWebhook }) => [testWebhook(applicationWebhook)]),
    changesWebhookOf('runtime')(({ runtimeWebhook }) => [testWebhook(runtimeWebhook)]),
    changesWebhookOf('template')(({ templateWebhook }) => [testWebhook(templateWebhook)]),
  ],
  enableWebhook: [
    changesWebhookOf('application')(({ applicationWebhook }) => [enableWebhook(applicationWebhook)]),
    changesWebhookOf('runtime')(({ runtimeWebhook }) => [enableWebhook(runtimeWebhook)]),
    changesWebhookOf('template')(({ templateWebhook }) => [enableWebhook(templateWebhook)]),
  ],

  requestOneTimeTokenForApplication: changesApplication(({ application }) => [
    `mutation { requestOneTimeTokenForApplication(id: "${application}") { token } }`,
  ]),
  requestOneTimeTokenForRuntime: changesRuntime(({ runtime }) => [
    `mutation { requestOneTimeTokenForRuntime(id: "${runtime}") { token } }`,
  ]),
  requestClientCredentialsForApplication: changesApplication(({ application }) => [requestClient('Application', application)]),
  requestClientCredentialsForRuntime: changesRuntime(({ runtime }) => [requestClient('Runtime', runtime)]),
  requestClientCredentialsForIntegrationSystem: administers(({ integrationSystem }) => [
    requestClient('IntegrationSystem', integrationSystem),
  ]),
  deleteSystemAuthForIntegrationSystem: [
    administers(({ integrationSystemAuth }) => [deleteAuth('IntegrationSystem', integrationSystemAuth)]),
    ofAnotherKind(
      administers(({ applicationAuth, integrationSystem }) =>
        [applicationAuth, integrationSystem].map((id) => deleteAuth('IntegrationSystem', id)),
      ),
    ),
  ],
  deleteSystemAuthForApplication: [
    changesApplication(({ applicationAuth }) => [deleteAuth('Application', applicationAuth)]),
    ofAnotherKind(
      changesApplication(({ runtimeAuth, application }) => [runtimeAuth, application].map((id) => deleteAuth('Application', id))),
    ),
  ],
  deleteSystemAuthForRuntime: [
    changesRuntime(({ runtimeAuth }) => [deleteAuth('Runtime', runtimeAuth)]),
    ofAnotherKind(changesRuntime(({ applicationAuth, runtime }) => [applicationAuth, runtime].map((id) => deleteAuth('Runtime', id)))),
  ],
  unpairApplication: changesApplication(({ application }) => [
    `mutation { unpairApplication(id: "${application}") { id status { condition } } }`,
  ]),
  setDefaultEventingForApplication: administers((there, own) => [
    `mutation { setDefaultEventingForApplication(appID: "${there.application}", runtimeID: "${there.runtime}") { defaultURL } }`,
    `mutation { setDefaultEventingForApplication(appID: "${own.application}", runtimeID: "${there.runtime}") { defaultURL } }`,
    `mutation { setDefaultEventingForApplication(appID: "${there.application}", runtimeID: "${own.runtime}") { defaultURL } }`,
  ]),
  deleteDefaultEventingForApplication: administers(({ application }) => [
    `mutation { deleteDefaultEventingForApplication(appID: "${application}") { defaultURL } }`,
  ]),
};

/** The table, with each operation's entries as a list. */
export const operationsById: readonly (readonly [operation: string, access: readonly Access[]])[] = Object.entries(accessTable).map(
  ([operation, access]) => [operation, [access].flat()],
);

const updateApi = (id: string) => `mutation { updateAPIDefinitionForApplication(id: "${id}", ${api}) { id spec { data } } }`;
const updateEvent = (id: string) => `mutation { updateEventDefinitionForApplication(id: "${id}", in: { name: "e" }) { id spec { data } } }`;
const refetchApi = (id: string) => `mutation { refetchAPISpec(apiID: "${id}") { id data } }`;
const refetchEvent = (id: string) => `mutation { refetchEventDefinitionSpec(eventID: "${id}") { id data } }`;
const updateWebhook = (id: string) =>
  `mutation { updateWebhook(webhookID: "${id}", in: { ${hook} }) { id auth { credential { __typename } } } }`;
const rotateSecret = (id: string) => `mutation { rotateWebhookSigningSecret(webhookID: "${id}") { id signingSecret } }`;
const recoverWebhook = (id: string) => `mutation { recoverWebhook(webhookID: "${id}", since: "2026-01-01T00:00:00Z") }`;
const testWebhook = (id: string) => `mutation { testWebhook(webhookID: "${id}") { id accepted status body } }`;
const deliveriesOf = (id: string) => `{ deliveries(${id}) { data { id state attempts { status body } } pageInfo { hasNextPage } } }`;
const enableWebhook = (id: string) => `mutation { enableWebhook(webhookID: "${id}") { id status { condition } signingSecret } }`;
const deleteWebhook = (id: string) => `mutation { deleteWebhook(webhookID: "${id}") { id url signingSecret } }`;
const requestClient = (kind: string, id: string) =>
  `mutation { requestClientCredentialsFor${kind}(id: "${id}") { id auth { credential { __typename } } } }`;
const deleteAuth = (kind: string, id: string) => `mutation { deleteSystemAuthFor${kind}(authID: "${id}") { id type } }`;

type Assignment = readonly [id: string, type: 'APPLICATION' | 'RUNTIME', formation: string];

const assignment = (operation: string, [id, type, formation]: Assignment) =>
  `mutation { ${operation}(objectID: "${id}", objectType: ${type}, formation: { name: "${formation}" }) { id name } }`;

function assignments(operation: string, there: Subjects, own: Subjects): string[] {
  const pairs: Assignment[] = [
    [there.application, 'APPLICATION', there.formation],
    [there.application, 'APPLICATION', own.formation],
    [own.application, 'APPLICATION', there.formation],
    [there.runtime, 'RUNTIME', own.formation],
    [own.runtime, 'RUNTIME', there.formation],
  ];
  return pairs.map((pair) => assignment(operation, pair));
}
