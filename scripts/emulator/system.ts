import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { close, listen, loopback } from '#local/http-server.ts';
import { type LocalDescription, localDescription, tenants } from '#local/local-description.ts';
import { processHost } from '#local/process-host/process-host.ts';
import { runtimeStore } from '#local/process-host/runtime-store.ts';
import type { StopSteps } from '#local/stop-steps.ts';
import { newId } from '#shared/core/ids.ts';
import { createAdministrator } from '../aws/administrators.ts';
import { endpointsOf, login } from '../aws/login.ts';
import { signInAs } from './browser.ts';
import { type Deployment, deployTo, type Rehearsal } from './deploy.ts';
import { startEdges } from './edges.ts';
import { type Emulator, startMiniStack } from './ministack.ts';
import { followEvents } from './third-party.ts';

export interface EmulatedSystem {
  readonly emulator: Emulator;
  readonly deployment: Deployment;
  readonly description: LocalDescription;
  /** Folder in which the process driver puts Runtimes. */
  readonly runtimesFolder: string;
}

interface Wish {
  readonly python: string;
  readonly assembly: string;
  readonly folder: string;
  readonly cleanup: StopSteps;
  readonly ports: { readonly emulator: number; readonly port: number; readonly mtlsPort: number };
  readonly rehearse?: Rehearsal;
}

const email = 'administrator@compass.example.com';

/** Starts the emulator, deploys everything to it, and makes an administrator: a system that is used like the one of one machine. */
export async function startEmulatedSystem({ python, assembly, folder, cleanup, ports, rehearse }: Wish): Promise<EmulatedSystem> {
  const emulator = await startMiniStack(python, folder, ports.emulator);
  cleanup.add(emulator.stop);
  const edges = await startEdges(emulator, ports, cleanup);
  const { publicUrl, mtlsUrl } = edges;
  const runtimesFolder = join(folder, 'runtimes');
  const deployment = await deployTo({
    emulator,
    assembly,
    folder,
    rehearse,
    replaced: { PUBLIC_URL: publicUrl, MTLS_URL: mtlsUrl },
    added: {
      ALLOW_LOOPBACK_TARGETS: 'true',
      RUNTIME_DRIVERS: 'process',
      PROCESS_HOST_URL: await startProcessHost(runtimesFolder, emulator.caFile, cleanup),
      // Short periods, so that effects show within seconds.
      POLL_AFTER_SECONDS: '5',
    },
  });
  edges.open(deployment);
  const events = join(folder, 'events.jsonl');
  await followEvents(emulator, deployment.prefix, events, cleanup);
  const token = await administratorToken(emulator, deployment);
  const description = localDescription({
    publicUrl,
    mtlsUrl,
    caCertificate: emulator.caFile,
    issuer: `https://cognito-idp.us-east-1.amazonaws.com/${deployment.userPool.id}`,
    adminTokens: Object.fromEntries(tenants.map((tenant) => [tenant, token])),
    events,
  });
  return { emulator, deployment, description, runtimesFolder };
}

/** Starts the host of the `process` driver's Runtimes, which the emulator does not have. */
async function startProcessHost(folder: string, caFile: string, cleanup: StopSteps): Promise<string> {
  await mkdir(folder, { recursive: true });
  const secretPath = `/${newId()}`;
  const host = processHost({ store: runtimeStore(folder), caFile, secretPath });
  const url = `http://${loopback}:${await listen(host.server, 0)}${secretPath}`;
  cleanup.add(async () => {
    await host.stop();
    await close(host.server);
  });
  return url;
}

async function administratorToken({ client, endpoint }: Emulator, { userPool }: Deployment): Promise<string> {
  const pool = new CognitoIdentityProviderClient(client);
  const { password = '' } = await createAdministrator(pool, { poolId: userPool.id, email, tenants, role: 'admin' });
  const { access_token } = await login({
    endpoints: await endpointsOf(`${endpoint}/${userPool.id}`),
    clientId: userPool.clientId,
    open: signInAs({ username: email, password }),
  });
  return access_token;
}
