import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { administrator, type Data, ok, postSecurely } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Paired, pair } from '#test/support/pairing.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

interface Listener {
  readonly id: string;
  readonly endpoint: WebhookEndpoint;
}

const system = inject('system');
const { director } = administrator(system);
const formation = `credentials-${randomUUID()}`;
let listener: Listener;
let neighbour: Listener;
let application: Paired;
let runtime: Paired;
let runtimeId: string;
let bundleId: string;

const token = async (kind: 'Application' | 'Runtime', id: string): Promise<string> =>
  (await director(`mutation { r: requestOneTimeTokenFor${kind}(id: "${id}") { token } }`)).r.token;
const as = async (who: Paired, query: string) => ok(await postSecurely(system, system.mtlsDirectorUrl, who, query));
async function aListener(): Promise<Listener> {
  const endpoint = await startWebhookEndpoint();
  const { a } = await director(`mutation { a: registerApplication(in: { name: "a-${randomUUID()}", labels: { scenarios: ["${formation}"] },
    webhooks: [{ type: CONFIGURATION_CHANGED, url: "${endpoint.url}" }] }) { id } }`);
  return { id: a.id, endpoint };
}

/** The webhooks about credentials that an Application received. */
const heardBy = ({ endpoint }: Listener): Data[] =>
  endpoint.received.map(({ body }) => JSON.parse(body).data).filter(({ reason }) => reason.startsWith('BundleInstanceAuth'));

beforeAll(async () => {
  [listener, neighbour] = await Promise.all([aListener(), aListener()]);
  const { b } = await director(`mutation { b: addBundle(applicationID: "${listener.id}", in: { name: "b" }) { id } }`);
  bundleId = b.id;
  const { r } = await director(
    `mutation { r: registerRuntime(in: { name: "r-${randomUUID()}", labels: { scenarios: ["${formation}"] } }) { id } }`,
  );
  runtimeId = r.id;
  application = await pair(system, await token('Application', listener.id));
  runtime = await pair(system, await token('Runtime', runtimeId));
});
afterAll(() => Promise.all([listener, neighbour].map(({ endpoint }) => endpoint.stop())));

it('the credentials of a bundle are requested, set, used and given back, and the Application gets a notification when it has to act', async () => {
  const { asked } = await as(
    runtime,
    `mutation { asked: requestBundleInstanceAuthCreation(bundleID: "${bundleId}", in: {}) { id status { condition } } }`,
  );
  expect(asked.status.condition).toBe('PENDING');
  await eventually(() => expect(heardBy(listener)).toHaveLength(1));
  const credentials = { bundleId, bundleInstanceAuthId: asked.id };
  expect(heardBy(listener)[0]).toMatchObject({ runtimeId, ...credentials, reason: 'BundleInstanceAuthRequested' });

  await as(
    application,
    `mutation { setBundleInstanceAuth(authID: "${asked.id}", in: { auth: { credential: { basic: { username: "ann", password: "secret" } } } }) { id } }`,
  );
  const { page } = await as(
    runtime,
    `{ page: applicationsForRuntime(runtimeID: "${runtimeId}") { data { id bundles { data {
      defaultInstanceAuth { credential { ... on BasicCredentialData { username password } } } } } } } }`,
  );
  const own = page.data.find(({ id }: { id: string }) => id === listener.id);
  expect(own.bundles.data).toEqual([{ defaultInstanceAuth: { credential: { username: 'ann', password: 'secret' } } }]);

  await as(runtime, `mutation { requestBundleInstanceAuthDeletion(authID: "${asked.id}") { id } }`);
  await eventually(() => expect(heardBy(listener)).toHaveLength(2));
  expect(heardBy(listener)[1]).toMatchObject({ runtimeId, ...credentials, reason: 'BundleInstanceAuthDeletionRequested' });
  await as(application, `mutation { deleteBundleInstanceAuth(authID: "${asked.id}") { id } }`);
  expect(heardBy(neighbour)).toEqual([]);
});

it('the Application gets a request to revoke the credentials of an unregistered Runtime', async () => {
  const { asked } = await as(runtime, `mutation { asked: requestBundleInstanceAuthCreation(bundleID: "${bundleId}", in: {}) { id } }`);
  await eventually(() => expect(heardBy(listener)).toHaveLength(3));
  await director(`mutation { unregisterRuntime(id: "${runtimeId}") { id } }`);
  await eventually(() => expect(heardBy(listener)).toHaveLength(4));
  expect(heardBy(listener)[3]).toMatchObject({ runtimeId, bundleInstanceAuthId: asked.id });
  const { found } = await as(
    application,
    `{ found: application(id: "${listener.id}") { bundle(id: "${bundleId}") { instanceAuth(id: "${asked.id}") { runtimeID status { condition } } } } }`,
  );
  expect(found.bundle.instanceAuth).toEqual({ runtimeID: null, status: { condition: 'UNUSED' } });
});
