import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '#test/support/clients.ts';
import { aSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { sweepNow } from '#test/support/swept.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
const tenant = aTenant();
let user: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  user = world.as(aUser(tenant));
});
afterAll(() => dynamo.stop());

const fields = `{ id context inputParams runtimeID runtimeContextID
  auth { credential { ... on BasicCredentialData { username password } } } status { condition reason message timestamp } }`;
const credentials = (username: string) => `auth: { credential: { basic: { username: "${username}", password: "secret-of-${username}" } } }`;
const auth = (username: string) => ({ credential: { username, password: `secret-of-${username}` } });

interface Neighbours {
  readonly applicationId: string;
  readonly bundleId: string;
  readonly application: Caller;
  readonly runtimeId: string;
  readonly runtime: Caller;
  readonly formation: string;
}

const aRuntimeIn = async (formation: string) => {
  const { r } = await user.do(`mutation { r: registerRuntime(in: { name: "r", labels: { scenarios: ["${formation}"] } }) { id } }`);
  return { runtimeId: r.id as string, runtime: world.as(aSystem('runtime', r.id, tenant)) };
};

/** An Application with one bundle, and a Runtime of the same formation. */
async function neighbours(bundle = ''): Promise<Neighbours> {
  const formation = `f-${randomUUID()}`;
  const { a } = await user.do(
    `mutation { a: registerApplication(in: { name: "${formation}", labels: { scenarios: ["${formation}"] },
      bundles: [{ name: "b" ${bundle} }] }) { id bundles { data { id } } } }`,
  );
  const application = world.as(aSystem('application', a.id, tenant));
  return { applicationId: a.id, bundleId: a.bundles.data[0].id, application, formation, ...(await aRuntimeIn(formation)) };
}

const request = async (caller: Caller, bundleId: string, input = ''): Promise<Data> =>
  (await caller.do(`mutation { r: requestBundleInstanceAuthCreation(bundleID: "${bundleId}", in: { ${input} }) ${fields} }`)).r;
const set = (caller: Caller, id: string, input: string) =>
  caller.ask(`mutation { r: setBundleInstanceAuth(authID: "${id}", in: { ${input} }) ${fields} }`);
const release = (caller: Caller, id: string) => caller.ask(`mutation { r: requestBundleInstanceAuthDeletion(authID: "${id}") ${fields} }`);
const remove = (caller: Caller, id: string) => caller.ask(`mutation { r: deleteBundleInstanceAuth(authID: "${id}") { id } }`);
const bundleOf = async (caller: Caller, applicationId: string): Promise<Data> => {
  const { application } = await caller.do(`{ application(id: "${applicationId}") { bundles { data { id instanceAuths ${fields} } } } }`);
  return application.bundles.data[0];
};
const errorsOf = ({ errors }: Awaited<ReturnType<Caller['ask']>>) => errors.map(({ extensions }) => extensions?.error);

