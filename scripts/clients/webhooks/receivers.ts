import { randomBytes, randomUUID } from 'node:crypto';
import { freePort } from '#local/engines/free-port.ts';
import type { LocalDescription } from '#local/local-description.ts';
import { minutes, seconds } from '#shared/core/clock.ts';
import { signatureHeaders } from '#shared/webhooks/signature.ts';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '../../demo/eventually.ts';
import type { CheckUse, ClientCheck } from '../client-check.ts';
import { writeDocumented } from '../documents/documented.ts';
import { type DocumentedProcess, runDocumented, startDocumented } from '../documents/documented-process.ts';
import { postTo, type Recorded, type Recorder, startRecorder } from './recorder.ts';

const page = 'docs/receiving-webhooks.md';

/** A receiver of docs/receiving-webhooks.md, as it stands there, that takes deliveries of the system and must refuse others. */
const receiverIn = (language: string, ...commands: string[]): ClientCheck => ({
  name: `${language}: webhooks`,
  commands: ['bash', ...commands],
  run: (use) => checkReceiver(use, language),
});

export const receivers: readonly ClientCheck[] = [
  receiverIn('JavaScript', 'node', 'npm'),
  receiverIn('Python', 'python3'),
  receiverIn('Go', 'go'),
  receiverIn('Java', 'java', 'mvn'),
  receiverIn('Rust', 'cargo'),
];

async function checkReceiver({ system, folder }: CheckUse, language: string): Promise<string> {
  const commands = await writeDocumented(page, language, folder);
  for (const one of commands.slice(0, -1)) await runDocumented(one, folder);
  const start = commands.at(-1) ?? '';
  const port = await freePort();
  await endsWithoutSecret(start, folder, port);
  const receiver = `http://127.0.0.1:${port}/webhooks/compass`;
  const recorder = await startRecorder(receiver);
  try {
    const webhook = await registerWebhook(system, recorder.url);
    const process = startDocumented(start, folder, { PORT: String(port), SIGNING_SECRET: webhook.signingSecret });
    try {
      await answers(receiver, process);
      await takesDeliveries(system, webhook, recorder, process);
      await refusesOthers(receiver, webhook.signingSecret, recorder.recorded.at(-1), process);
    } finally {
      await process.stop();
    }
  } finally {
    await recorder.stop();
  }
  return 'takes a test, a delivery and one with two signatures; refuses 8 that are forged, changed or old; ends without a secret';
}

interface RegisteredWebhook {
  readonly id: string;
  readonly signingSecret: string;
  readonly applicationId: string;
  readonly bundleId: string;
}

/** Registers an Application that is called when credentials to its bundle are asked for. */
async function registerWebhook(system: LocalDescription, url: string): Promise<RegisteredWebhook> {
  const { result } = await administrator(system).director(
    `mutation ($in: ApplicationRegisterInput!) {
      result: registerApplication(in: $in) { id webhooks { id signingSecret } bundles { data { id } } }
    }`,
    {
      in: {
        name: `receiver-${randomUUID()}`,
        webhooks: [{ type: 'CONFIGURATION_CHANGED', url }],
        bundles: [{ name: 'orders' }],
      },
    },
  );
  const [webhook] = result.webhooks;
  return { ...webhook, applicationId: result.id, bundleId: result.bundles.data[0].id };
}

function stillRuns({ end, output }: DocumentedProcess): void {
  const ended = end();
  if (ended !== undefined) throw new Error(`the receiver ended ${ended}:\n${output()}`);
}

async function endsWithoutSecret(commands: string, folder: string, port: number): Promise<void> {
  const process = startDocumented(commands, folder, { PORT: String(port), SIGNING_SECRET: '' });
  try {
    const end = await eventually('the end of a receiver without a secret', process.end);
    if (end === 'with code 0') throw new Error('a receiver without a secret ends without an error');
  } finally {
    await process.stop();
  }
}

