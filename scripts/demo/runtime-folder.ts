import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { writePrivateFile } from '#local/private-file.ts';

const agentConfiguration = z.looseObject({ CONNECTOR_URL: z.string(), TOKEN: z.string(), RUNTIME_ID: z.string(), TENANT: z.string() });
const definitions = z.object({ data: z.array(z.unknown()) }).or(z.array(z.unknown()));
const appliedApplication = z.looseObject({
  id: z.string(),
  name: z.string(),
  eventingConfiguration: z.object({ defaultURL: z.string() }).nullish(),
  bundles: z.array(
    z.looseObject({ name: z.string(), apiDefinitions: definitions, eventDefinitions: definitions, defaultInstanceAuth: z.unknown() }),
  ),
});
const applied = z.object({ runtimeId: z.string(), applications: z.array(appliedApplication) });

const busEvent = z.object({ source: z.string(), 'detail-type': z.string(), detail: z.looseObject({ id: z.string() }) });

/** The folder in which a Runtime Agent runs: what the workflow put there, and what the Agent applied. */
export function runtimeFolder(runtimesFolder: string, runtimeId: string) {
  const path = (...parts: string[]) => join(runtimesFolder, runtimeId, ...parts);
  const configuration = async () => agentConfiguration.parse(JSON.parse(await readFile(path('configuration.json'), 'utf8')));
  return {
    exists: async () => (await stat(path())).isDirectory(),
    configuration,
    configurationMode: async () => (await stat(path('configuration.json'))).mode & 0o777,
    /** Acts as the operator of the Agent: gives the Runtime a new address. */
    setEventsUrl: async (url: string) =>
      writePrivateFile(path('configuration.json'), JSON.stringify({ ...(await configuration()), RUNTIME_EVENTS_URL: url })),
    agentProcess: async () => Number(await readFile(path('agent.pid'), 'utf8')),
    identity: () => readFile(path('state', 'identity.pem'), 'utf8'),
    /** The events on the bus of the Runtime. */
    events: async () =>
      (await readFile(path('events.jsonl'), 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => busEvent.parse(JSON.parse(line))),
    applications: async () => applied.parse(JSON.parse(await readFile(path('state', 'applications.json'), 'utf8'))).applications,
  };
}

export type RuntimeFolder = ReturnType<typeof runtimeFolder>;