describe('a Runtime that asks for credentials', () => {
  it('waits for the Application, which sees what was asked, and gets what it sets', async () => {
    const { application, applicationId, bundleId, runtime, runtimeId } = await neighbours();
    const asked = await request(runtime, bundleId, String.raw`context: "{\"namespace\":\"n\"}", inputParams: "{\"plan\":1}"`);
    const pending = { condition: 'PENDING', reason: 'CredentialsNotProvided', message: 'Credentials were not yet provided.' };
    expect(asked).toMatchObject({
      context: '{"namespace":"n"}',
      inputParams: '{"plan":1}',
      runtimeID: runtimeId,
      auth: null,
      status: pending,
    });
    expect((await bundleOf(application, applicationId)).instanceAuths).toEqual([asked]);

    const { data } = await set(application, asked.id, credentials('ann'));
    const given = { condition: 'SUCCEEDED', reason: 'CredentialsProvided', message: 'Credentials were provided.' };
    expect(data.r).toMatchObject({ id: asked.id, auth: auth('ann'), status: given, context: asked.context });
    expect((await bundleOf(runtime, applicationId)).instanceAuths).toEqual([data.r]);
    expect(JSON.stringify(await everyItem(dynamo))).not.toContain('secret-of-ann');
  });

  it('gets a copy of default credentials at once', async () => {
    const { applicationId, bundleId, runtime } = await neighbours(
      `defaultInstanceAuth: { credential: { basic: { username: "all", password: "secret-of-all" } } }`,
    );
    const got = await request(runtime, bundleId);
    expect(got).toMatchObject({ auth: auth('all'), status: { condition: 'SUCCEEDED', reason: 'CredentialsProvided' } });
    const { data } = await release(runtime, got.id);
    expect(data.r.id).toBe(got.id);
    expect((await bundleOf(runtime, applicationId)).instanceAuths).toEqual([]);
  });

  it('may choose the id, once', async () => {
    const { bundleId, runtime } = await neighbours();
    const id = randomUUID();
    expect((await request(runtime, bundleId, `id: "${id}"`)).id).toBe(id);
    const elsewhere = await neighbours();
    for (const [caller, bundle] of [
      [runtime, bundleId],
      [elsewhere.runtime, elsewhere.bundleId],
    ] as const) {
      const again = await caller.ask(`mutation { requestBundleInstanceAuthCreation(bundleID: "${bundle}", in: { id: "${id}" }) { id } }`);
      expect(errorsOf(again)).toEqual(['NotUnique']);
    }
  });

  it('has twenty of a bundle at most, those counted that the Application has not deleted yet', async () => {
    const { application, bundleId, runtime } = await neighbours();
    const ask = () => runtime.ask(`mutation { r: requestBundleInstanceAuthCreation(bundleID: "${bundleId}", in: {}) { id } }`);
    const { id } = await request(runtime, bundleId);
    for (let count = 1; count < 20; count++) await request(runtime, bundleId);
    expect(errorsOf(await ask())).toEqual(['QuotaExceeded']);
    await release(runtime, id);
    expect(errorsOf(await ask())).toEqual(['QuotaExceeded']);
    await remove(application, id);
    expect(errorsOf(await ask())).toEqual([]);
  });

  it('must satisfy the schema of the bundle', async () => {
    const schema = JSON.stringify(JSON.stringify({ type: 'object', required: ['plan'], properties: { plan: { type: 'string' } } }));
    const { bundleId, runtime } = await neighbours(`instanceAuthRequestInputSchema: ${schema}`);
    for (const input of ['', 'inputParams: "{}"', String.raw`inputParams: "{\"plan\":1}"`, 'inputParams: "{"', 'context: "no json"']) {
      const answer = await runtime.ask(`mutation { requestBundleInstanceAuthCreation(bundleID: "${bundleId}", in: { ${input} }) { id } }`);
      expect([input, ...errorsOf(answer)]).toEqual([input, 'InvalidData']);
    }
    expect((await request(runtime, bundleId, String.raw`inputParams: "{\"plan\":\"small\"}"`)).status.condition).toBe('PENDING');
  });

  it('of another Application than those it shares a formation with gets nothing', async () => {
    const { bundleId } = await neighbours();
    const { runtime, application } = await neighbours();
    const document = `mutation { requestBundleInstanceAuthCreation(bundleID: "${bundleId}", in: {}) { id } }`;
    expect(errorsOf(await runtime.ask(document))).toEqual(['NotFound']);
    expect(errorsOf(await application.ask(document))).toEqual(['InsufficientScopes']);
  });
});

