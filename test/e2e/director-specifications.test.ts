import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { administrator, post } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

const system = inject('system');
const { director, headers } = administrator(system);
const password = `hidden-${randomUUID()}`;
const large = `openapi: 3.1.0\ninfo: "${'ü"\\n'.repeat(300_000)}"`;
let server: WebhookEndpoint;
let application: string;

beforeAll(async () => {
  server = await startWebhookEndpoint();
  server.answers({ status: 200, body: large });
  const { a } = await director(`mutation { a: registerApplication(in: { name: "specified-${randomUUID()}" }) { id } }`);
  application = a.id;
});
afterAll(() => server.stop());

const specOf = async (id: string) => {
  const { a } = await director(`{ a: application(id: "${application}") { apiDefinition(id: "${id}") {
    spec { data fetchRequest { status { condition message } } } } } }`);
  return a.apiDefinition.spec;
};

it('a specification is fetched with its credentials, kept however large it is, and fetched again', async () => {
  const { api } = await director(`mutation { api: addAPIDefinitionToApplication(appID: "${application}", in: {
    name: "api", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, fetchRequest: {
      url: "${server.url}/openapi.yaml", auth: { credential: { basic: { username: "me", password: "${password}" } } } } } }) {
    id spec { data fetchRequest { status { condition } } } } }`);
  // It is in the answer where it arrives within two seconds.
  expect(api.spec).toEqual({ data: expect.toBeOneOf([large, null]), fetchRequest: { status: { condition: expect.any(String) } } });
  await eventually(async () => expect((await specOf(api.id)).fetchRequest.status.condition).toBe('SUCCEEDED'));
  expect((await specOf(api.id)).data).toBe(large);
  expect(server.received[0]?.headers.authorization).toBe(`Basic ${Buffer.from(`me:${password}`).toString('base64')}`);

  server.answers({ status: 200, body: 'openapi: 3.1.1' });
  await director(`mutation { refetchAPISpec(apiID: "${api.id}") { id } }`);
  await eventually(async () => expect((await specOf(api.id)).data).toBe('openapi: 3.1.1'));
  server.answers(404);
  await director(`mutation { refetchAPISpec(apiID: "${api.id}") { id } }`);
  const failed = { condition: 'FAILED', message: 'the server answered 404' };
  await eventually(async () => expect((await specOf(api.id)).fetchRequest.status).toEqual(failed));
  expect((await specOf(api.id)).data).toBe('openapi: 3.1.1');

  const events = await readFile(system.events, 'utf8');
  expect(events).toContain(`"ownerId":"${api.id}"`);
  expect(events).not.toContain(password);
  expect(events).not.toContain(`${server.url}/openapi.yaml`);
});

it('an answer that is too large for the platform is packed, or says so to clients that cannot unpack it', async () => {
  const data = '"'.repeat(900_000);
  const bundle = { name: 'b', documents: [1, 2].map(() => ({ title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN' })) };
  const { a } = await director('mutation ($id: ID!, $in: BundleCreateInput!) { a: addBundle(applicationID: $id, in: $in) { id } }', {
    id: application,
    in: bundle,
  });
  for (let count = 0; count < 2; count += 1) {
    await director('mutation ($id: ID!, $in: DocumentInput!) { addDocumentToBundle(bundleID: $id, in: $in) { id } }', {
      id: a.id,
      in: { ...bundle.documents[0], data },
    });
  }
  const query = `{ application(id: "${application}") { bundle(id: "${a.id}") { documents { data { data } } } } }`;
  const found = await director(query);
  expect(found.application.bundle.documents.data.map((one: { data: string | null }) => one.data?.length)).toEqual([
    undefined,
    undefined,
    900_000,
    900_000,
  ]);
  const { status, errors } = await post(system.directorUrl, query, undefined, { ...headers, 'accept-encoding': 'identity' });
  expect({ status, errors }).toMatchObject({ status: 200, errors: [{ extensions: { error: 'AnswerTooLarge' } }] });
});
