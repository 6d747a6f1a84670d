import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dynamoConfigurationRevisions } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { type ConfigurationWorld, configurationWorld, type PollAnswer, settled } from '#test/support/configuration-world.ts';
import { startConnector } from '#test/support/connector-world.ts';
import { aCsr, subjectOf } from '#test/support/csr-builder.ts';
import { aSystem, aTenant, aUser } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { operationsById } from '#test/support/operations-by-id.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let world: ConfigurationWorld;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
});
afterAll(() => dynamo.stop());

type Polled = Pick<PollAnswer, 'status' | 'etag' | 'text'>;

interface Setting {
  readonly tenant: TenantId;
  readonly own: Subjects;
  readonly other: Subjects;
  readonly polls: readonly ((knows?: string) => Promise<Polled>)[];
}

/** Registers one tenant with two of everything, and reads the polls of one Runtime and of its Application. */
async function aSetting(): Promise<Setting> {
  const tenant = aTenant();
  const own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  const other = await oneOfEverything(world.as(aUser(tenant)), 'other');
  const polls = await Promise.all(
    (['runtime', 'application'] as const).map(async (kind) => {
      const { certificate } = await world.pair({ tenant, kind, id: own[kind] });
      return (knows?: string) => world.poll(kind, own[kind], { certificate, knows, later: settled });
    }),
  );
  return { tenant, own, other, polls };
}

type By = 'user' | 'runtime' | 'application';
type Mutation = readonly [operation: string, by: By, document: (own: Subjects) => string];

const credentials = 'auth: { credential: { basic: { username: "me", password: "secret" } } }';

/** Mutations that the table of operations lacks: those without an id, and those that work only in another state or for another caller. */
const more: readonly Mutation[] = [
  ['updateBundle', 'user', ({ bundle }) => `updateBundle(id: "${bundle}", in: { name: "without default credentials" }) { id }`],
  [
    'registerApplication',
    'user',
    ({ formation }) => `registerApplication(in: { name: "a", labels: { scenarios: ["${formation}"] } }) { id }`,
  ],
  ['registerApplication', 'user', () => 'registerApplication(in: { name: "unassigned" }) { id }'],
  ['registerRuntime', 'user', ({ formation }) => `registerRuntime(in: { name: "r", labels: { scenarios: ["${formation}"] } }) { id }`],
  [
    'setDefaultEventingForApplication',
    'user',
    ({ application, runtime }) => `setDefaultEventingForApplication(appID: "${application}", runtimeID: "${runtime}") { defaultURL }`,
  ],
  [
    'setApplicationLabel',
    'user',
    ({ application }) => `setApplicationLabel(applicationID: "${application}", key: "region", value: { b: 1, a: 2 }) { key }`,
  ],
  [
    'setRuntimeLabel',
    'runtime',
    ({ runtime }) => `setRuntimeLabel(runtimeID: "${runtime}", key: "runtime_eventServiceUrl", value: "https://moved.example.com") { key }`,
  ],
  ['setRuntimeLabel', 'runtime', ({ runtime }) => `setRuntimeLabel(runtimeID: "${runtime}", key: "isNormalized", value: "false") { key }`],
  [
    'updateRuntime',
    'user',
    ({ runtime }) =>
      `updateRuntime(id: "${runtime}", in: { name: "r", labels: { runtime_eventServiceUrl: "https://x.example.com" } }) { id }`,
  ],
  [
    'requestBundleInstanceAuthCreation',
    'runtime',
    ({ bundle }) => `requestBundleInstanceAuthCreation(bundleID: "${bundle}", in: { id: "019be3a5-0000-7000-8000-000000000001" }) { id }`,
  ],
  [
    'setBundleInstanceAuth',
    'application',
    () => `setBundleInstanceAuth(authID: "019be3a5-0000-7000-8000-000000000001", in: { ${credentials} }) { id }`,
  ],
  [
    'requestBundleInstanceAuthDeletion',
    'runtime',
    () => 'requestBundleInstanceAuthDeletion(authID: "019be3a5-0000-7000-8000-000000000001") { id }',
  ],
  ['deleteBundleInstanceAuth', 'application', () => 'deleteBundleInstanceAuth(authID: "019be3a5-0000-7000-8000-000000000001") { id }'],
  [
    'unassignFormation',
    'user',
    ({ application, formation }) =>
      `unassignFormation(objectID: "${application}", objectType: APPLICATION, formation: { name: "${formation}" }) { id }`,
  ],
  [
    'assignFormation',
    'user',
    ({ application, formation }) =>
      `assignFormation(objectID: "${application}", objectType: APPLICATION, formation: { name: "${formation}" }) { id }`,
  ],
  [
    'unassignFormation',
    'user',
    ({ runtime, formation }) =>
      `unassignFormation(objectID: "${runtime}", objectType: RUNTIME, formation: { name: "${formation}" }) { id }`,
  ],
  [
    'assignFormation',
    'user',
    ({ runtime, formation }) => `assignFormation(objectID: "${runtime}", objectType: RUNTIME, formation: { name: "${formation}" }) { id }`,
  ],
  [
    'updateBundle',
    'user',
    ({ bundle }) =>
      `updateBundle(id: "${bundle}", in: { name: "b", defaultInstanceAuth: { credential: { basic: { username: "all", password: "p" } } } }) { id }`,
  ],
  [
    'updateAPIDefinition',
    'application',
    ({ api }) => `updateAPIDefinition(id: "${api}", in: { name: "renamed", targetURL: "https://x.example.com" }) { id }`,
  ],
  ['updateEventDefinition', 'application', ({ event }) => `updateEventDefinition(id: "${event}", in: { name: "renamed" }) { id }`],
];