const answers = (receiver: string, process: DocumentedProcess) =>
  eventually('the receiver', async () => {
    stillRuns(process);
    return await postTo(receiver, {}, Buffer.from('{}'));
  });

async function takesDeliveries(
  system: LocalDescription,
  { id, applicationId, bundleId }: RegisteredWebhook,
  { recorded }: Recorder,
  process: DocumentedProcess,
): Promise<void> {
  const { director } = administrator(system);
  const { result } = await director('mutation ($id: ID!) { result: testWebhook(webhookID: $id) { accepted status error } }', { id });
  if (result.status !== 204) throw new Error(`answers a test ${JSON.stringify(result)}:\n${process.output()}`);
  await wrote(process, `io.compass.webhook.test.v1 WebhookTest webhooks/${id}`);

  const changed = `io.compass.configuration.changed.v1 BundleInstanceAuthRequested applications/${applicationId}`;
  const request = 'mutation ($id: ID!) { result: requestBundleInstanceAuthCreation(bundleID: $id, in: {}) { id } }';
  await director(request, { id: bundleId });
  await wrote(process, changed);
  await director('mutation ($id: ID!) { rotateWebhookSigningSecret(webhookID: $id) { id } }', { id });
  await director(request, { id: bundleId });
  const rotated = await eventually('a delivery with two signatures', () =>
    recorded.find(({ headers }) => headers['webhook-signature']?.includes(' ')),
  );
  if (rotated.status !== 204) throw new Error(`answers ${rotated.status} to a delivery with two signatures:\n${process.output()}`);
}

const wrote = (process: DocumentedProcess, line: string) =>
  eventually(`the line "${line}" of the receiver, which wrote:\n${process.output()}`, () => {
    stillRuns(process);
    return process.output().split('\n').includes(line) || undefined;
  });

async function refusesOthers(receiver: string, secret: string, taken: Recorded | undefined, process: DocumentedProcess): Promise<void> {
  if (taken === undefined) throw new Error('nothing was delivered');
  const id = taken.headers['webhook-id'] ?? '';
  const now = Date.now();
  const signed = (key: string, ageMs = 0, body = taken.body) =>
    postTo(receiver, { ...taken.headers, ...signatureHeaders(id, body.toString(), [key], new Date(now - ageMs)) }, body);
  const sent = (headers: Readonly<Record<string, string>>, body = taken.body) => postTo(receiver, { ...taken.headers, ...headers }, body);
  const changedBody = Buffer.from(taken.body.toString().replace('BundleInstanceAuthRequested', 'RuntimeConnected'));

  // A receiver that reads bytes in another encoding refuses this one.
  const before = await signed(secret, 0, Buffer.from(taken.body.toString().replace('BundleInstanceAuthRequested', 'Größe')));
  if (before !== 204) throw new Error(`answers ${before} to a body with letters that are not ASCII:\n${process.output()}`);
  const refused = {
    'another body': await sent({}, changedBody),
    'another id': await sent({ 'webhook-id': 'msg_another' }),
    'the signature of another secret': await signed(`whsec_${randomBytes(32).toString('base64')}`),
    'a signature of ten minutes ago': await signed(secret, minutes(10)),
    'a signature of in ten minutes': await signed(secret, -minutes(10)),
    'a header that is no signature': await sent({ 'webhook-signature': 'none' }),
    'a body that is no text': await sent({}, Buffer.from([0xff, 0xfe, 0x00])),
    'no signature': await postTo(receiver, { 'content-type': taken.headers['content-type'] ?? '' }, taken.body),
  };
  const wrong = Object.entries(refused).filter(([, status]) => status !== 401);
  if (wrong.length > 0)
    throw new Error(`answers ${wrong.map(([what, status]) => `${status} to ${what}`).join(', ')}:\n${process.output()}`);
  // A request that ended the receiver would have been refused, too.
  const after = await signed(secret, seconds(10));
  if (after !== 204) throw new Error(`answers ${after} to a signature of ten seconds ago, after it refused others`);
}
