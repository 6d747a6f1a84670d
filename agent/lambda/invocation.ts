import { randomUUID } from 'node:crypto';
import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { SSMClient } from '@aws-sdk/client-ssm';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import { AgentError, messageOf } from '../agent-error.ts';
import { backoffSeconds } from '../backoff.ts';
import { completeCycle, composeCycle } from '../compose.ts';
import { type ConfigurationValues, configurationValues, parseConfiguration } from '../config.ts';
import type { SecureContexts } from '../control-plane/https-transport.ts';
import type { Limits } from '../control-plane/limits.ts';
import { maxWaitSeconds } from '../cycle.ts';
import type { Log } from '../log.ts';
import { pendingPairingSchema } from '../pairing/pending-pairing.ts';
import { pendingRenewalSchema } from '../pairing/renewal.ts';
import { type Connection, connectionSchema } from '../state/connection.ts';
import { agentTable } from './agent-table.ts';
import { announceOn } from './announce.ts';
import { appliedNoteSchema, applyToTable } from './apply-to-table.ts';
import type { agentEnvironment } from './env.ts';
import { type Pace, tableLease } from './lease.ts';
import { readParameter, sealingKey } from './parameters.ts';
import { tableDocuments } from './table-documents.ts';
import { partitions } from './table-layout.ts';

/** Parts that the invocations in one process share. */
export interface LambdaAgent {
  readonly environment: z.output<typeof agentEnvironment>;
  /** Variables of the process: they name proxies and certificate authorities. */
  readonly variables: ConfigurationValues;
  readonly dynamo: DynamoDBDocumentClient;
  readonly systemsManager: SSMClient;
  readonly eventBridge: EventBridgeClient;
  readonly contexts: SecureContexts;
  readonly limits?: Partial<Limits>;
  readonly now: () => Date;
  readonly random: () => number;
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  readonly memory: Memory;
}

/** Kept while the process is warm, because each decryption of a parameter is charged. */
interface Memory {
  configuration?: { readonly values: ConfigurationValues; readonly readAt: number } | undefined;
  sealingKey?: Buffer | undefined;
}

export interface Invocation {
  /** Runs a cycle even in a pause, with the configuration as it is now. */
  readonly woken: boolean;
  /** Milliseconds until the process is stopped. */
  readonly remaining: number;
}

/** Milliseconds that the configuration counts in a warm process. */
const maxConfigurationAge = 3_600_000;
/** Milliseconds from the end of a cycle that ran out of time to the end of the invocation: for the last writes. */
const reserve = 5000;
/** Milliseconds that a lease outlives its invocation: clocks may differ. */
const leaseReserve = 30_000;

/** Runs one cycle as the only one that works on the state, or says why not. Does not throw for a cycle that failed: the schedule repeats it. */
export async function invoke(agent: LambdaAgent, { woken, remaining }: Invocation): Promise<void> {
  const { environment, dynamo, log, now } = agent;
  const values = await readableConfiguration(agent, woken);
  if (values === undefined) return;
  const owner = randomUUID();
  const lease = tableLease(dynamo, environment.TABLE_NAME, owner);
  const begin = now().getTime();
  const taken = await lease.take(begin, begin + remaining + leaseReserve, woken);
  if (!taken.taken) {
    if (taken.because === 'held') log('info', 'another invocation is at work');
    // Lambda repeats it: the other one may have read an earlier configuration.
    if (woken) throw new AgentError('occupied', 'another invocation is at work, wake the Agent again');
    return;
  }
  const pace = await cycle(agent, values, owner, taken.pace, AbortSignal.timeout(Math.max(1, remaining - reserve)));
  await lease.release(pace);
}

/** Undefined, with a line in the log, where there is none or one that cannot be understood. */
async function readableConfiguration(agent: LambdaAgent, woken: boolean): Promise<ConfigurationValues | undefined> {
  const { environment, log } = agent;
  try {
    const values = await configuration(agent, woken);
    if (values === undefined) log('info', 'no configuration yet, nothing to do', { parameter: environment.CONFIGURATION_PARAMETER });
    return values;
  } catch (error) {
    if (!(error instanceof AgentError)) throw error;
    log('error', 'the configuration cannot be used', { reason: error.message });
    return undefined;
  }
}

