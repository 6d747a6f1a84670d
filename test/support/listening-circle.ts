import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator, type Data } from './clients.ts';
import { eventually } from './eventually.ts';
import { type ReceivedPost, startWebhookEndpoint, type WebhookEndpoint } from './webhook-endpoint.ts';

/** An Application with a webhook, and what was posted there. */
export interface Listener {
  readonly id: string;
  readonly webhookId: string;
  readonly endpoint: WebhookEndpoint;
  /** The posts since `forget`, in order; throws unless each is a CloudEvent signed for this webhook. */
  heard(): Heard[];
  forget(): void;
}

interface Heard {
  readonly post: ReceivedPost;
  readonly messageId: string;
  readonly event: Data;
  readonly reason: string;
}

export async function aListener(system: LocalDescription, formations: readonly string[], webhook: object = {}): Promise<Listener> {
  const endpoint = await startWebhookEndpoint();
  const { result } = await administrator(system).director(
    'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id webhooks { id signingSecret } } }',
    {
      in: {
        name: `listener-${randomUUID()}`,
        labels: formations.length > 0 ? { scenarios: formations } : {},
        webhooks: [{ type: 'CONFIGURATION_CHANGED', url: endpoint.url, ...webhook }],
      },
    },
  );
  const [{ id: webhookId, signingSecret }] = result.webhooks;
  const verifier = new Webhook(signingSecret);
  const known = new Map<ReceivedPost, Heard>();
  const heardIn = (post: ReceivedPost): Heard => {
    // Once only: after five minutes a signature is too old.
    const heard = known.get(post) ?? verified(post, verifier);
    known.set(post, heard);
    return heard;
  };
  let forgotten = 0;
  return {
    id: result.id,
    webhookId,
    endpoint,
    heard: () => endpoint.received.slice(forgotten).map(heardIn),
    forget: () => {
      forgotten = endpoint.received.length;
    },
  };
}

function verified(post: ReceivedPost, verifier: Webhook): Heard {
  const event = verifier.verify(post.body, post.headers as Record<string, string>) as Data;
  return { post, messageId: String(post.headers['webhook-id']), event, reason: event.data.reason };
}

/** A formation with a Runtime that has no Agent, and Applications that listen. */
export async function aCircle(system: LocalDescription, size = 1, webhook: object = {}) {
  const { director } = administrator(system);
  const formation = `circle-${randomUUID()}`;
  const runtimeId = await aRuntime(director, formation);
  // A second Runtime, whose changes are not news but tell that all before them was told.
  const bell = await aRuntime(director, formation);
  const listeners = await Promise.all(Array.from({ length: size }, () => aListener(system, [formation], webhook)));
  const tollsOf = (listener: Listener) =>
    listener.heard().filter(({ event, reason }) => event.data.runtimeId === bell && reason === 'RuntimeEventingUrlChanged');
  const ring = async (members: readonly Listener[]): Promise<void> => {
    const before = members.map((member) => tollsOf(member).length);
    await moveEvents(director, bell, `https://${randomUUID()}.example`);
    await eventually(() => {
      for (const [index, member] of members.entries()) expect(tollsOf(member).length).toBeGreaterThan(before[index] ?? 0);
    });
  };
  const newsOf = (listener: Listener) => listener.heard().filter(({ event }) => event.data.runtimeId !== bell);
  const reasonsOf = (members: readonly Listener[]) =>
    members.map((member) =>
      newsOf(member)
        .map(({ reason }) => reason)
        .sort(),
    );

  // Told of its own assignment, each is a member for good; what is left of the Runtimes' assignments comes before the second ring.
  await eventually(() => {
    for (const listener of listeners) expect(newsOf(listener).filter(({ event }) => event.data.runtimeId === undefined)).toHaveLength(1);
  });
  await ring(listeners);
  await ring(listeners);
  for (const listener of listeners) listener.forget();
  return {
    formation,
    runtimeId,
    listeners,
    first: listeners[0] as Listener,
    newsOf,
    moveEvents: (url: string) => moveEvents(director, runtimeId, url),
    /** Each member was told for these reasons, in any order, and for no other. */
    expectNews: async (expected: readonly (readonly string[])[], members: readonly Listener[] = listeners): Promise<void> => {
      await eventually(() => expect(reasonsOf(members)).toEqual(expected));
      await ring(members);
      expect(reasonsOf(members)).toEqual(expected);
    },
    stop: () => Promise.all(listeners.map(({ endpoint }) => endpoint.stop())),
  };
}

type Director = ReturnType<typeof administrator>['director'];

async function aRuntime(director: Director, formation: string): Promise<string> {
  const { result } = await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
    in: { name: `circle-${randomUUID()}`, labels: { scenarios: [formation] } },
  });
  return result.id;
}

const moveEvents = (director: Director, id: string, url: string) =>
  director('mutation ($id: ID!, $url: Any!) { setRuntimeLabel(runtimeID: $id, key: "runtime_eventServiceUrl", value: $url) { key } }', {
    id,
    url,
  });
