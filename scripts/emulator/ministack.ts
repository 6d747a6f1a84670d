// biome-ignore-all lint/style/noProcessEnv: the emulator and what talks to it are configured by their environment.
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAuthority, type LocalAuthority } from '#local/authority/local-authority.ts';
import { endChild, startChild } from '#local/child-process.ts';
import { freePort } from '#local/engines/free-port.ts';
import { loopback } from '#local/http-server.ts';
import { Refusal } from '#local/refusal.ts';
import { account, region } from '#local/template/local-identities.ts';

export interface Emulator {
  readonly endpoint: string;
  /** PEM file of the authority that signed the server certificates of the emulator and of what stands in front of it. */
  readonly caFile: string;
  readonly authority: LocalAuthority;
  /** Variables that the AWS command lines and SDKs need to find the emulator, and to be its account's root. */
  readonly environment: Readonly<Record<string, string>>;
  readonly client: ClientSettings;
  /** Returns the output of the emulator. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

/** For the constructors of SDK clients. */
interface ClientSettings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** Access key of the account's root in MiniStack. */
const root = { accessKeyId: 'test', secretAccessKey: 'test' };
/** It takes the folder of its state as an argument, by which it is found after a crash. */
export const program = join(import.meta.dirname, 'mended-ministack.py');

const startTimeoutMs = 60_000;
const stopPatience = 5000;

/** Starts MiniStack on a port of this machine (0: any free one), with IAM checked and its state in `folder`. It speaks TLS: buckets refuse anything else. */
export async function startMiniStack(python: string, folder: string, wantedPort = 0): Promise<Emulator> {
  const port = wantedPort || (await freePort());
  const endpoint = `https://${loopback}:${port}`;
  const [caFile, temporary] = [join(folder, 'ca.pem'), join(folder, 'tmp')];
  mkdirSync(temporary, { recursive: true });
  // Functions are unpacked there, as CommonJS; the project around the folder consists of ECMAScript modules.
  writeFileSync(join(temporary, 'package.json'), JSON.stringify({ type: 'commonjs' }));
  const authority = await createAuthority(join(folder, 'authority.pem'), 1, new Date());
  await writeFile(caFile, authority.certificatePem);
  const { key, cert } = await authority.issueServerCertificate(new Date());
  const [keyFile, certFile, logFile] = ['server-key.pem', 'server.pem', 'emulator.log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(keyFile, key, { mode: 0o600 });
  await writeFile(certFile, cert);
  const log = openSync(logFile, 'a', 0o600);
  const child = await startChild({
    command: python,
    args: [program, join(folder, '/')],
    pidFile: join(folder, 'emulator.pid'),
    options: {
      cwd: folder,
      stdio: ['ignore', log, log],
      env: {
        // Functions run with the first `node` of the PATH.
        PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
        GATEWAY_PORT: String(port),
        BIND_HOST: loopback,
        AUTH: 'true',
        USE_SSL: '1',
        MINISTACK_SSL_CERT: certFile,
        MINISTACK_SSL_KEY: keyFile,
        // Its other listeners stand on every address of the machine.
        IOT_MTLS_ENABLED: '0',
        SFTP_ENABLED: '0',
        TMPDIR: temporary,
        STATE_DIR: join(folder, 'state'),
        S3_DATA_DIR: join(folder, 's3'),
        // They reach the functions too, which have the emulator's environment beside their own.
        NODE_EXTRA_CA_CERTS: caFile,
        SSL_CERT_FILE: caFile,
        NODE_OPTIONS: `--import=${join(import.meta.dirname, 'emulated-hosts.ts')} --disable-warning=DEP0169`,
      },
    },
  });
  closeSync(log);
  // For this process; children have their environment.
  setDefaultCACertificates([...getCACertificates('default'), authority.certificatePem]);
  const stop = async () => {
    await endChild(child, stopPatience);
    endGroup(child.pid);
  };
  if (!(await answers(endpoint, () => child.exitCode === null))) {
    await stop();
    throw new Refusal(`The emulator did not start:\n${await readFile(logFile, 'utf8')}`);
  }
  return {
    endpoint,
    caFile,
    authority,
    environment: awsEnvironment(endpoint, caFile),
    client: { endpoint, region, credentials: root },
    log: () => readFile(logFile, 'utf8'),
    stop,
  };
}

const awsEnvironment = (endpoint: string, caFile: string): Record<string, string> => ({
  AWS_ENDPOINT_URL: endpoint,
  AWS_CA_BUNDLE: caFile,
  NODE_EXTRA_CA_CERTS: caFile,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: root.accessKeyId,
  AWS_SECRET_ACCESS_KEY: root.secretAccessKey,
  CDK_DEFAULT_ACCOUNT: account,
  CDK_DEFAULT_REGION: region,
});

/** The functions run in processes of the emulator's group, which it leaves behind when it is killed. */
function endGroup(leader: number | undefined): void {
  try {
    if (leader) process.kill(-leader, 'SIGKILL');
  } catch {
    // All have ended.
  }
}

async function answers(endpoint: string, isRunning: () => boolean): Promise<boolean> {
  for (const deadline = Date.now() + startTimeoutMs; Date.now() < deadline && isRunning(); await pause(50)) {
    const status = await new Promise<number>((resolve) => {
      request(`${endpoint}/_ministack/health`, (response) => resolve(response.resume().statusCode ?? 0))
        .on('error', () => resolve(0))
        .end();
    });
    if (status === 200) return true;
  }
  return false;
}
