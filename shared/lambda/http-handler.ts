import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { Context } from 'aws-lambda';
import { systemClock } from '../core/clock.ts';
import { type ApiEvent, type ApiResult, certificateFieldsOf } from './api-event.ts';
import { type Firewall, originHeader, type Passage } from './firewall.ts';

interface Edge {
  readonly log: Logger;
  readonly firewall: Firewall;
}

type Arrived = ApiEvent & { readonly arrival?: Passage | undefined };

/**
 * The edge of every function behind an HTTP API: one log line per request unless its answer is `unlogged`, security headers, no answer without a
 * status, and 403 for a request that came past the firewall.
 */
export const httpHandler = ({ log, firewall }: Edge, serve: (event: ApiEvent, context: Context) => Promise<ApiResult>) =>
  middy<Arrived, ApiResult>()
    .use(httpSecurityHeaders())
    .use(requestLog(log))
    .use(arrival(firewall))
    .handler(async (event, context) => (event.arrival?.passage === 'refused' ? forbidden : serve(event, context)));

const withoutLine = new WeakSet<object>();

/** Leaves an answer out of the log that is frequent and says nothing new; the access log of the gateway has it. */
export function unlogged<A extends ApiResult>(answer: A): A {
  withoutLine.add(answer);
  return answer;
}

/** The gateway's own words. */
const forbidden: ApiResult = { statusCode: 403, headers: { 'content-type': 'application/json' }, body: '{"message":"Forbidden"}' };

/** Notes how a request arrived where there is a firewall, and keeps its secret from whatever looks at the headers. */
const arrival = (firewall: Firewall): middy.MiddlewareObj<Arrived, ApiResult> => ({
  before: async (request) => {
    const passage = await firewall(request.event);
    if (passage === undefined) return;
    const headers = Object.fromEntries(Object.entries(request.event.headers).filter(([name]) => name.toLowerCase() !== originHeader));
    request.event = { ...request.event, headers, arrival: passage };
  },
});

function requestLog(log: Logger): middy.MiddlewareObj<Arrived, ApiResult> {
  return {
    // A rollout counts the errors of one version by it.
    before: ({ context }) => log.appendKeys({ functionVersion: context.functionVersion }),
    after: ({ event, response }) => {
      if (!response || !withoutLine.has(response)) log.info('request served', { ...fieldsOf(event), status: response?.statusCode });
    },
    onError: (request) => {
      log.error('request failed', { ...fieldsOf(request.event), error: request.error as Error });
      request.response = { statusCode: 500, headers: { 'content-type': 'application/json' }, body: '{"message":"Internal Server Error"}' };
    },
  };
}

function fieldsOf(event: Arrived) {
  const { requestId, http } = event.requestContext;
  return { requestId, method: http.method, path: http.path, ...certificateFieldsOf(event, systemClock()), ...event.arrival };
}
