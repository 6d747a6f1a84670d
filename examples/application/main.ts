import { readFile } from 'node:fs/promises';
import { Command, InvalidArgumentError } from 'commander';
import { type PairingOptions, type PairingToken, readRawToken } from '#application-client';
import { sendOneEvent, startApplication } from './application.ts';

interface CommandLine {
  readonly token?: string;
  readonly connectorUrl?: string;
  readonly rawToken?: string;
  readonly stateDir: string;
  readonly ca?: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl?: string;
  readonly send?: string;
  readonly data: string;
}

const command = new Command('sample-application')
  .description('A sample Application: pairs with Compass, publishes an API and Events, and follows changes of its configuration.')
  .option('--raw-token <base64>', 'the `rawEncoded` field of a one-time token; needed the first time only')
  .option('--token <token>', 'a one-time token, together with --connector-url')
  .option('--connector-url <url>', 'the Connector that the token is for')
  .option('--state-dir <folder>', 'where certificate and configuration are kept', '.sample-application')
  .option('--ca <file>', 'PEM of a server CA to trust beside those of the system')
  .option('--host <address>', 'address to listen on for webhooks', '127.0.0.1')
  .option('--port <number>', 'port to listen on for webhooks', portNumber, 8080)
  .option('--public-url <url>', 'the URL under which Compass reaches the webhook endpoint')
  .option('--send <type>', 'sends one event of this type to the Runtime, and ends')
  .option('--data <json>', 'the data of that event', '{}')
  .parse();

const line = command.opts<CommandLine>();
const say = (text: string) => void process.stdout.write(`${new Date().toISOString()} ${text}\n`);

try {
  const pairing = {
    stateFolder: line.stateDir,
    token: pairingToken(line),
    caCertificate: line.ca === undefined ? undefined : await readFile(line.ca, 'utf8'),
    say,
  };
  if (line.send === undefined) await run(pairing);
  else say(`sent the event ${await sendOneEvent(pairing, { type: line.send, data: JSON.parse(line.data) })}`);
} catch (error) {
  process.stderr.write(`sample-application: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(pairing: PairingOptions): Promise<void> {
  const application = await startApplication({ ...pairing, host: line.host, port: line.port, publicUrl: line.publicUrl });
  const stop = () => void application.close().then(() => say('stopped'));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function pairingToken({ rawToken, token, connectorUrl }: CommandLine): PairingToken | undefined {
  if (rawToken !== undefined) return readRawToken(rawToken);
  if (token === undefined) return undefined;
  if (connectorUrl === undefined) throw new Error('--token needs --connector-url');
  return { token, connectorUrl };
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('It must be a port number.');
  return port;
}