describe('the answer of the Application', () => {
  it('can be a refusal', async () => {
    const { application, bundleId, runtime } = await neighbours();
    const { id } = await request(runtime, bundleId);
    const { data } = await set(application, id, 'status: { condition: FAILED, reason: "Full", message: "no place left" }');
    expect(data.r).toMatchObject({ auth: null, status: { condition: 'FAILED', reason: 'Full', message: 'no place left' } });
  });

  it('is given once', async () => {
    const { application, bundleId, runtime } = await neighbours();
    const { id } = await request(runtime, bundleId);
    await set(application, id, credentials('ann'));
    const { errors } = await set(application, id, credentials('eve'));
    expect(errors).toMatchObject([
      {
        message: 'The operation is not allowed [reason=auth can be set only on BundleInstanceAuths in PENDING state]',
        extensions: { error: 'InvalidOperation', error_code: 27 },
      },
    ]);
  });

  it.each([
    '',
    'status: { condition: SUCCEEDED, reason: "R", message: "m" }',
    'status: { condition: FAILED, reason: "R", message: "" }',
    'status: { condition: FAILED, message: "m", reason: "" }',
    `${credentials('ann')}, status: { condition: FAILED, reason: "R", message: "m" }`,
    `${credentials('ann')}, status: { reason: "R", message: "" }`,
  ])('must not contradict itself: %s', async (input) => {
    const { application, applicationId, bundleId, runtime } = await neighbours();
    const asked = await request(runtime, bundleId);
    expect(errorsOf(await set(application, asked.id, input))).toEqual(['InvalidData']);
    expect((await bundleOf(application, applicationId)).instanceAuths).toEqual([asked]);
  });

  it('is the matter of that Application and of users', async () => {
    const { bundleId, runtime } = await neighbours();
    const stranger = await neighbours();
    const { id } = await request(runtime, bundleId);
    expect(errorsOf(await set(stranger.application, id, credentials('eve')))).toEqual(['NotFound']);
    expect(errorsOf(await remove(stranger.application, id))).toEqual(['NotFound']);
    expect(errorsOf(await set(runtime, id, credentials('eve')))).toEqual(['InsufficientScopes']);
    expect((await set(user, id, credentials('bob'))).data.r.auth).toEqual(auth('bob'));
  });
});

describe('credentials that are given back', () => {
  it('wait until the Application has deleted them', async () => {
    const { application, applicationId, bundleId, runtime } = await neighbours();
    const { id } = await request(runtime, bundleId);
    await set(application, id, credentials('ann'));
    const { data } = await release(runtime, id);
    expect(data.r.status).toMatchObject({ condition: 'UNUSED', reason: 'PendingDeletion' });
    expect((await release(runtime, id)).data.r).toEqual(data.r);
    expect((await remove(application, id)).data.r.id).toBe(id);
    expect(errorsOf(await remove(application, id))).toEqual(['NotFound']);
    expect((await bundleOf(application, applicationId)).instanceAuths).toEqual([]);
  });

  it('are only ever those of the Runtime itself', async () => {
    const { applicationId, bundleId, runtime, formation } = await neighbours();
    const { id } = await request(runtime, bundleId);
    const other = await aRuntimeIn(formation);
    expect(errorsOf(await release(other.runtime, id))).toEqual(['NotFound']);
    expect((await bundleOf(other.runtime, applicationId)).instanceAuths).toEqual([]);
    const { application } = await other.runtime.do(
      `{ application(id: "${applicationId}") { bundle(id: "${bundleId}") { instanceAuth(id: "${id}") { id } } } }`,
    );
    expect(application.bundle.instanceAuth).toBeNull();
  });
});

describe('the credentials that a Runtime reads for a bundle', () => {
  const read = async (caller: Caller, runtimeId: string): Promise<Data[]> => {
    const { page } = await caller.do(`{ page: applicationsForRuntime(runtimeID: "${runtimeId}") { data { bundles { data {
      defaultInstanceAuth { credential { ... on BasicCredentialData { username password } } } } } } } }`);
    return page.data.flatMap(({ bundles }: Data) => bundles.data.map((one: Data) => one.defaultInstanceAuth));
  };

  it('are its own first ones, even before they are given; others get the default', async () => {
    const { application, bundleId, runtime, runtimeId, formation } = await neighbours();
    const first = await request(runtime, bundleId);
    const second = await request(runtime, bundleId);
    await set(application, second.id, credentials('second'));
    await user.do(
      `mutation { updateBundle(id: "${bundleId}", in: { name: "b", defaultInstanceAuth: { credential: { basic: { username: "all", password: "secret-of-all" } } } }) { id } }`,
    );
    expect(await read(runtime, runtimeId)).toEqual([null]);
    await set(application, first.id, credentials('first'));
    expect(await read(runtime, runtimeId)).toEqual([auth('first')]);
    expect(await read(user, runtimeId)).toEqual([auth('all')]);
    const other = await aRuntimeIn(formation);
    expect(await read(other.runtime, other.runtimeId)).toEqual([auth('all')]);
  });
});

