import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { tenants } from '../local-description.ts';
import type { LocalRoute } from '../template/local-system.ts';
import { targetOf } from './api-gateway-event.ts';

/** Serves GraphiQL to browsers that open a GraphQL endpoint; the page loads nothing from other hosts. Passes other requests to `next`. */
export function graphiql(routes: readonly LocalRoute[], next: RequestListener): RequestListener {
  const endpoints = routes.filter(({ mutualTls, path }) => !mutualTls && path.endsWith('/graphql')).map(({ path }) => path);
  return (request, response) => {
    const { path } = targetOf(request);
    if (endpoints.includes(path) && wantsPage(request)) return sendPage(response, path);
    next(request, response);
  };
}

const wantsPage = ({ method, headers }: IncomingMessage): boolean => method === 'GET' && (headers.accept ?? '').includes('text/html');

/** The token is not in the page, because every process that reaches the port could read it there. */
const headers = JSON.stringify({ Authorization: `Bearer <npm run token -- --tenant ${tenants[0]}>`, Tenant: tenants[0] }, null, 2);

const sendPage = (response: ServerResponse, endpoint: string): void => {
  const page = renderGraphiQL({ endpoint, headers, title: `Compass ${endpoint}` });
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
};
