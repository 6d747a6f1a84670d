import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let admin: Caller;
const tenant = aTenant();

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  admin = world.as(aUser(tenant));
});
afterAll(() => dynamo.stop());

const basic = (user: string) => `{ credential: { basic: { username: "${user}", password: "p" } } }`;
const username = 'credential { ... on BasicCredentialData { username } }';
const formation = `f-${randomUUID()}`;

const registered = async () =>
  (
    await admin.do(`mutation { r: createApplication(in: { name: "app-${randomUUID()}", labels: { scenarios: ["${formation}"] },
      apis: [
        { name: "closed", targetURL: "https://a.example", defaultAuth: ${basic('ann')} }
        { name: "open", targetURL: "https://b.example", group: "g" }
      ]
      eventAPIs: [{ name: "event", spec: { data: "asyncapi: 2.0.0", eventSpecType: ASYNC_API, format: YAML } }]
      documents: [{ title: "t", displayName: "d", description: "x", format: MARKDOWN, data: "text" }] }) { id } }`)
  ).r.id;

describe('an Application of a client older than bundles', () => {
  it('has its definitions in bundles, with their credentials, and shows them as its own', async () => {
    const id = await registered();
    const { data } = await admin.ask(`{ application(id: "${id}") {
      bundles { data { name defaultInstanceAuth { ${username} } apiDefinitions { data { name } } } }
      apis { data { name applicationID defaultAuth { ${username} } } totalCount }
      open: apis(group: "g") { data { name } }
      eventAPIs { data { name applicationID spec { data type } } }
      documents { data { title applicationID data } } } }`);
    expect(data.application.bundles.data).toEqual([
      { name: 'closed', defaultInstanceAuth: { credential: { username: 'ann' } }, apiDefinitions: { data: [{ name: 'closed' }] } },
      { name: 'definitions', defaultInstanceAuth: null, apiDefinitions: { data: [{ name: 'open' }] } },
    ]);
    expect(data.application.apis).toEqual({
      data: expect.arrayContaining([
        { name: 'closed', applicationID: id, defaultAuth: { credential: { username: 'ann' } } },
        { name: 'open', applicationID: id, defaultAuth: null },
      ]),
      totalCount: 2,
    });
    expect(data.application.open.data).toEqual([{ name: 'open' }]);
    expect(data.application.eventAPIs.data).toEqual([
      { name: 'event', applicationID: id, spec: { data: 'asyncapi: 2.0.0', type: 'ASYNC_API' } },
    ]);
    expect(data.application.documents.data).toEqual([{ title: 't', applicationID: id, data: 'text' }]);
  });

  it('shows a Runtime of its formation the credentials that count for it, and for no other', async () => {
    const id = await registered();
    const { r: runtime } = await admin.do(
      `mutation { r: createRuntime(in: { name: "rt", labels: { scenarios: ["${formation}"] } }) { id } }`,
    );
    const asked = (runtimeId: string) => `{ applicationsForRuntime(runtimeID: "${runtime.id}") {
      data { id apis { data { name auth(runtimeID: "${runtimeId}") { runtimeID auth { ${username} } } auths { runtimeID } } } } } }`;
    const agent = world.as(aSystem('runtime', runtime.id, tenant));
    const closed = async (caller: Caller) => {
      const { applicationsForRuntime } = await caller.do(asked(runtime.id));
      const { apis } = applicationsForRuntime.data.find((one: { id: string }) => one.id === id);
      return apis.data.find(({ name }: { name: string }) => name === 'closed');
    };
    expect(await closed(agent)).toEqual({
      name: 'closed',
      auth: { runtimeID: runtime.id, auth: { credential: { username: 'ann' } } },
      auths: [],
    });
    const { application } = await admin.do(`{ application(id: "${id}") { bundles { data { id name } } } }`);
    const bundle = application.bundles.data.find(({ name }: { name: string }) => name === 'closed');
    await admin.do(
      `mutation { createBundleInstanceAuth(bundleID: "${bundle.id}", in: { runtimeID: "${runtime.id}", auth: ${basic('bob')} }) { id } }`,
    );
    const own = {
      name: 'closed',
      auth: { runtimeID: runtime.id, auth: { credential: { username: 'bob' } } },
      auths: [{ runtimeID: runtime.id }],
    };
    expect(await closed(agent)).toEqual(own);
    expect(await closed(admin)).toEqual(own);
    const { errors } = await agent.ask(asked(randomUUID()));
    expect(errors[0]?.extensions?.error).toBe('NotFound');
  });

  it('keeps its name, which clients of that time send with every change', async () => {
    const { r } = await admin.do(`mutation { r: createApplication(in: { name: "app-${randomUUID()}" }) { id name } }`);
    const update = (name: string) =>
      admin.ask(`mutation { r: updateApplication(id: "${r.id}", in: { name: "${name}", description: "d" }) { description } }`);
    expect((await update(r.name)).data.r).toEqual({ description: 'd' });
    expect((await update('other')).errors[0]?.extensions?.error).toBe('InvalidOperation');
  });
});

describe('an operation that is not offered', () => {
  it('answers InvalidOperation, which says so and what to use instead', async () => {
    const { errors } = await admin.ask(`mutation { mergeApplications(destinationID: "a", sourceID: "b") { id } }`);
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining('[reason=mergeApplications is not offered here: use addBundle for'),
        extensions: { error_code: 27, error: 'InvalidOperation' },
      },
    ]);
  });

  it('leaves the rest of the document answered', async () => {
    const { data } = await admin.ask(
      '{ viewer { type } operation(id: "x") { id } formationConstraints { id } certificateSubjectMappings { data { id } totalCount } }',
    );
    expect(data).toEqual({
      viewer: { type: 'USER' },
      operation: null,
      formationConstraints: [],
      certificateSubjectMappings: { data: [], totalCount: 0 },
    });
  });
});

describe('a value that only clients of the last schema know', () => {
  it('is there when they read it: correlation ids, consumers and labels', async () => {
    const { r: application } = await admin.do(
      `mutation { r: registerApplication(in: { name: "app-${randomUUID()}", bundles: [{ name: "b", correlationIDs: ["c1", "c2"] }] }) { bundles { data { correlationIDs } } } }`,
    );
    expect(application.bundles.data).toEqual([{ correlationIDs: ['c1', 'c2'] }]);
    const name = `t-${randomUUID()}`;
    const { r: template } = await admin.do(
      `mutation { r: createFormationTemplate(in: { name: "${name}", applicationTypes: [], discoveryConsumers: ["x"], labels: { team: "a" }, webhooks: [] }) { id discoveryConsumers labels createdAt } }`,
    );
    expect(template).toMatchObject({ discoveryConsumers: ['x'], labels: { team: 'a' }, createdAt: expect.stringMatching(/^20/) });
    const { r: changed } = await admin.do(
      `mutation { r: updateFormationTemplate(id: "${template.id}", in: { name: "${name}", applicationTypes: ["y"] }) { applicationTypes discoveryConsumers labels } }`,
    );
    expect(changed).toEqual({ applicationTypes: ['y'], discoveryConsumers: null, labels: { team: 'a' } });
    const { errors } = await admin.ask(
      `mutation { createFormationTemplate(in: { name: "w-${name}", applicationTypes: [], webhooks: [{ type: FORMATION_LIFECYCLE, url: "https://a.example" }] }) { id } }`,
    );
    expect(errors[0]?.extensions?.error).toBe('InvalidOperation');
  });
});
