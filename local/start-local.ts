import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { revocationListFolder } from '#shared/certificates/authorities/revocation-list-url.ts';
import { consoleConfiguration } from '#shared/console/console-headers.ts';
import { localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import { hours, systemClock } from '#shared/core/clock.ts';
import { type TrustedAuthorities, trustedAuthorities } from './authority/local-authorities.ts';
import { consoleSite } from './console/console-site.ts';
import { consoleDist, viteBuild } from './console/vite-build.ts';
import { type DataFolder, lockDataFolder, prepareDataFolder } from './data-folder.ts';
import { gateway } from './gateway/gateway.ts';
import { mutualTlsServer, publicServer } from './gateway/gateway-servers.ts';
import { graphiql } from './gateway/graphiql.ts';
import { jwtAuthorizer } from './gateway/jwt-authorizer.ts';
import { close, listen, loopback } from './http-server.ts';
import { audience, clientTokenPath, issuerPath } from './identity/issuer-facts.ts';
import { type LocalIssuer, localIssuer } from './identity/local-issuer.ts';
import { consoleClient } from './identity/sign-in/clients.ts';
import { type LocalDescription, localDescription, tenants } from './local-description.ts';
import { endOrphans } from './orphans.ts';
import { writePrivateFile, writePrivateJson } from './private-file.ts';
import { gatewayAddresses } from './process-host/events-url.ts';
import { runtimeEvents } from './process-host/runtime-events.ts';
import { runtimeStore } from './process-host/runtime-store.ts';
import type { Refusal } from './refusal.ts';
import { startBackend } from './start-backend.ts';
import { type StopSteps, stopSteps } from './stop-steps.ts';
import { loadTemplates } from './template/load-templates.ts';
import type { LocalRoute } from './template/local-system.ts';

export interface LocalOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly mtlsPort: number;
  readonly dataDir: string;
  /** Validity of client certificates of both kinds; each kind's own default without it. */
  readonly certificateSeconds?: number;
  /** Pause between two polls of an Agent. Default: 5 seconds. */
  readonly pollAfterSeconds?: number;
  /** JSON of limits by the names of quotas; each has its default without it. */
  readonly quotas?: string;
  /** Default: requests signed with SHA-1 are accepted. */
  readonly refusesSha1Csr?: boolean;
  /** False serves the APIs only, without background work, for measurements. */
  readonly background?: boolean;
}

export interface RunningSystem {
  readonly description: LocalDescription;
  /** Resolves with the reason if the system can no longer work. */
  readonly failure: Promise<Refusal>;
  stop(): Promise<void>;
}

const adminTokenLifetime = hours(12) / 1000;

/**
 * Starts the whole system and resolves once it is ready. One system per process, because handlers read their environment when they are loaded. Throws
 * Refusal, with nothing left running, if the machine does not allow it.
 */
export async function startLocal(options: LocalOptions): Promise<RunningSystem> {
  const cleanup = stopSteps();
  const failure = Promise.withResolvers<Refusal>();
  const failedStart = failure.promise.then((refusal): never => {
    throw refusal;
  });
  try {
    const description = await Promise.race([startSteps(options, cleanup, failure.resolve), failedStart]);
    failedStart.catch(() => undefined);
    return { description, failure: failure.promise, stop: cleanup.run };
  } catch (error) {
    // Steps that wait for an engine which has ended do not end.
    await Promise.race([cleanup.run(), pause(stopPatience)]);
    throw error;
  }
}

/** Milliseconds that a failed start may take to stop what was started. */
const stopPatience = 8000;