/** These change what the polls of this test answer. */
const polledFor = [
  'addAPIDefinitionToBundle',
  'addBundle',
  'addEventDefinitionToBundle',
  'assignFormation',
  'createBundleInstanceAuth',
  'deleteAPIDefinition',
  'deleteApplicationLabel',
  'deleteBundle',
  'deleteBundleInstanceAuth',
  'deleteEventDefinition',
  'deleteRuntimeLabel',
  'registerApplication',
  'requestBundleInstanceAuthCreation',
  'requestBundleInstanceAuthDeletion',
  'setApplicationLabel',
  'setBundleInstanceAuth',
  'setRuntimeLabel',
  'unassignFormation',
  'updateAPIDefinition',
  'updateApplication',
  'updateBundle',
  'updateBundleInstanceAuth',
  'updateEventDefinition',
  'updateRuntime',
];

/** These are frequent and concern no poll. */
const notPolledFor = [
  'addDocumentToBundle',
  'addWebhook',
  'requestOneTimeTokenForApplication',
  'requestOneTimeTokenForRuntime',
  'updateLabelDefinition',
];

const actorOf = (by: By, { tenant, own }: Setting): Actor => (by === 'user' ? aUser(tenant) : aSystem(by, own[by], tenant));

/** A tag by which the changes from one moment on are looked at: those of 35 seconds before a tag are looked at again. */
const tagOf = (etag: string, from: number): string => `${etag.slice(0, 87)}${(from + 35_000).toString(36)}"`;

/** Returns true if all subjects of the mutations still exist. */
const isComplete = ({ own }: Setting, texts: readonly string[]) =>
  [own.application, own.bundle, own.api, own.event].every((id) => texts[0]?.includes(id)) && texts[1]?.includes(own.instanceAuth);

describe('the revision of a configuration', () => {
  const changing = new Set<string>();
  const noticed = new Set<string>();
  const tried = new Set<string>();
  const known = new Map<Setting['polls'], Polled[]>();

  /** Runs one mutation and compares what the polls answered before and after; answers what they do now. */
  async function check(operation: string, { polls }: Setting, mutate: () => Promise<unknown>): Promise<string[]> {
    const before = known.get(polls) ?? (await Promise.all(polls.map((poll) => poll())));
    const began = Date.now();
    await mutate();
    const after = await Promise.all(polls.map((poll) => poll()));
    known.set(polls, after);
    tried.add(operation);
    for (const [index, { text, etag, status }] of after.entries()) {
      if (etag !== before[index]?.etag) noticed.add(operation);
      if (status !== 200 || text === before[index]?.text) continue;
      changing.add(operation);
      expect((await polls[index]?.(tagOf(etag, began)))?.status, `${operation}: a poll that knows the text before is answered`).toBe(200);
      expect(etag, `${operation}: another text needs another tag`).not.toBe(before[index]?.etag);
    }
    return after.map(({ text }) => text);
  }

  it('changes with every mutation that changes what is polled', async () => {
    let setting = await aSetting();
    for (const [operation, accesses] of operationsById) {
      const documents = () => accesses.flatMap((access) => access.documents(setting.own, setting.other));
      for (const [index] of documents().entries()) {
        const document = documents()[index] ?? '';
        if (!document.startsWith('mutation')) continue;
        const { tenant } = setting;
        const texts = await check(operation, setting, () => world.as(aUser(tenant)).ask(document));
        if (!isComplete(setting, texts)) setting = await aSetting();
      }
    }
    setting = await aSetting();
    for (const [operation, by, document] of more) {
      const { own } = setting;
      await check(operation, setting, () => world.as(actorOf(by, setting)).do(`mutation { ${document(own)} }`));
    }
    expect([...changing].sort()).toEqual(expect.arrayContaining(polledFor));
  }, 120_000);

  it('stays the same with changes that are not part of a configuration', () => {
    const silent = [...tried].filter((operation) => !noticed.has(operation));
    expect(silent).toEqual(expect.arrayContaining(notPolledFor));
  });

  it('changes when an Application gets its certificate, whose name Runtimes read', async () => {
    const engine = await startDynamo();
    const connector = await startConnector('P-256', engine);
    const revisions = dynamoConfigurationRevisions(engine.table);
    const { owner, token, authId } = await connector.invite('application');
    expect((await revisions.current(owner.tenant)).revision).toEqual(new Map());
    await connector.sign(token, (await aCsr({ name: subjectOf(authId) })).encoded);
    expect((await revisions.current(owner.tenant)).revision.size).toBe(1);
    await connector.stop();
  });
});
