import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRawToken } from '#application-client';
import type { LocalDescription } from '#local/local-description.ts';
import { startApplication } from '../../examples/application/application.ts';
import type { Configuration } from '../../examples/application/configuration.ts';
import { configurationFile, readConfiguration } from '../../examples/application/configuration.ts';
import { administrator } from './clients.ts';

export interface SampleApplication {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  /** Changes of its configuration, in order. */
  readonly changes: Configuration[];
  /** Starts it; the first time with the token that an administrator hands over. */
  start(port?: number): ReturnType<typeof startApplication>;
  configuration(): Promise<Configuration | undefined>;
  remove(): Promise<void>;
}

/** The sample Application, registered by an administrator and not started yet. */
export async function sampleApplication(system: LocalDescription, formation: string): Promise<SampleApplication> {
  const { director } = administrator(system);
  const name = `sample-${randomUUID()}`;
  const { result } = await director('mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }', {
    in: { name, labels: { scenarios: [formation] } },
  });
  const { token } = await director(`mutation { token: requestOneTimeTokenForApplication(id: "${result.id}") { rawEncoded } }`);
  const folder = await mkdtemp(join(tmpdir(), 'sample-application-'));
  const caCertificate = await readFile(system.caCertificate, 'utf8');
  const changes: Configuration[] = [];
  return {
    id: result.id,
    name,
    folder,
    changes,
    start: (port = 0) =>
      startApplication({
        stateFolder: folder,
        token: readRawToken(token.rawEncoded),
        caCertificate,
        host: '127.0.0.1',
        port,
        say: () => undefined,
        onConfigurationChanged: (configuration) => changes.push(configuration),
      }),
    configuration: () => readConfiguration(configurationFile(folder)),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
