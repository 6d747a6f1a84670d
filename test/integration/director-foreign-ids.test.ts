import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import {
  anIntegrationSystem,
  aSystem,
  aTenant,
  aUser,
  type Caller,
  type DirectorWorld,
  directorWorld,
  everyItem,
} from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anonymous, oneOfEverything, operationsById, type Subjects, unknownSubjects } from '#test/support/operations-by-id.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
const tenant = aTenant();
let there: Subjects;
let own: Subjects;
const elsewhere = aTenant();
let ownElsewhere: Subjects;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  there = await oneOfEverything(world.as(aUser(tenant)), 'there');
  own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  ownElsewhere = await oneOfEverything(world.as(aUser(elsewhere)), 'elsewhere');
});
afterAll(() => dynamo.stop());

const operations = Object.entries(operationsById).filter(([, documents]) => documents(unknownSubjects(), unknownSubjects()).length > 0);

/** Answers for what belongs to somebody else, for what nobody has, and what the table holds of the others before and after. */
async function compare(caller: Caller, documents: (typeof operations)[number][1], ownSubjects: Subjects) {
  const unknown = unknownSubjects();
  const before = await stateOf(there);
  for (const [index, document] of documents(there, ownSubjects).entries()) {
    const { status, data, errors } = await caller.ask(document);
    const missing = await caller.ask(documents(unknown, ownSubjects)[index] ?? '');
    expect(anonymous({ status, data, errors }, there)).toEqual(
      anonymous({ status: missing.status, data: missing.data, errors: missing.errors }, unknown),
    );
    expect(JSON.stringify(data)).not.toMatch(/openapi|asyncapi|whsec|example\.com/);
  }
  expect(await stateOf(there)).toEqual(before);
}

const stateOf = async ({ application, runtime, formationId }: Subjects) =>
  (await everyItem(dynamo)).filter(({ pk }) => [application, runtime, formationId].some((id) => pk.endsWith(`#${id}`)));

describe.each(operations)('%s answers as for an id that nobody has', (_, documents) => {
  it.each([
    ['user', aUser(elsewhere)],
    ['integration system', anIntegrationSystem(elsewhere)],
  ])('when it is of another tenant than the %s that asks', (_who, actor) => compare(world.as(actor), documents, ownElsewhere));

  it('when an Application asks for something of another', () =>
    compare(world.as(aSystem('application', own.application, tenant)), documents, own));

  it('when a Runtime asks for another, or for an Application it shares no formation with', () =>
    compare(world.as(aSystem('runtime', own.runtime, tenant)), documents, own));
});

describe('an id that cannot be one', () => {
  const everywhere = (id: string) => Object.fromEntries(Object.keys(unknownSubjects()).map((key) => [key, id])) as unknown as Subjects;
  const codesOf = async (document = '') => (await world.as(aUser(tenant)).ask(document)).errors.map(({ extensions }) => extensions?.error);

  it.each(operations)('is answered by %s as any unknown one', async (_, documents) => {
    const unknown = documents(unknownSubjects(), own);
    for (const id of ['not-an-id', 'a#HEAD', 'ä'.repeat(30)]) {
      for (const [index, document] of documents(everywhere(id), own).entries()) {
        expect([id, ...(await codesOf(document))]).toEqual([id, ...(await codesOf(unknown[index]))]);
      }
    }
  });

  it.each(operations)('is no internal matter for %s when it is empty or longer than any key', async (_, documents) => {
    for (const document of ['', 'x'.repeat(3000)].flatMap((id) => documents(everywhere(id), own))) {
      for (const code of await codesOf(document)) expect(['NotFound', 'InvalidData']).toContain(code);
    }
  });
});

describe('lists', () => {
  it('hold what the own tenant has and count nothing else', async () => {
    const caller = world.as(aUser(elsewhere));
    const { applications, runtimes, formations } = await caller.do(`{
      applications { data { id } totalCount } runtimes { data { id } totalCount } formations { data { id } totalCount } }`);
    expect(applications).toEqual({ data: [{ id: ownElsewhere.application }], totalCount: 1 });
    expect(runtimes).toEqual({ data: [{ id: ownElsewhere.runtime }], totalCount: 1 });
    expect(formations).toEqual({ data: [{ id: ownElsewhere.formationId }], totalCount: 1 });
  });

  it('are for no Application and no Runtime', async () => {
    for (const [kind, id] of [
      ['application', own.application],
      ['runtime', own.runtime],
    ] as const) {
      const caller = world.as(aSystem(kind, id, tenant));
      for (const list of ['applications', 'runtimes', 'formations']) {
        const { errors } = await caller.ask(`{ ${list} { totalCount } }`);
        expect(errors).toMatchObject([
          { message: expect.stringContaining('insufficient scopes provided'), extensions: { error_code: 23 } },
        ]);
      }
    }
  });
});

describe('a Runtime', () => {
  it('sees an Application it shares a formation with, without what only the Application may know', async () => {
    const runtime = world.as(aSystem('runtime', own.runtime, tenant));
    const owner = { tenant, kind: 'application', id: own.application } as const;
    const credential = {
      id: newId(),
      owner,
      version: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      retired: {},
      revoked: {},
      suspected: {},
      connected: true,
      changedBy: 'user/alice',
    };
    await world.deps.auths.insert(credential);
    const { application } = await runtime.do(
      `{ application(id: "${own.application}") { id webhooks { id } auths { id auth { certCommonName } } } }`,
    );
    // A pairing that nobody has completed is nothing that a Runtime could meet.
    expect(application).toEqual({ id: own.application, webhooks: null, auths: [{ id: credential.id, auth: null }] });
  });

  it('cannot let itself into a formation through its scenarios label', async () => {
    const runtime = world.as(aSystem('runtime', own.runtime, tenant));
    for (const change of [
      `setRuntimeLabel(runtimeID: "${own.runtime}", key: "scenarios", value: ["${there.formation}"]) { key }`,
      `deleteRuntimeLabel(runtimeID: "${own.runtime}", key: "scenarios") { key }`,
    ]) {
      const { errors } = await runtime.ask(`mutation { ${change} }`);
      expect(errors).toMatchObject([{ message: expect.stringContaining('insufficient scopes provided'), extensions: { error_code: 23 } }]);
    }
    const { applicationsForRuntime } = await runtime.do(`{ applicationsForRuntime(runtimeID: "${own.runtime}") { data { id } } }`);
    expect(applicationsForRuntime.data).toEqual([{ id: own.application }]);
  });

  it('cannot register anything', async () => {
    const { errors } = await world
      .as(aSystem('runtime', own.runtime, tenant))
      .ask('mutation { registerRuntime(in: { name: "r" }) { id } }');
    expect(errors[0]?.extensions?.error).toBe('InsufficientScopes');
  });
});

describe('an Application', () => {
  it('cannot let itself into a formation through its scenarios label', async () => {
    const application = world.as(aSystem('application', own.application, tenant));
    const { errors } = await application.ask(
      `mutation { setApplicationLabel(applicationID: "${own.application}", key: "scenarios", value: ["${there.formation}"]) { key } }`,
    );
    expect(errors[0]?.extensions?.error).toBe('InsufficientScopes');
  });

  it('cannot register another', async () => {
    const { errors } = await world
      .as(aSystem('application', own.application, tenant))
      .ask('mutation { registerApplication(in: { name: "a" }) { id } }');
    expect(errors[0]?.extensions?.error).toBe('InsufficientScopes');
  });
});