/** Undefined while there is none. An Agent that is paired goes on without the parameter. */
async function configuration({ memory, ...agent }: LambdaAgent, woken: boolean): Promise<ConfigurationValues | undefined> {
  const { CONFIGURATION_PARAMETER, TABLE_NAME } = agent.environment;
  const now = agent.now().getTime();
  if (!woken && memory.configuration && now - memory.configuration.readAt < maxConfigurationAge) return memory.configuration.values;
  const text = await readParameter(agent.systemsManager, CONFIGURATION_PARAMETER);
  const values = text === undefined ? {} : configurationValues(text, `parameter ${CONFIGURATION_PARAMETER}`);
  const complete = values.RUNTIME_ID ? values : await ofConnection(agent.dynamo, TABLE_NAME);
  memory.configuration = complete && { values: complete, readAt: now };
  return complete;
}

async function ofConnection(dynamo: DynamoDBDocumentClient, TableName: string): Promise<ConfigurationValues | undefined> {
  const { Item } = await dynamo.send(new GetCommand({ TableName, Key: { pk: partitions.agent, sk: 'connection' }, ConsistentRead: true }));
  if (Item === undefined) return undefined;
  const connection: Connection = connectionSchema.parse(JSON.parse(String(Item.text)));
  return {
    CONNECTOR_URL: connection.tokenUrl ?? connection.connectorUrl,
    RUNTIME_ID: connection.runtimeId,
    TENANT: connection.tenant,
  };
}

async function cycle(agent: LambdaAgent, values: ConfigurationValues, owner: string, before: Pace, signal: AbortSignal): Promise<Pace> {
  const { environment, log, now, memory } = agent;
  const deps = compose(agent, values, owner, before, signal);
  try {
    const { pollAfterSeconds } = await completeCycle(deps, environment.POLL_SECONDS, signal);
    // The schedule rings by itself; half a period allows for its inaccuracy.
    const pause = Math.min(pollAfterSeconds ?? 0, await maxWaitSeconds(deps)) - environment.POLL_SECONDS / 2;
    return { failures: 0, notBefore: now().getTime() + 1000 * Math.max(0, pause), askedAt: deps.schedule.askedAt() };
  } catch (error) {
    const failures = before.failures + 1;
    const atLeast = error instanceof AgentError ? error.retryAfterSeconds : undefined;
    const bounds = { atLeast, period: environment.POLL_SECONDS, atMost: await maxWaitSeconds(deps) };
    const retryInSeconds = backoffSeconds(failures, agent.random, bounds);
    log('error', 'cycle failed', { reason: messageOf(error), failures, retryInSeconds: Math.round(retryInSeconds) });
    // There may be a fresh token, or another address.
    memory.configuration = undefined;
    return { failures, notBefore: now().getTime() + 1000 * retryInSeconds };
  }
}

function compose(agent: LambdaAgent, values: ConfigurationValues, owner: string, { askedAt }: Pace, signal: AbortSignal) {
  const { environment, variables, log, now, memory } = agent;
  const table = agentTable(agent.dynamo, environment.TABLE_NAME, owner);
  const key = async (): Promise<Buffer> => {
    memory.sealingKey ??= await sealingKey(agent.systemsManager, environment.SEALING_KEY_PARAMETER);
    return memory.sealingKey;
  };
  const documents = tableDocuments(table, key, (item) => log('warn', 'an item of the state is damaged and counts as absent', { item }));
  const note = documents.plain('applied', appliedNoteSchema);
  const layers = [values, { RUNTIME_EVENTS_URL: environment.EVENTS_URL, RUNTIME_EVENTS_URL_FOR_TOKENS: environment.EVENTS_URL_FOR_TOKENS }];
  const runtimeId = values.RUNTIME_ID ?? '';
  const announce = announceOn({
    client: agent.eventBridge,
    busName: environment.EVENT_BUS_NAME,
    owner: { runtimeId, tenant: values.TENANT ?? '' },
    sleep: agent.sleep,
    signal,
  });
  return composeCycle({
    stores: {
      keys: documents.identity('identity'),
      connections: documents.plain('connection', connectionSchema),
      pending: documents.sealed('pairing', pendingPairingSchema),
      renewals: documents.sealed('renewal', pendingRenewalSchema),
      applied: () => note.load(),
      apply: applyToTable({ table, note, announce, now, signal }),
    },
    configuration: async (paired) => parseConfiguration(layers, paired),
    environment: variables,
    keyType: 'ec-p256',
    limits: agent.limits ?? {},
    contexts: agent.contexts,
    askedAt,
    now,
    log,
  });
}