async function startSteps(
  { port, mtlsPort, dataDir, certificateSeconds, pollAfterSeconds = 5, quotas, refusesSha1Csr, background = true }: LocalOptions,
  cleanup: StopSteps,
  onFailure: (failure: Refusal) => void,
): Promise<LocalDescription> {
  const folder = prepareDataFolder(dataDir);
  cleanup.add(lockDataFolder(folder));
  await endOrphans(folder);
  const forgetDescription = () => rm(folder.description, { force: true });
  await forgetDescription();
  cleanup.add(forgetDescription);

  const authorities = await trustedAuthorities(folder.authority, systemClock(), certificateSeconds);
  await writePrivateFile(folder.authorityCertificate, authorities.certificatesPem);
  const open = publicServer();
  const secure = await mutualTlsServer(authorities, systemClock());
  const publicUrl = `http://${loopback}:${await listen(open.server, port, '--port')}`;
  cleanup.add(() => close(open.server));
  const mtlsUrl = `https://${loopback}:${await listen(secure.server, mtlsPort, '--mtls-port')}`;
  cleanup.add(() => close(secure.server));
  const issuer = await localIssuer(folder.issuer, publicUrl + issuerPath, localRegistrar(folder.clients));

  const { system, functions, startWork, quiesce } = await startBackend({
    onFailure,
    templates: await loadTemplates(),
    folder,
    cleanup,
    credentials: {
      accessKeyId: `LOCAL${randomBytes(16).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(32).toString('base64url'),
    },
    authorityPem: authorities.certificatesPem,
    gatewayOf: (id) => gatewayAddresses({ mtlsUrl, publicUrl }, id),
    overrides: {
      ...settings(folder, authorities, issuer, { publicUrl, mtlsUrl }),
      ...validity(certificateSeconds),
      POLL_AFTER_SECONDS: String(pollAfterSeconds),
      ...(quotas && { QUOTAS: quotas }),
      ...(refusesSha1Csr && { ALLOW_SHA1_CSR: 'false' }),
      // A measured request must not be the one that reports the count of many.
      ...(!background && { TENANT_REQUESTS_PER_SECOND: '100000' }),
    },
  });

  const authorize = jwtAuthorizer(issuer.keys, { issuer: issuer.url, audience });
  const events = runtimeEvents({ store: runtimeStore(folder.runtimes), publicUrl, issuer: issuer.url, clock: systemClock });
  const routes = [...system.routes, ...events.routes];
  const common = { routes, functions: events.beside(functions), authorize, domainName: loopback };
  const api = gateway({ ...common, mutualTls: false });
  open.serve(forUsers({ publicUrl, issuer, cleanup, routes: system.routes, api }));
  secure.serve(gateway({ ...common, mutualTls: true }));
  if (background) await startWork();
  cleanup.add(async () => {
    await Promise.all([close(open.server), close(secure.server), quiesce()]);
  });

  const adminTokens = await mintAdminTokens(issuer);
  const description = localDescription({
    publicUrl,
    mtlsUrl,
    caCertificate: folder.authorityCertificate,
    issuer: issuer.url,
    adminTokens,
    events: folder.events,
  });
  await writePrivateJson(folder.description, description);
  return description;
}

interface PublicParts {
  readonly publicUrl: string;
  readonly issuer: LocalIssuer;
  readonly cleanup: StopSteps;
  readonly routes: readonly LocalRoute[];
  readonly api: RequestListener;
}

/** The public API, and beside it on its port what users have: the console, GraphiQL and the issuer. */
function forUsers({ publicUrl, issuer, cleanup, routes, api }: PublicParts): RequestListener {
  const build = viteBuild();
  cleanup.add(build.stop);
  const configuration = consoleConfiguration(publicUrl, { issuer: issuer.url, clientId: consoleClient, scopes: ['openid'] });
  const mintForPage = (tenant: string) => issuer.mint({ tenant, role: 'admin', expiresInSeconds: adminTokenLifetime });
  const withIssuer: RequestListener = (request, response) =>
    (request.url?.startsWith(`${issuerPath}/`) ? issuer.listener : api)(request, response);
  return consoleSite({ publicUrl, configuration, dist: consoleDist, build }, graphiql(routes, mintForPage, withIssuer));
}

/** The variables whose values this machine decides. */
const settings = (
  folder: DataFolder,
  authorities: TrustedAuthorities,
  issuer: LocalIssuer,
  urls: { publicUrl: string; mtlsUrl: string },
): Record<string, string> => ({
  PUBLIC_URL: urls.publicUrl,
  MTLS_URL: urls.mtlsUrl,
  CRL_URL: `${urls.publicUrl}${revocationListFolder}`,
  OIDC_ISSUER: issuer.url,
  OIDC_AUDIENCE: audience,
  CLIENT_REGISTRAR: 'local',
  LOCAL_CLIENTS_FOLDER: folder.clients,
  TOKEN_URL: `${issuer.url}${clientTokenPath}`,
  CERTIFICATE_AUTHORITY: 'local',
  LOCAL_CA_FILE: authorities.issuing.file,
  CERTIFICATE_AUTHORITIES: JSON.stringify(authorities.files.map((file) => ({ kind: 'local', file }))),
  ALLOW_LOOPBACK_TARGETS: 'true',
  RUNTIME_DRIVERS: 'process',
  // A short period, so that effects show within seconds.
  HEALTH_CHECK_SECONDS: '10',
});

const validity = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { APPLICATION_CERTIFICATE_SECONDS: String(seconds), RUNTIME_CERTIFICATE_SECONDS: String(seconds) };

async function mintAdminTokens(issuer: LocalIssuer): Promise<Record<string, string>> {
  const tokens = tenants.map(async (tenant) => [
    tenant,
    await issuer.mint({ tenant, role: 'admin', expiresInSeconds: adminTokenLifetime }),
  ]);
  return Object.fromEntries(await Promise.all(tokens));
}
