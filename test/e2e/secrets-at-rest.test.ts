import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';
import { contentOf } from '#test/support/content-of.ts';
import { eventually } from '#test/support/eventually.ts';
import { aListener, type Listener } from '#test/support/listening-circle.ts';
import { clientCredentialsFor, withToken } from '#test/support/oauth-client.ts';
import { pair } from '#test/support/pairing.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';

const system = inject('system');
const dataFolder = inject('dataFolder');
const { director } = administrator(system);
const provisioner = provisionerOf(system);
const formation = `secrets-${randomUUID()}`;
const secret = () => randomUUID().replaceAll('-', '');
const given = { basicPassword: secret(), clientSecret: secret(), webhookPassword: secret(), apiKey: secret(), fetchPassword: secret() };
let listener: Listener;
let runtimeId: string;
/** Secrets that must be found nowhere, by name. */
let secrets: Record<string, string>;

/** Everything that happens to secrets: stored, used for a delivery, handed to an Agent, spent, refused. */
beforeAll(async () => {
  listener = await aListener(system, [formation], {
    auth: {
      credential: { basic: { username: 'compass', password: given.webhookPassword } },
      additionalHeaders: { 'x-api-key': [given.apiKey] },
    },
  });
  listener.endpoint.answers(500, 204);
  for (const [name, credential] of [
    ['basic', { basic: { username: 'reader', password: given.basicPassword } }],
    ['oauth', { oauth: { clientId: 'reader', clientSecret: given.clientSecret, url: 'https://issuer.example/token' } }],
  ]) {
    await director('mutation ($id: ID!, $in: BundleCreateInput!) { addBundle(applicationID: $id, in: $in) { id } }', {
      id: listener.id,
      in: { name, defaultInstanceAuth: { credential } },
    });
  }
  // No listener is there, so that it is tried again and again.
  await director('mutation ($id: ID!, $in: EventDefinitionInput!) { addEventDefinitionToApplication(appID: $id, in: $in) { id } }', {
    id: listener.id,
    in: {
      name: 'fetched',
      spec: {
        type: 'ASYNC_API',
        format: 'YAML',
        fetchRequest: { url: 'http://127.0.0.1:1', auth: { credential: { basic: { username: 'f', password: given.fetchPassword } } } },
      },
    },
  });
  // Its deliveries are signed before the connection is refused.
  await director('mutation ($id: ID!, $in: WebhookInput!) { addWebhook(applicationID: $id, in: $in) { id } }', {
    id: listener.id,
    in: { type: 'CONFIGURATION_CHANGED', url: 'http://127.0.0.1:1', signatureScheme: 'ASYMMETRIC' },
  });
  const { application } = await director('query ($id: ID!) { application(id: $id) { webhooks { signingSecret } } }', { id: listener.id });
  const { token } = await director('mutation ($id: ID!) { token: requestOneTimeTokenForApplication(id: $id) { token } }', {
    id: listener.id,
  });
  const { key } = await pair(system, token.token);
  const { token: unused } = await director('mutation ($id: ID!) { token: requestOneTimeTokenForApplication(id: $id) { token } }', {
    id: listener.id,
  });

  const { id, runtimeID } = await provisioner.provision({ formations: [formation] });
  runtimeId = runtimeID;
  expect(await provisioner.outcome(id)).toMatchObject({ state: 'Succeeded' });
  const place = placeOfRuntime(dataFolder, runtimeId);
  await eventually(async () => expect(await place.applications()).toHaveLength(1));
  await eventually(() => expect(listener.heard().map(({ reason }) => reason)).toContain('RuntimeConnected'));
  const { TOKEN = '' } = await place.configuration();
  expect(TOKEN).not.toBe('');
  const oauthClient = await clientCredentialsFor(system, 'Runtime', runtimeId);
  const { token: accessToken, ask } = await withToken(system, oauthClient);
  expect((await ask('{ viewer { id } }')).status).toBe(200);
  secrets = {
    ...given,
    oauthSecret: oauthClient.clientSecret,
    accessToken: accessToken.split('.')[2] ?? '',
    signingSecret: application.webhooks[0].signingSecret.replace('whsec_', ''),
    usedToken: token.token,
    unusedToken: unused.token,
    runtimeToken: TOKEN,
    clientKey: key.split('\n')[1] ?? '',
    administratorToken: administrator(system).headers.authorization.split('.')[2] ?? '',
  };
});

async function contentsBelow(...path: string[]): Promise<string> {
  const entries = await readdir(join(dataFolder, ...path), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map(async (file) => (await contentOf(join(file.parentPath, file.name))).toString('latin1')));
  return texts.join('\n');
}

/** The beginning of a private key that signs deliveries; the rest of it is shown to no caller. */
const privateKey = 'whsk_';

/** The names of the secrets that stand in a text, as they are or in base64. */
const foundIn = (text: string): string[] =>
  Object.entries({ ...secrets, privateKey })
    .filter(([, value]) =>
      [value, Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1)].some((form) => text.includes(form)),
    )
    .map(([name]) => name);

it('the search looks for at least one secret', () => {
  for (const value of Object.values(secrets)) expect(value.length).toBeGreaterThan(20);
});

describe('no secret is in clear', () => {
  it.each([
    ['the table', ['dynamodb']],
    ['queues and buckets', ['sqs-s3']],
    ['the executions of workflows', ['executions']],
    ['the clients of the issuer', ['clients']],
  ])('in %s', async (_, path) => {
    const contents = await contentsBelow(...path);
    expect(contents).toContain(path.includes('sqs-s3') ? 'compass' : runtimeId);
    expect(foundIn(contents)).toEqual([]);
  });

  it('in the events', async () => {
    const events = await readFile(system.events, 'utf8');
    expect(events).toContain(runtimeId);
    expect(foundIn(events)).toEqual([]);
  });

  it('in what the system prints', async () => {
    const output = await readFile(inject('outputFile'), 'utf8');
    expect(output).toContain(listener.id);
    expect(foundIn(output)).toEqual([]);
  });

  it('in what the Agent prints', async () => {
    const log = await placeOfRuntime(dataFolder, runtimeId).log();
    expect(log).toContain('configuration fetched');
    expect(foundIn(log)).toEqual([]);
  });

  it('in any message to an Application', () => {
    const messages = listener.heard().map(({ post }) => post.body);
    expect(foundIn(messages.join('\n'))).toEqual([]);
  });
});

it('the system keeps everything in a folder that only its owner enters', async () => {
  expect((await stat(dataFolder)).mode & 0o777).toBe(0o700);
});
