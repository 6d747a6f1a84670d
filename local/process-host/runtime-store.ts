import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { readFileIfPresent, writePrivateJson } from '../private-file.ts';
import type { GatewayAddresses } from './events-url.ts';

const webUrl = z.url({ protocol: /^https?$/ });

/** Settings of an agent on this machine that an administrator may choose; other parameters are ignored. */
const parameters = z
  .object({
    eventsUrl: webUrl,
    consoleUrl: webUrl,
    syncPeriodSeconds: z.number().positive(),
    /** False leaves the Runtime without its agent: a rehearsal of agents that never connect. */
    startAgent: z.boolean(),
  })
  .partial();

const environment = z.object({ tenant: z.string(), parameters: parameters.default({}) });

export type Environment = z.infer<typeof environment>;
export const readEnvironment = (body: unknown) => environment.safeParse(body);

const configuration = z.object({ CONNECTOR_URL: z.string(), TOKEN: z.string(), RUNTIME_ID: z.string(), TENANT: z.string() });

/** With the addresses of the Runtime, which the agent reads anew in each cycle. */
export type AgentConfiguration = z.infer<typeof configuration> & Partial<GatewayAddresses> & { readonly RUNTIME_CONSOLE_URL?: string };
export const readConfiguration = (body: unknown) => configuration.safeParse(body);

/** The environments in which Runtime Agents run on this machine, each a folder. */
export function runtimeStore(root: string) {
  const pathOf = (id: string, ...parts: string[]): string => join(root, id, ...parts);
  return {
    folderOf: (id: string) => pathOf(id),
    configurationOf: (id: string) => pathOf(id, 'configuration.json'),
    pidFileOf: (id: string) => pathOf(id, 'agent.pid'),
    logOf: (id: string) => pathOf(id, 'agent.log'),
    /** The Applications that the Agent applied. */
    viewOf: (id: string) => pathOf(id, 'state', 'applications.json'),
    /** The bus of the Runtime: a line for each event. */
    eventsOf: (id: string) => pathOf(id, 'events.jsonl'),
    stateFolderOf: (id: string) => pathOf(id, 'state'),
    find: async (id: string): Promise<Environment | undefined> => {
      const text = await readFileIfPresent(pathOf(id, 'place.json'));
      return text === undefined ? undefined : environment.parse(JSON.parse(text));
    },
    create: async (id: string, created: Environment): Promise<void> => {
      await mkdir(pathOf(id, 'state'), { recursive: true, mode: 0o700 });
      await writePrivateJson(pathOf(id, 'place.json'), created);
    },
    configure: (id: string, configured: AgentConfiguration): Promise<void> =>
      writePrivateJson(pathOf(id, 'configuration.json'), configured),
    /** Gives a configured agent the addresses of its events gateway, since an earlier run may have had other ports. */
    moveEvents: async (id: string, gateway: GatewayAddresses): Promise<void> => {
      const text = await readFileIfPresent(pathOf(id, 'configuration.json'));
      if (text !== undefined) await writePrivateJson(pathOf(id, 'configuration.json'), { ...JSON.parse(text), ...gateway });
    },
    isConfigured: async (id: string): Promise<boolean> => (await readFileIfPresent(pathOf(id, 'configuration.json'))) !== undefined,
    remove: (id: string): Promise<void> => rm(pathOf(id), { recursive: true, force: true }),
    list: (): Promise<string[]> => readdir(root),
  };
}

export type RuntimeStore = ReturnType<typeof runtimeStore>;
