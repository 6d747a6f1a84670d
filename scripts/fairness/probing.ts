import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { administrator } from '#test/support/clients.ts';
import { answeringServer } from '../bench/answering-server.ts';
import { hangingHost } from './hanging-host.ts';
import type { Times } from './times.ts';

const hangingChecks = 200;
const atOnce = 20;
const hanging = 5;

/** Milliseconds between two probes of an Application: alone, and beside health checks that hang at another host of the tenant. */
export async function probeTimes(system: LocalDescription, tenant: string, samples: number): Promise<Times> {
  const { director } = administrator(system, tenant);
  const register = async (url: string): Promise<string> =>
    (await director(`mutation { r: registerApplication(in: { name: "fair-${randomUUID()}", healthCheckURL: "${url}" }) { id } }`)).r.id;
  const server = await answeringServer(204);
  const healthy = await register(server.url);
  await server.called(1);
  const take = async (count: number): Promise<number[]> => {
    const gaps: number[] = [];
    await server.called(server.calls() + 1);
    for (let last = performance.now(); gaps.length < count; last = performance.now()) {
      await server.called(server.calls() + 1);
      gaps.push(performance.now() - last);
    }
    return gaps;
  };

  const idle = await take(samples);
  const host = await hangingHost(hanging);
  const urls = Array.from({ length: hangingChecks }, (_, index) => `${host.url}/${index}`);
  const sick = await mapConcurrently(urls, atOnce, register);
  await host.hangs();
  const beside = await take(samples);
  host.recover();
  await mapConcurrently([healthy, ...sick], atOnce, (id) => director(`mutation { unregisterApplication(id: "${id}") { id } }`));
  await host.stop();
  await server.stop();
  return { idle, beside };
}
