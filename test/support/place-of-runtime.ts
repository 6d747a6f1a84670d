import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder in which the `process` driver keeps a Runtime, and what its Agent writes there. */
export function placeOfRuntime(dataFolder: string, runtimeId: string) {
  const inPlace = (...path: string[]) => join(dataFolder, 'runtimes', runtimeId, ...path);
  const text = (...path: string[]) => readFile(inPlace(...path), 'utf8');
  return {
    exists: () => existsSync(inPlace()),
    configuration: async (): Promise<Record<string, string>> => JSON.parse(await text('configuration.json')),
    agentPid: async () => Number(/\d+/.exec(await text('agent.pid'))?.[0]),
    identity: () => text('state', 'identity.pem'),
    // biome-ignore lint/suspicious/noExplicitAny: read field by field in assertions
    applications: async (): Promise<any[]> => JSON.parse(await text('state', 'applications.json')).applications,
    /** The events on the bus of the Runtime. */
    // biome-ignore lint/suspicious/noExplicitAny: read field by field in assertions
    events: async (): Promise<any[]> =>
      (await text('events.jsonl').catch(() => ''))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    log: () => text('agent.log'),
    mode: async (...path: string[]) => (await stat(inPlace(...path))).mode & 0o777,
  };
}
