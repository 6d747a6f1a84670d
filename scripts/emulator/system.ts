import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { close, listen, loopback } from '#local/http-server.ts';
import { type LocalDescription, localDescription, tenants } from '#local/local-description.ts';
import { processHost } from '#local/process-host/process-host.ts';
import { runtimeStore } from '#local/process-host/runtime-store.ts';
import type { StopSteps } from '#local/stop-steps.ts';
import { revocationListFolder } from '#shared/certificates/authorities/revocation-list-url.ts';
import { newId } from '#shared/core/ids.ts';
import { createAdministrator } from '../aws/administrators.ts';
import { endpointsOf, login } from '../aws/login.ts';
import { signInAs } from './browser.ts';
import { type Deploy, type Deployment, deployerTo, type Rehearsal } from './deploy.ts';
import { startEdges } from './edges.ts';
import { runtimesIn } from './emulator-folder.ts';
import { type Emulator, startMiniStack } from './ministack.ts';
import { followEvents } from './third-party.ts';

/** The emulator with what stands in front of it and beside it. */
export interface EmulatedAccount {
  readonly emulator: Emulator;
  /** Folder in which the process driver puts Runtimes. */
  readonly runtimesFolder: string;
  /** Deploys another cloud assembly, and leads the addresses of this machine to it. */
  readonly deploy: Deploy;
  /** Describes a deployment, for which it makes an administrator and a follower of events. The name is that of the file with the events. */
  readonly describe: (deployment: Deployment, name: string) => Promise<LocalDescription>;
}

export interface EmulatedSystem extends EmulatedAccount {
  readonly deployment: Deployment;
  readonly description: LocalDescription;
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
export async function startEmulatedSystem({ assembly, rehearse, ...wish }: Wish): Promise<EmulatedSystem> {
  const account = await startAccount(wish);
  const deployment = await account.deploy(assembly, 'assembly', rehearse);
  return { ...account, deployment, description: await account.describe(deployment, 'events') };
}

/** Starts the emulator with an account that nothing is deployed to. */
async function startAccount({ python, folder, cleanup, ports }: Omit<Wish, 'assembly' | 'rehearse'>): Promise<EmulatedAccount> {
  const emulator = await startMiniStack(python, folder, ports.emulator);
  cleanup.add(emulator.stop);
  const edges = await startEdges(emulator, ports, cleanup);
  const { publicUrl, mtlsUrl } = edges;
  const runtimesFolder = runtimesIn(folder);
  const deployOnly = await deployerTo({
    emulator,
    folder,
    replaced: { PUBLIC_URL: publicUrl, MTLS_URL: mtlsUrl, CRL_URL: `${publicUrl}${revocationListFolder}` },
    added: {
      ALLOW_LOOPBACK_TARGETS: 'true',
      RUNTIME_DRIVERS: 'cloudformation,process',
      PROCESS_HOST_URL: await startProcessHost(runtimesFolder, emulator.caFile, cleanup),
      // Short periods, so that effects show within seconds.
      POLL_AFTER_SECONDS: '5',
    },
  });
  const deploy: Deploy = async (...wish) => {
    const deployment = await deployOnly(...wish);
    edges.open(deployment);
    return deployment;
  };
  const describe: EmulatedSystem['describe'] = async (deployment, name) => {
    const events = join(folder, `${name}.jsonl`);
    await followEvents(emulator, { busName: `${deployment.prefix}-events`, source: [{ prefix: 'compass.' }], name, file: events }, cleanup);
    const token = await signedIn(emulator, deployment, { email, tenants });
    return localDescription({
      publicUrl,
      mtlsUrl,
      caCertificate: emulator.caFile,
      issuer: `https://cognito-idp.us-east-1.amazonaws.com/${deployment.userPool.id}`,
      adminTokens: Object.fromEntries(tenants.map((tenant) => [tenant, token])),
      events,
    });
  };
  return { emulator, runtimesFolder, deploy, describe };
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

/** Makes an administrator of tenants, and returns the token that it gets when it signs in. */
export async function signedIn(
  { client, endpoint }: Emulator,
  { userPool }: Deployment,
  user: { readonly email: string; readonly tenants: readonly string[] },
): Promise<string> {
  const pool = new CognitoIdentityProviderClient(client);
  const { password = '' } = await createAdministrator(pool, { poolId: userPool.id, ...user, role: 'admin' });
  const { access_token } = await login({
    endpoints: await endpointsOf(`${endpoint}/${userPool.id}`),
    clientId: userPool.clientId,
    open: signInAs({ username: user.email, password }),
  });
  return access_token;
}
