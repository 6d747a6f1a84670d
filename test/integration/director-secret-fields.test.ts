import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SecretField } from '#functions/director/schema.generated.ts';
import { roleScopes } from '#shared/authorization/scopes.ts';
import { anIntegrationSystem, aSystem, aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aSystemAuth, certified } from '#test/support/registry-builders.ts';
import { storeSystemAuths } from '#test/support/store-many.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';
import { type Role, roles } from '#test/support/who-may.ts';

/** Callers with every scope of their kind, to whom nothing here belongs. */
const foreign = [
  'another application',
  'a runtime of no shared formation',
  'an administrator of another tenant',
  'an integration system of another tenant',
  'an application of another tenant',
  'a runtime of another tenant',
  'an operator',
] as const;
type Foreigner = (typeof foreign)[number];

let dynamo: Dynamo;
let own: Subjects;
let fetchedBundle: { id: string };
let as: Readonly<Record<Role, Caller>>;
let neighbourOf: (id: string) => Caller;
let foreigners: Readonly<Record<Foreigner, Caller>>;

const fetch = 'fetchRequest: { url: "https://example.com/spec", auth: { credential: { basic: { username: "u", password: "p" } } } }';

beforeAll(async () => {
  dynamo = await startDynamo();
  const world = directorWorld(dynamo);
  const tenant = aTenant();
  own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  ({ fetchedBundle } = await world.as(aUser(tenant)).do(`mutation {
    fetchedBundle: addBundle(applicationID: "${own.application}", in: { name: "fetched",
      apiDefinitions: [{ name: "api", targetURL: "https://example.com", spec: { type: OPEN_API, format: JSON, ${fetch} } }]
      eventDefinitions: [{ name: "event", spec: { type: ASYNC_API, format: JSON, ${fetch} } }]
      documents: [{ title: "t", displayName: "d", description: "d", format: MARKDOWN, ${fetch} }] }) { id } }`));
  await storeSystemAuths(dynamo, [
    certified(aSystemAuth({ tenant, kind: 'application', id: own.application }), '2030-01-01T00:00:00.000Z'),
  ]);
  as = {
    administrator: world.as(aUser(tenant)),
    viewer: world.as(aUser(tenant, roleScopes.viewer)),
    'integration system': world.as(anIntegrationSystem(tenant)),
    application: world.as(aSystem('application', own.application, tenant)),
    runtime: world.as(aSystem('runtime', own.runtime, tenant)),
  };
  neighbourOf = (id) => world.as(aSystem('runtime', id, tenant));
  const elsewhere = aTenant();
  const other = await oneOfEverything(world.as(aUser(tenant)), 'other');
  const far = await oneOfEverything(world.as(aUser(elsewhere)), 'far');
  foreigners = {
    'another application': world.as(aSystem('application', other.application, tenant)),
    'a runtime of no shared formation': world.as(aSystem('runtime', other.runtime, tenant)),
    'an administrator of another tenant': world.as(aUser(elsewhere)),
    'an integration system of another tenant': world.as(anIntegrationSystem(elsewhere)),
    'an application of another tenant': world.as(aSystem('application', far.application, elsewhere)),
    'a runtime of another tenant': world.as(aSystem('runtime', far.runtime, elsewhere)),
    'an operator': world.as(aUser(tenant, roleScopes.operator)),
  };
});
afterAll(() => dynamo.stop());

interface Expectation {
  readonly seenBy: readonly Role[];
  /** Path of the field in the answer: of lists the first element. */
  readonly at: string;
  readonly document: (own: Subjects) => string;
}

const application = (fields: string) => (subjects: Subjects) => `{ application(id: "${subjects.application}") { ${fields} } }`;
const runtime = (fields: string) => (subjects: Subjects) => `{ runtime(id: "${subjects.runtime}") { ${fields} } }`;
const integrationSystem = (fields: string) => (subjects: Subjects) =>
  `{ integrationSystem(id: "${subjects.integrationSystem}") { ${fields} } }`;
const definition = (fields: string) => application(`bundles { data { ${fields} } }`);
/** In a bundle whose definitions are fetched. */
const fetched = (fields: string) => application(`bundle(id: "$fetched") { ${fields} }`);
const bundle = 'application.bundles.data.0';
const credential = '{ credential { ... on BasicCredentialData { password } } }';
const auth = `auth ${credential}`;

