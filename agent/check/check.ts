import { X509Certificate } from 'node:crypto';
import { access, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { AgentOptions, AgentSurroundings } from '../agent.ts';
import { errorCode, messageOf } from '../agent-error.ts';
import { type AgentConfiguration, loadConfiguration } from '../config.ts';
import { readCaFile } from '../control-plane/certificate-authorities.ts';
import { controlPlaneClient } from '../control-plane/control-plane-client.ts';
import { httpsTransport } from '../control-plane/https-transport.ts';
import { renewalTime } from '../pairing/renewal.ts';
import { type Identity, validityOf, validityOfCertificate } from '../state/certificate.ts';
import { type Connection, connectionSchema, tokenDigest } from '../state/connection.ts';
import { holderOf } from '../state/folder-lock.ts';
import { fileKeyStore } from '../state/key-store.ts';
import { pemBlocks } from '../state/pem-blocks.ts';
import { storedJson } from '../state/stored-json.ts';
import { probeServer } from './probe-server.ts';

interface Checking {
  readonly options: AgentOptions;
  readonly now: Date;
  readonly signal: AbortSignal;
  /** Prints one finding; the check continues after each one. */
  readonly step: <T>(what: string, look: () => Promise<Finding<T>>) => Promise<T | undefined>;
}

/** A line to print, and the result for later steps. A failed check is thrown. */
interface Finding<T> {
  readonly says: string;
  readonly found?: T;
}

/**
 * Checks configuration, reachability, trust and validity, and prints a line for each. Changes nothing, and does not use the one-time token. Returns
 * true if all checks passed.
 */
export async function check(options: AgentOptions, { now, write }: AgentSurroundings, signal: AbortSignal): Promise<boolean> {
  let well = true;
  const step: Checking['step'] = async (what, look) => {
    try {
      const { says, found } = await look();
      write(`ok    ${what}: ${says}`);
      return found;
    } catch (error) {
      well = false;
      write(`WRONG ${what}: ${messageOf(error)}`);
      return undefined;
    }
  };
  await checkAll({ options, now: now(), signal, step });
  return well;
}

async function checkAll(checking: Checking): Promise<void> {
  const { options, step } = checking;
  const { stateFolder, sources } = options;
  const damaged: string[] = [];
  const identity = await fileKeyStore(stateFolder, (file) => damaged.push(file))
    .load()
    .catch(() => undefined);
  const connection = await storedJson(join(stateFolder, 'connection.json'), connectionSchema, (file) => damaged.push(file))
    .load()
    .catch(() => undefined);

  const configuration = await step('configuration', async () => {
    const found = await loadConfiguration(sources, identity !== undefined);
    return { says: `Runtime ${found.runtimeId} of tenant ${found.tenant}`, found };
  });
  await step('state folder', async () => ({ says: await stateOf(stateFolder, damaged) }));
  if (configuration === undefined) return;
  if (connection !== undefined && identity !== undefined) await checkOwner(connection, configuration, checking);

  const extraCa = configuration.caFile === undefined ? undefined : await checkCaFile(configuration.caFile, checking);
  await checkServer('CONNECTOR_URL', configuration.connectorUrl, { configuration, extraCa }, checking);
  if (identity === undefined || connection === undefined) return await checkToken(configuration, connection, checking);
  await checkIdentity(identity, checking);
  await checkUse('Connector', connection.connectorUrl, connectorQuestion, { configuration, extraCa, identity, connection }, checking);
  await checkUse('Director', connection.directorUrl, directorQuestion, { configuration, extraCa, identity, connection }, checking);
}

async function stateOf(folder: string, damaged: readonly string[]): Promise<string> {
  const found = await stat(folder).catch((error) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (found === undefined) return `${folder} will be made`;
  if (!found.isDirectory()) throw new Error(`${folder} is no folder`);
  await access(folder, constants.R_OK | constants.W_OK | constants.X_OK).catch((error) => {
    throw new Error(`${folder} cannot be written (${errorCode(error)})`);
  });
  if (damaged.length > 0) throw new Error(`damaged: ${damaged.join(', ')}`);
  const holder = await holderOf(folder);
  const user = holder?.pid === undefined ? '' : `; the Agent that runs as process ${holder.pid} on ${holder.host} uses it`;
  return `${folder} can be read and written${user}`;
}

const checkOwner = ({ runtimeId }: Connection, configuration: AgentConfiguration, { step }: Checking): Promise<unknown> =>
  step('Runtime', async () => {
    if (runtimeId !== configuration.runtimeId)
      throw new Error(`the state folder belongs to Runtime ${runtimeId}, not to ${configuration.runtimeId}`);
    return { says: 'the state folder belongs to it' };
  });

const checkCaFile = (file: string, { step, now }: Checking): Promise<string | undefined> =>
  step('CA file', async () => {
    const found = await readCaFile(file);
    const ends = pemBlocks(found, 'CERTIFICATE').map((pem) => validityOfCertificate(new X509Certificate(pem)).notAfter);
    const first = earliest(ends);
    if (first <= now) throw new Error(`${file} holds a certificate that ended at ${first.toISOString()}`);
    return { says: `${file} holds ${ends.length} certificate(s), the first of which ends at ${first.toISOString()}`, found };
  });

interface Known {
  readonly configuration: AgentConfiguration;
  readonly extraCa: string | undefined;
}

async function checkServer(what: string, url: string, { configuration: { allowHttp }, extraCa }: Known, checking: Checking): Promise<void> {
  const { environment } = checking.options.sources;
  const { signal } = checking;
  await checking.step(what, async () => ({
    says: `${url} is ${await probeServer(url, { extraCa, environment, allowHttp, signal })}`,
  }));
}

async function checkToken({ token }: AgentConfiguration, connection: Connection | undefined, { step }: Checking): Promise<void> {
  await step('pairing', async () => {
    if (token === undefined) throw new Error('there is no certificate and no TOKEN');
    if (connection?.tokenDigest === tokenDigest(token))
      throw new Error('there is no certificate, and TOKEN was used before; set it to a new one-time token');
    return { says: 'not paired yet; TOKEN is there and will be used by the first cycle' };
  });
}

const checkIdentity = (identity: Identity, { step, now, options }: Checking): Promise<unknown> =>
  step('client certificate', async () => {
    const validity = validityOf(identity);
    const until = validity.notAfter.toISOString();
    if (validity.notAfter <= now) throw new Error(`ended at ${until}; set TOKEN to a new one-time token`);
    if (validity.notBefore > now) throw new Error(`begins only at ${validity.notBefore.toISOString()}; look at the clock of this machine`);
    const issuers = pemBlocks(identity.certificateChain, 'CERTIFICATE').slice(1);
    const ends = issuers.map((pem) => validityOfCertificate(new X509Certificate(pem)).notAfter);
    const renewal = renewalTime(validity, options.periodSeconds).toISOString();
    const authorities = ends.length === 0 ? '' : `; its issuers are valid until ${earliest(ends).toISOString()}`;
    return { says: `valid until ${until}, will be renewed from ${renewal} on${authorities}` };
  });

const earliest = (dates: readonly Date[]): Date => new Date(Math.min(...dates.map(Number)));

const connectorQuestion = 'query { configuration { certificateSigningRequestInfo { subject } } }';
const directorQuestion = 'query ($runtimeId: ID!) { runtime(id: $runtimeId) { id } }';

interface Paired extends Known {
  readonly identity: Identity;
  readonly connection: Connection;
}

/** Sends a read with the client certificate. */
async function checkUse(what: string, url: string, query: string, known: Paired, checking: Checking): Promise<void> {
  const { configuration, extraCa, identity, connection } = known;
  const { step, options, signal } = checking;
  const { environment } = options.sources;
  const { allowHttp } = configuration;
  await step(what, async () => {
    const reached = await probeServer(url, { extraCa, identity, environment, allowHttp, signal });
    const transport = httpsTransport({ extraCa, identity, environment, allowHttp, signal });
    let ahead = 0;
    const client = controlPlaneClient(configuration.runtimeId, transport, (date) => {
      ahead = secondsAhead(date);
    });
    try {
      const { runtimeId, tenant } = connection;
      const { data } = await client.send({ url, query, variables: { runtimeId }, headers: { Tenant: tenant }, schema: z.looseObject({}) });
      if (data.runtime === null) throw new Error(`${url} knows no Runtime ${runtimeId} that belongs to the client certificate`);
    } finally {
      client.close();
    }
    const clock = Math.abs(ahead) < 60 ? '' : `; the clock of this machine is ${Math.abs(ahead)} s ${ahead > 0 ? 'ahead' : 'behind'}`;
    return { says: `${url} is ${reached}; it accepts the client certificate${clock}` };
  });
}

function secondsAhead(date: string | undefined): number {
  const theirs = Date.parse(date ?? '');
  return Number.isNaN(theirs) ? 0 : Math.round((Date.now() - theirs) / 1000);
}
