import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator } from '#test/support/clients.ts';
import { answeringServer } from '../bench/answering-server.ts';

const applications = 10;
const webhooks = 20;

/** A formation with Applications that share a webhook URL, and a Runtime whose changes they are called for. */
async function circle(system: LocalDescription, tenant: string, { url, sizes }: { url: string; sizes: readonly number[] }) {
  const { director } = administrator(system, tenant);
  const formation = `fair-${randomUUID()}`;
  for (const size of sizes) {
    await director('mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id } }', {
      in: {
        name: `fair-${randomUUID()}`,
        labels: { scenarios: [formation] },
        webhooks: Array.from({ length: size }, () => ({ type: 'CONFIGURATION_CHANGED', url })),
      },
    });
  }
  // Not CONNECTED, so that its assignment is no news.
  const { result } = await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
    in: { name: `fair-${randomUUID()}` },
  });
  return {
    join: () =>
      director(
        'mutation ($id: ID!, $formation: String!) { assignFormation(objectID: $id, objectType: RUNTIME, formation: { name: $formation }) { id } }',
        { id: result.id, formation },
      ),
    poke: () =>
      director('mutation ($id: ID!, $url: Any!) { setRuntimeLabel(runtimeID: $id, key: "runtime_eventServiceUrl", value: $url) { key } }', {
        id: result.id,
        url: `https://${randomUUID()}.example`,
      }),
  };
}

/** Joins of the Runtime make the deliveries: nothing was sent to the host before. */
export async function sickCircle(system: LocalDescription, tenant: string, url: string) {
  const { join } = await circle(system, tenant, { url, sizes: Array.from({ length: applications }, () => webhooks) });
  return { poke: join, deliveries: applications * webhooks };
}

/** One Application with one webhook that answers at once. */
export async function healthyCircle(system: LocalDescription, tenant: string) {
  const { url, called, timeToCall, stop } = await answeringServer(204);
  const { join, poke } = await circle(system, tenant, { url, sizes: [1] });
  await join();
  await called(1);
  return {
    /** Milliseconds from a change to the call of the webhook. */
    latency: () => timeToCall(poke),
    stop,
  };
}
