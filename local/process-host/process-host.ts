import { createServer, type IncomingMessage, type Server } from 'node:http';
import * as z from 'zod';
import { isUuid } from '#shared/core/ids.ts';
import { answerJson, readBody } from '../http-server.ts';
import { type AgentProcess, agentProcess } from './agent-process.ts';
import type { GatewayAddresses } from './events-url.ts';
import { type Environment, type RuntimeStore, readConfiguration, readEnvironment } from './runtime-store.ts';

interface Host {
  readonly store: RuntimeStore;
  readonly caFile: string;
  /** First part of every path: a secret that authenticates callers of the host. */
  readonly secretPath: string;
  /** The address of the events gateway of a Runtime, which its agent publishes unless the parameters name another one. Absent: there is no gateway. */
  readonly gatewayOf?: (id: string) => GatewayAddresses;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const maxRequestBytes = 256 * 1024;
const absent: Answer = { status: 404, body: { state: 'absent' } };

export interface ProcessHost {
  readonly server: Server;
  /** Starts the agents of the Runtimes of earlier runs. */
  resume(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs the Runtimes of the `process` driver on this machine: a folder for each, with a Runtime Agent that is kept running. */
export function processHost({ store, caFile, secretPath, gatewayOf }: Host): ProcessHost {
  const agents = new Map<string, AgentProcess>();
  let stopping = false;

  const stopAgent = async (id: string): Promise<void> => {
    const agent = agents.get(id);
    agents.delete(id);
    await agent?.stop();
  };
  const startAgent = (id: string, { parameters }: Environment): void => {
    if (parameters.startAgent === false) return;
    agents.set(id, agentProcess({ id, store, caFile, syncPeriodSeconds: parameters.syncPeriodSeconds }));
  };

  const resumeAgent = async (id: string): Promise<void> => {
    const environment = await store.find(id);
    if (!environment || !(await store.isConfigured(id))) return;
    if (gatewayOf && environment.parameters.eventsUrl === undefined) await store.moveEvents(id, gatewayOf(id));
    startAgent(id, environment);
  };

  const operations: Readonly<Record<string, (id: string, body: unknown) => Promise<Answer>>> = {
    'PUT ': async (id, body) => {
      const environment = readEnvironment(body);
      if (!environment.success) return { status: 400, body: { message: z.prettifyError(environment.error) } };
      await store.create(id, environment.data);
      return { status: 200, body: { state: 'ready' } };
    },
    'GET ': async (id) => {
      if (!(await store.find(id))) return absent;
      return { status: 200, body: { state: agents.get(id)?.state() ?? 'ready' } };
    },
    'PUT /configuration': async (id, body) => {
      const configuration = readConfiguration(body);
      if (!configuration.success) return { status: 400, body: { message: z.prettifyError(configuration.error) } };
      const environment = await store.find(id);
      if (!environment) return absent;
      if (stopping) return { status: 503, body: { message: 'The system is stopping.' } };
      await stopAgent(id);
      const { eventsUrl, consoleUrl } = environment.parameters;
      await store.configure(id, {
        ...configuration.data,
        ...(eventsUrl ? { RUNTIME_EVENTS_URL: eventsUrl } : gatewayOf?.(id)),
        ...(consoleUrl && { RUNTIME_CONSOLE_URL: consoleUrl }),
      });
      startAgent(id, environment);
      return { status: 200, body: { state: agents.has(id) ? 'running' : 'ready' } };
    },
    'DELETE ': async (id) => {
      await stopAgent(id);
      await store.remove(id);
      return { status: 200, body: { state: 'absent' } };
    },
  };

  const server = createServer((request, response) => {
    handle(request, secretPath, operations).then(
      ({ status, body }) => answerJson(response, status, body),
      (error) => {
        console.error(error);
        answerJson(response, 500, { message: 'The process host failed.' });
      },
    );
  });

  return {
    server,
    resume: async () => {
      for (const id of (await store.list()).filter(isUuid)) await resumeAgent(id);
    },
    stop: async () => {
      stopping = true;
      await Promise.all([...agents.keys()].map(stopAgent));
    },
  };
}

async function handle(
  request: IncomingMessage,
  secretPath: string,
  operations: Readonly<Record<string, (id: string, body: unknown) => Promise<Answer>>>,
): Promise<Answer> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const [, id = '', below = ''] =
    /^\/runtimes\/([^/]+)(\/\w+)?$/.exec(path.startsWith(secretPath) ? path.slice(secretPath.length) : '') ?? [];
  const operation = operations[`${request.method} ${below}`];
  if (!operation || !isUuid(id)) return { status: 404, body: { message: 'Not Found' } };
  const text = (await readBody(request, maxRequestBytes))?.toString();
  return operation(id, text ? JSON.parse(text) : undefined);
}