describe('a Runtime that is unregistered', () => {
  it('leaves its credentials unused, without an owner', async () => {
    const { application, applicationId, bundleId, runtime, runtimeId, formation } = await neighbours();
    const other = await aRuntimeIn(formation);
    const answered = await request(runtime, bundleId);
    await set(application, answered.id, credentials('ann'));
    await request(runtime, bundleId);
    const kept = await request(other.runtime, bundleId);
    await user.do(`mutation { unregisterRuntime(id: "${runtimeId}") { id } }`);
    await sweepNow(dynamo);
    const { instanceAuths } = await bundleOf(application, applicationId);
    const released = instanceAuths.filter(({ id }: Data) => id !== kept.id);
    expect(released.map(({ status, runtimeID }: Data) => [status.condition, runtimeID])).toEqual([
      ['UNUSED', null],
      ['UNUSED', null],
    ]);
    expect(released[0].auth).toEqual(auth('ann'));
    expect(instanceAuths.find(({ id }: Data) => id === kept.id)).toEqual(kept);
  });
});

describe('administrators', () => {
  it('set credentials that were not requested, and replace them', async () => {
    const { bundleId, runtimeId, runtime, applicationId } = await neighbours();
    const create = (input: string) =>
      user.ask(`mutation { r: createBundleInstanceAuth(bundleID: "${bundleId}", in: { ${input} }) ${fields} }`);
    const { data } = await create(`${credentials('ann')}, runtimeID: "${runtimeId}"`);
    expect(data.r).toMatchObject({ runtimeID: runtimeId, auth: auth('ann'), status: { condition: 'SUCCEEDED' } });
    const { r } = await user.do(
      `mutation { r: updateBundleInstanceAuth(id: "${data.r.id}", bundleID: "${bundleId}", in: { ${credentials('bob')}, context: "1" }) ${fields} }`,
    );
    expect(r).toMatchObject({ auth: auth('bob'), context: '1', runtimeID: runtimeId });
    expect((await bundleOf(runtime, applicationId)).instanceAuths).toEqual([r]);
    expect(errorsOf(await create(credentials('ann')))).toEqual(['InvalidData']);
    expect(errorsOf(await create(`${credentials('ann')}, runtimeID: "${runtimeId}", runtimeContextID: "${randomUUID()}"`))).toEqual([
      'InvalidData',
    ]);
    expect(errorsOf(await create(`${credentials('ann')}, runtimeID: "${randomUUID()}"`))).toEqual(['NotFound']);
    expect(errorsOf(await create(`${credentials('ann')}, runtimeContextID: "${randomUUID()}"`))).toEqual(['InvalidOperation']);
    expect(errorsOf(await create(`runtimeID: "${runtimeId}"`))).toEqual(['BadRequest']);
  });
});

describe('a deleted object takes its credentials with it', () => {
  const left = async (id: string) => (await everyItem(dynamo)).filter((item) => item.id === id);

  it('a bundle', async () => {
    const { bundleId, runtime } = await neighbours();
    const { id } = await request(runtime, bundleId);
    expect(await left(id)).toHaveLength(1);
    await user.do(`mutation { deleteBundle(id: "${bundleId}") { instanceAuths { id } } }`);
    expect(await left(id)).toEqual([]);
  });

  it('an Application', async () => {
    const { applicationId, bundleId, runtime, formation } = await neighbours();
    const { id } = await request(runtime, bundleId);
    await user.do(
      `mutation { unassignFormation(objectID: "${applicationId}", objectType: APPLICATION, formation: { name: "${formation}" }) { id } }`,
    );
    await user.do(`mutation { unregisterApplication(id: "${applicationId}") { id } }`);
    await sweepNow(dynamo);
    expect(await left(id)).toEqual([]);
  });
});
