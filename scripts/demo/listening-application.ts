import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import type { Configuration } from '../../examples/application/configuration.ts';
import { followChanges } from '../../examples/application/follow-changes.ts';
import type { PairedApplication } from './pairing.ts';
import type { Stage } from './stage.ts';

/** The sample Application with its webhook endpoint, and another Application that must receive nothing. */
export interface Listening {
  /** Changes of the sample Application's configuration, in order; each answers a webhook whose signature it verified. */
  readonly changes: readonly Configuration[];
  /** Number of calls to the Application outside the formation. */
  readonly callsOfStranger: () => number;
}

export async function listen(stage: Stage, application: PairedApplication): Promise<Listening> {
  const changes: Configuration[] = [];
  const following = await followChanges(application.director, application.id, {
    stateFolder: stage.applicationFolder,
    host: '127.0.0.1',
    port: 0,
    say: () => undefined,
    onConfigurationChanged: (configuration) => changes.push(configuration),
  });
  stage.closeLater(following.close);
  return { changes, callsOfStranger: await registerStranger(stage) };
}

async function registerStranger({ administrator, closeLater }: Stage): Promise<() => number> {
  let calls = 0;
  const server = createServer((_, response) => {
    calls += 1;
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closeLater(async () => {
    server.close();
    server.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await administrator.director(
    'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }',
    z.object({ id: z.string() }),
    {
      in: { name: 'stranger', webhooks: [{ type: 'CONFIGURATION_CHANGED', url }] },
    },
  );
  return () => calls;
}
