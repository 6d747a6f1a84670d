import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { senderAuthentication } from '#functions/events-gateway/authentication.ts';
import { serveEvents } from '#functions/events-gateway/serve-events.ts';
import type { RuntimeBus, RuntimeView } from '#shared/application-events/send-events.ts';
import type { Clock } from '#shared/core/clock.ts';
import { isUuid } from '#shared/core/ids.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { noFirewall } from '#shared/lambda/firewall.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { logger } from '#shared/observability/logger.ts';
import { localBus } from '../bus/local-bus.ts';
import { lambdaContext } from '../functions/lambda-context.ts';
import type { LocalRoute } from '../template/local-system.ts';
import type { RuntimeStore } from './runtime-store.ts';

interface Options {
  readonly store: RuntimeStore;
  readonly publicUrl: string;
  readonly issuer: string;
  readonly clock: Clock;
}

/** The gateway is one function of the runner for all its Runtimes. */
const gatewayFunction = {
  name: 'events-gateway',
  arn: 'arn:local:events-gateway',
  entry: '',
  handler: '',
  timeoutSeconds: 29,
  environment: {},
};

const paths = ['/runtimes/{runtimeId}/{application}/events', '/runtimes/{runtimeId}/{application}/v1/events'];

/**
 * The events gateways of the Runtimes of the `process` driver: the deployed code over the files of each Runtime, on both ports of the runner. A client
 * certificate proves an Application on the one, an access token on the other.
 */
export function runtimeEvents({ store, publicUrl, issuer, clock }: Options) {
  const log = logger(gatewayFunction.name);
  const authentications = new Map<string, ReturnType<typeof senderAuthentication>>();

  const authenticationOf = (tenant: string) => {
    const known = authentications.get(tenant) ?? senderAuthentication({ tenant, controlPlaneUrl: publicUrl, issuer, clock });
    authentications.set(tenant, known);
    return known;
  };

  const serve = async (event: ApiEvent): Promise<ApiResult> => {
    const id = event.pathParameters?.runtimeId ?? '';
    const environment = isUuid(id) ? await store.find(id) : undefined;
    if (!environment) return { statusCode: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' };
    const { tenant } = environment;
    return serveEvents(event, {
      log,
      tenant,
      authenticate: authenticationOf(tenant),
      // As with the APIs, no rate is limited on one machine.
      admit: async () => undefined,
      view: viewIn(store.viewOf(id)),
      bus: busIn(store.eventsOf(id), clock),
    });
  };
  const handler = httpHandler({ log, firewall: noFirewall }, serve);

  return {
    routes: [true, false].flatMap((mutualTls) =>
      paths.map((path): LocalRoute => ({ method: 'POST', path, functionArn: gatewayFunction.arn, authorized: false, mutualTls })),
    ),
    /** Adds the gateway to the functions of the system. */
    beside: <F extends { invoke(nameOrArn: string, event: unknown): Promise<unknown> }>({ invoke }: F) => ({
      invoke: (nameOrArn: string, event: unknown): Promise<unknown> =>
        nameOrArn === gatewayFunction.arn ? handler(event as ApiEvent, lambdaContext(gatewayFunction)) : invoke(nameOrArn, event),
    }),
  };
}

const applications = z.object({ applications: z.array(z.object({ id: z.string(), name: z.string() })) });

/** The view that the Agent has applied; without one no Application is in it. */
function viewIn(file: string): RuntimeView {
  return {
    nameOf: async (applicationId) => {
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      return applications.parse(JSON.parse(text)).applications.find(({ id }) => id === applicationId)?.name;
    },
  };
}

/** A file with a line for each event, as EventBridge would deliver it. */
function busIn(eventsFile: string, clock: Clock): RuntimeBus {
  const put = localBus({ rules: [], queues: [], eventsFile, send: () => undefined, clock });
  return {
    put: async (events) => {
      await put(events.map(({ source, type, json }) => ({ Source: source, DetailType: type, Detail: json })));
      return undefined;
    },
  };
}
