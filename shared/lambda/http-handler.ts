import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { Context } from 'aws-lambda';
import { systemClock } from '../core/clock.ts';
import { type ApiEvent, type ApiResult, certificateFieldsOf } from './api-event.ts';

/** The edge of every function behind an HTTP API: one log line per request unless its answer is `unlogged`, security headers, and no answer without a status. */
export const httpHandler = (log: Logger, serve: (event: ApiEvent, context: Context) => Promise<ApiResult>) =>
  middy<ApiEvent, ApiResult>().use(httpSecurityHeaders()).use(requestLog(log)).handler(serve);

const withoutLine = new WeakSet<object>();

/** Leaves an answer out of the log that is frequent and says nothing new; the access log of the gateway has it. */
export function unlogged<A extends ApiResult>(answer: A): A {
  withoutLine.add(answer);
  return answer;
}

function requestLog(log: Logger): middy.MiddlewareObj<ApiEvent, ApiResult> {
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

function fieldsOf(event: ApiEvent) {
  const { requestId, http } = event.requestContext;
  return { requestId, method: http.method, path: http.path, ...certificateFieldsOf(event, systemClock()) };
}