const owner: readonly Role[] = ['administrator', 'integration system', 'application'];
const everybodyButViewers: readonly Role[] = ['administrator', 'integration system', 'application', 'runtime'];

/** The roles that see each credential field of the schema. A field without an entry does not compile. */
const expectations: Readonly<Record<SecretField, Expectation>> = {
  'Application.webhooks': { seenBy: owner, at: 'application.webhooks', document: application('webhooks { id }') },
  'Application.auths': { seenBy: roles, at: 'application.auths', document: application('auths { id }') },
  'AppSystemAuth.auth': {
    seenBy: owner,
    at: 'application.auths.0.auth',
    document: application('auths { auth { oneTimeToken { used } } }'),
  },
  'AppSystemAuth.certificates': {
    seenBy: owner,
    at: 'application.auths.0.certificates',
    document: application('auths { certificates { fingerprint } }'),
  },
  'AppSystemAuth.cloneSuspicions': {
    seenBy: owner,
    at: 'application.auths.0.cloneSuspicions',
    document: application('auths { cloneSuspicions { reason } }'),
  },
  'AppSystemAuth.origin': { seenBy: owner, at: 'application.auths.0.origin', document: application('auths { origin { id } }') },
  'Runtime.webhooks': {
    seenBy: ['administrator', 'integration system', 'runtime'],
    at: 'runtime.webhooks',
    document: runtime('webhooks { id }'),
  },
  'Runtime.auths': { seenBy: ['administrator', 'runtime'], at: 'runtime.auths', document: runtime('auths { id }') },
  'RuntimeSystemAuth.auth': {
    seenBy: ['administrator', 'runtime'],
    at: 'runtime.auths.0.auth',
    document: runtime('auths { auth { oneTimeToken { used } } }'),
  },
  'RuntimeSystemAuth.certificates': {
    seenBy: ['administrator', 'runtime'],
    at: 'runtime.auths.0.certificates',
    document: runtime('auths { certificates { fingerprint } }'),
  },
  'RuntimeSystemAuth.cloneSuspicions': {
    seenBy: ['administrator', 'runtime'],
    at: 'runtime.auths.0.cloneSuspicions',
    document: runtime('auths { cloneSuspicions { reason } }'),
  },
  'RuntimeSystemAuth.origin': {
    seenBy: ['administrator', 'runtime'],
    at: 'runtime.auths.0.origin',
    document: runtime('auths { origin { id } }'),
  },
  'ApplicationTemplate.webhooks': {
    seenBy: ['administrator', 'integration system'],
    at: 'applicationTemplate.webhooks',
    document: ({ applicationTemplate }) => `{ applicationTemplate(id: "${applicationTemplate}") { webhooks { id } } }`,
  },
  'Webhook.auth': { seenBy: owner, at: 'application.webhooks.0.auth', document: application(`webhooks { ${auth} }`) },
  'Webhook.signingSecret': {
    seenBy: owner,
    at: 'application.webhooks.0.signingSecret',
    document: application('webhooks { signingSecret }'),
  },
  'Bundle.defaultInstanceAuth': {
    seenBy: everybodyButViewers,
    at: `${bundle}.defaultInstanceAuth`,
    document: definition(`defaultInstanceAuth ${credential}`),
  },
  'APIDefinition.defaultAuth': {
    seenBy: everybodyButViewers,
    at: 'application.apiDefinitions.data.0.defaultAuth',
    document: application(`apiDefinitions { data { defaultAuth ${credential} } }`),
  },
  'APIRuntimeAuth.auth': {
    seenBy: everybodyButViewers,
    at: 'application.apiDefinitions.data.0.auth.auth',
    document: (subjects) => application(`apiDefinitions { data { auth(runtimeID: "${subjects.runtime}") { ${auth} } } }`)(subjects),
  },
  'Bundle.instanceAuths': { seenBy: everybodyButViewers, at: `${bundle}.instanceAuths`, document: definition('instanceAuths { id }') },
  'Bundle.instanceAuth': {
    seenBy: everybodyButViewers,
    at: `${bundle}.instanceAuth`,
    document: (subjects) => definition(`instanceAuth(id: "${subjects.instanceAuth}") { id }`)(subjects),
  },
  'BundleInstanceAuth.auth': {
    seenBy: everybodyButViewers,
    at: `${bundle}.instanceAuths.0.auth`,
    document: definition(`instanceAuths { ${auth} }`),
  },
  'IntegrationSystem.auths': { seenBy: ['administrator'], at: 'integrationSystem.auths', document: integrationSystem('auths { id }') },
  'IntSysSystemAuth.auth': {
    seenBy: ['administrator'],
    at: 'integrationSystem.auths.0.auth',
    document: integrationSystem('auths { auth { credential { __typename } } }'),
  },
  'IntSysSystemAuth.certificates': {
    seenBy: ['administrator'],
    at: 'integrationSystem.auths.0.certificates',
    document: integrationSystem('auths { certificates { fingerprint } }'),
  },
  'IntSysSystemAuth.cloneSuspicions': {
    seenBy: ['administrator'],
    at: 'integrationSystem.auths.0.cloneSuspicions',
    document: integrationSystem('auths { cloneSuspicions { reason } }'),
  },
  'IntSysSystemAuth.origin': {
    seenBy: ['administrator'],
    at: 'integrationSystem.auths.0.origin',
    document: integrationSystem('auths { origin { id } }'),
  },
  'CertificatePage.data': {
    seenBy: ['administrator', 'integration system'],
    at: 'certificates.data.0',
    document: () => '{ certificates { data { fingerprint } } }',
  },
  'Certificate.systemAuth': {
    seenBy: ['administrator', 'integration system'],
    at: 'certificates.data.0.systemAuth',
    document: () => '{ certificates { data { systemAuth { id } } } }',
  },
  // Nothing is there to be seen.
  'FormationTemplate.webhooks': {
    seenBy: [],
    at: 'formationTemplates.data.0.webhooks',
    document: () => '{ formationTemplates { data { webhooks { id } } } }',
  },
  'APISpec.fetchRequest': {
    seenBy: owner,
    at: 'application.bundle.apiDefinitions.data.0.spec.fetchRequest',
    document: fetched('apiDefinitions { data { spec { fetchRequest { url } } } }'),
  },
  'EventSpec.fetchRequest': {
    seenBy: owner,
    at: 'application.bundle.eventDefinitions.data.0.spec.fetchRequest',
    document: fetched('eventDefinitions { data { spec { fetchRequest { url } } } }'),
  },
  'Document.fetchRequest': {
    seenBy: owner,
    at: 'application.bundle.documents.data.0.fetchRequest',
    document: fetched('documents { data { fetchRequest { url } } }'),
  },
  'FetchRequest.auth': {
    seenBy: owner,
    at: 'application.bundle.apiDefinitions.data.0.spec.fetchRequest.auth',
    document: fetched(`apiDefinitions { data { spec { fetchRequest { ${auth} } } } }`),
  },
  'ApplicationEventingConfiguration.defaultURLForTokens': {
    seenBy: roles,
    at: 'application.eventingConfiguration.defaultURLForTokens',
    document: application('eventingConfiguration { defaultURLForTokens }'),
  },
};

