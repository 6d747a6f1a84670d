import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { isOfSameUser } from '../identity/sign-in/peer.ts';
import { tenants } from '../local-description.ts';
import type { LocalRoute } from '../template/local-system.ts';
import { targetOf } from './api-gateway-event.ts';
import { exampleTabs } from './example-tabs.ts';

/** Mints a token of an administrator of a tenant. */
type Mint = (tenant: string) => Promise<string>;

/** Serves GraphiQL to browsers that open a GraphQL endpoint; the page loads nothing from other hosts. Passes other requests to `next`. */
export function graphiql(routes: readonly LocalRoute[], mint: Mint, next: RequestListener): RequestListener {
  const endpoints = routes.filter(({ mutualTls, path }) => !mutualTls && path.endsWith('/graphql')).map(({ path }) => path);
  return (request, response) => {
    const { path } = targetOf(request);
    if (!endpoints.includes(path) || !wantsPage(request)) return next(request, response);
    sendPage(request, response, path, mint).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500).end();
    });
  };
}

const wantsPage = ({ method, headers }: IncomingMessage): boolean => method === 'GET' && (headers.accept ?? '').includes('text/html');

const [tenant = ''] = tenants;

/** The headers to fill in, for a browser that is given no token. */
const placeholder = JSON.stringify({ Authorization: `Bearer <npm run token -- --tenant ${tenant}>`, Tenant: tenant }, null, 2);

/** The token is sent with each request and not kept by the browser, so that a page that is loaded again has a good one. */
async function sendPage(request: IncomingMessage, response: ServerResponse, endpoint: string, mint: Mint): Promise<void> {
  const isKnown = isOwnAddress(request.headers.host) && (await isOfSameUser(request.socket));
  const signedIn = isKnown ? { additionalHeaders: { authorization: `Bearer ${await mint(tenant)}`, tenant } } : { headers: placeholder };
  const page = renderGraphiQL({ endpoint, title: `Compass ${endpoint}`, defaultTabs: exampleTabs[endpoint], ...signedIn });
  // No other page may show this one in a frame, or read it.
  const safe = {
    'content-security-policy': "frame-ancestors 'none'",
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  };
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...safe }).end(page);
}

/** Returns true if the browser called this machine by its own name: a page of a foreign name that leads here (DNS rebinding) gets no token. */
const isOwnAddress = (host = ''): boolean => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
