import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { aSystem, aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { operationsById } from '#test/support/operations-by-id.ts';
import { oneOfEverything, type Subjects, unknownSubjects } from '#test/support/subjects.ts';

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

const everywhere = (id: string) => Object.fromEntries(Object.keys(unknownSubjects()).map((key) => [key, id])) as unknown as Subjects;

/** The requests that an id or name can be put into. */
const operations = operationsById
  .map(([name, access]) => {
    const documents = (at: Subjects, mine: Subjects) => access.flatMap((one) => one.documents(at, mine));
    const other = documents(everywhere('b'), everywhere('c'));
    const pointed = documents(everywhere('a'), everywhere('c')).map((document, index) => document !== other[index]);
    return [name, (at: Subjects) => documents(at, own).filter((_, index) => pointed[index]), pointed.includes(true)] as const;
  })
  .filter(([, , pointed]) => pointed);

describe('an id that cannot be one', () => {
  const codesOf = async (document = '') => (await world.as(aUser(tenant)).ask(document)).errors.map(({ extensions }) => extensions?.error);

  /** Operations that refuse a name by its characters before they look for it, as the original does. */
  const judgedByText = ['updateLabelDefinition'];

  it.each(operations.filter(([name]) => !judgedByText.includes(name)))('is answered by %s as any unknown one', async (_, documents) => {
    const unknown = documents(unknownSubjects());
    for (const id of ['not-an-id', 'a#HEAD', 'ä'.repeat(30)]) {
      for (const [index, document] of documents(everywhere(id)).entries()) {
        expect([id, ...(await codesOf(document))]).toEqual([id, ...(await codesOf(unknown[index]))]);
      }
    }
  });

  it.each(operations)('is no internal matter for %s when it is empty or longer than any key', async (_, documents) => {
    for (const document of ['', 'x'.repeat(3000)].flatMap((id) => documents(everywhere(id)))) {
      for (const code of await codesOf(document)) expect(['NotFound', 'InvalidData']).toContain(code);
    }
  });
});

describe('lists', () => {
  it('hold what the own tenant has and count nothing else', async () => {
    const caller = world.as(aUser(elsewhere));
    const { applications, runtimes, formations } = await caller.do(`{
      applications { data { id } totalCount } runtimes { data { id } totalCount } formations { data { id } totalCount } }`);
    const { application, applicationOfTemplate } = ownElsewhere;
    expect(applications).toEqual({ data: [{ id: application }, { id: applicationOfTemplate }], totalCount: 2 });
    expect(runtimes).toEqual({ data: [{ id: ownElsewhere.runtime }], totalCount: 1 });
    expect(formations).toEqual({ data: [{ id: ownElsewhere.formationId }], totalCount: 1 });
  });

  const lists = operationsById.flatMap(([, access]) => access.flatMap((one) => one.documents(everywhere('a'), everywhere('a'))));

  it.each(lists.filter((document) => document.startsWith('{')))('of whatever kind name nothing of another tenant: %s', async (document) => {
    const { text } = await world.as(aUser(elsewhere)).ask(document);
    for (const foreign of [...Object.values(there), ...Object.values(own)]) expect(text).not.toContain(foreign);
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
      client: { clientId: 'of-the-application' },
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
    // A pairing that was not completed is not visible to a Runtime.
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
});

describe('an Application', () => {
  it('cannot let itself into a formation through its scenarios label', async () => {
    const application = world.as(aSystem('application', own.application, tenant));
    const { errors } = await application.ask(
      `mutation { setApplicationLabel(applicationID: "${own.application}", key: "scenarios", value: ["${there.formation}"]) { key } }`,
    );
    expect(errors[0]?.extensions?.error).toBe('InsufficientScopes');
  });
});