const fieldAt = (answer: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (value as Record<string, unknown> | null)?.[key], answer) ?? null;

describe.each(Object.entries(expectations))('%s', (_, { seenBy, at, document }) => {
  it.each(roles)('is seen by the role %s only if it is meant for it', async (role) => {
    const { data } = await as[role].ask(document(own).replace('$fetched', fetchedBundle.id));
    expect(fieldAt(data, at) !== null).toBe(seenBy.includes(role));
  });

  it.each(foreign)('is not seen by %s, to whom it does not belong', async (foreigner) => {
    const { data } = await foreigners[foreigner].ask(document(own).replace('$fetched', fetchedBundle.id));
    expect(fieldAt(data, at)).toBeNull();
  });
});

it('a Runtime of the same formation sees the default credentials, and no instance auth of another Runtime', async () => {
  const { r } = await as.administrator.do(
    `mutation { r: registerRuntime(in: { name: "neighbour", labels: { scenarios: ["${own.formation}"] } }) { id } }`,
  );
  const neighbour = neighbourOf(r.id);
  const fields = `bundles { data { defaultInstanceAuth ${credential} instanceAuths { id ${auth} } instanceAuth(id: "${own.instanceAuth}") { id } } }`;
  const { application: shown } = await neighbour.do(application(fields)(own));
  const found = shown.bundles.data.find((one: { defaultInstanceAuth: unknown }) => one.defaultInstanceAuth);
  expect(found).toEqual({ defaultInstanceAuth: { credential: { password: 'p' } }, instanceAuths: [], instanceAuth: null });
});
