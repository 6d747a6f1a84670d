import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { administrator } from '#test/support/clients.ts';
import { pair } from '#test/support/pairing.ts';
import type { Send, WireRequest } from './messages.ts';

export type Tenant = Awaited<ReturnType<typeof filledTenant>>;

const openapi = JSON.stringify({
  openapi: '3.0.3',
  info: { title: 'orders', version: '1' },
  paths: { '/orders': { get: { responses: {} } } },
});

/** An Application as administrators register it: a bundle with an API. */
const anApplication = (labels: object) => ({
  name: `shop-${randomUUID()}`,
  providerName: 'compass',
  description: 'takes orders and keeps what customers bought',
  labels,
  bundles: [
    {
      name: 'orders',
      description: 'everything about orders',
      apiDefinitions: [
        {
          name: 'orders-v1',
          description: 'reads and changes orders',
          targetURL: 'https://shop.example/orders/v1',
          group: 'orders',
          version: { value: '1.0.0' },
          spec: { type: 'OPEN_API', format: 'JSON', data: openapi },
        },
      ],
    },
  ],
});

const registerMutation = 'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id name } }';

/** Milliseconds after which what polls read of an unchanged Application is kept for the next one. */
const viewMilliseconds = 36_000;

interface Size {
  readonly applications: number;
  /** Those of them that are in the formation of the Runtime. */
  readonly assigned: number;
}

/** Fills a tenant: Applications, and a paired Runtime that sees some of them. `send` makes requests that are not measured. */
export async function filledTenant(system: LocalDescription, send: Send, { applications, assigned }: Size) {
  const { director, headers } = administrator(system);
  const formation = `bench-${randomUUID()}`;
  await director('mutation ($name: String!) { createFormation(formation: { name: $name }) { id } }', { name: formation });
  const indexes = Array.from({ length: applications }, (_, index) => index);
  const ids = await mapConcurrently(indexes, 4, async (index) => {
    const labels = index < assigned ? { scenarios: [formation] } : {};
    return (await director(registerMutation, { in: anApplication(labels) })).result.id as string;
  });
  const runtime = await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
    in: { name: `cluster-${randomUUID()}`, labels: { scenarios: [formation] } },
  });
  const runtimeId: string = runtime.result.id;
  const token = await director('mutation ($id: ID!) { result: requestOneTimeTokenForRuntime(id: $id) { token } }', { id: runtimeId });
  const identity = await pair(system, token.result.token);
  await pause(viewMilliseconds);

  const graphql = (query: string, variables: object | undefined, request: Omit<WireRequest, 'function' | 'body'>): WireRequest => ({
    function: 'director',
    ...request,
    body: { query, variables },
  });
  const directorRoute = 'POST /director/graphql';
  let turn = 0;
  let changedAt = performance.now();
  const noteChange = (): void => {
    changedAt = performance.now();
  };
  const nextOf = (list: readonly string[]): string => list[turn++ % list.length] ?? '';
  const inFormation = ids.slice(0, assigned);
  return {
    runtimeId,
    send,
    applicationId: () => nextOf(ids),
    /** An Application that the Runtime does not see. */
    otherApplicationId: () => nextOf(ids.slice(assigned)),
    registration: () => [registerMutation, { in: anApplication({}) }] as const,
    asUser: (query: string, variables?: object) => graphql(query, variables, { route: directorRoute, headers }),
    asRuntime: (query: string, variables?: object) => graphql(query, variables, { route: directorRoute, identity }),
    atConnector: (token: string, query: string, variables?: object): WireRequest => ({
      function: 'connector',
      route: 'POST /connector/graphql',
      headers: { 'connector-token': token },
      body: { query, variables },
    }),
    configuration: (tag?: string): WireRequest => ({
      function: 'director',
      route: 'GET /runtimes/{id}/configuration',
      parameters: { id: runtimeId },
      headers: tag === undefined ? {} : { 'if-none-match': tag },
      identity,
    }),
    noteChange,
    /** Resolves when the last change is so old that the tag of the configuration stays, and that views can be stored. */
    settled: () => pause(Math.max(0, changedAt + viewMilliseconds - performance.now())),
    /** A change of an Application that the Runtime sees. */
    change: () => {
      noteChange();
      return graphql(
        'mutation ($id: ID!, $value: Any!) { setApplicationLabel(applicationID: $id, key: "step", value: $value) { key } }',
        { id: nextOf(inFormation), value: randomUUID() },
        { route: directorRoute, headers },
      );
    },
  };
}
