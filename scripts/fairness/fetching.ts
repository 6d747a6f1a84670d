import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { administrator } from '#test/support/clients.ts';
import { answeringServer } from '../bench/answering-server.ts';
import { hangingHost } from './hanging-host.ts';
import type { Times } from './times.ts';

const hangingFetches = 200;
const atOnce = 20;

/** Fetches of an endpoint at once, after which it counts as hanging. */
const hanging = 10;

const api = (url: string) => ({
  name: `fair-${randomUUID()}`,
  targetURL: 'https://fair.example',
  spec: { type: 'OPEN_API', format: 'JSON', fetchRequest: { url } },
});

/** Milliseconds from a request for another fetch until the server is asked: alone, and beside fetches that hang at another host of the tenant. */
export async function fetchTimes(system: LocalDescription, tenant: string, samples: number): Promise<Times> {
  const { director } = administrator(system, tenant);
  const anApplication = async (): Promise<string> =>
    (await director(`mutation { r: registerApplication(in: { name: "fair-${randomUUID()}" }) { id } }`)).r.id;
  const add = async (application: string, url: string): Promise<string> => {
    const given = { application, in: api(url) };
    const query =
      'mutation ($application: ID!, $in: APIDefinitionInput!) { r: addAPIDefinitionToApplication(appID: $application, in: $in) { id } }';
    return (await director(query, given)).r.id;
  };
  const server = await answeringServer(200, '{"openapi":"3.1.0"}');
  const healthy = await add(await anApplication(), server.url);
  await server.called(1);
  const latency = () => server.timeToCall(() => director(`mutation { refetchAPISpec(apiID: "${healthy}") { id } }`));
  const take = async (count: number): Promise<number[]> => {
    const taken: number[] = [];
    while (taken.length < count) taken.push(await latency());
    return taken;
  };

  await take(3);
  const idle = await take(samples);
  const host = await hangingHost(hanging);
  const sick = await anApplication();
  const urls = Array.from({ length: hangingFetches }, (_, index) => `${host.url}/${index}`);
  await mapConcurrently(urls, atOnce, (url) => add(sick, url));
  await host.hangs();
  const beside = await take(samples);
  host.recover();
  // What waits finds nothing to do.
  await repeatedly(() => director(`mutation { unregisterApplication(id: "${sick}") { id } }`));
  await host.stop();
  await server.stop();
  return { idle, beside };
}

/** Makes a request again while others change the same object, as ConcurrentUpdate asks for: here the fetches that end. */
async function repeatedly(request: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await request();
      return;
    } catch (error) {
      if (!String(error).includes('ConcurrentUpdate')) throw error;
    }
  }
}
