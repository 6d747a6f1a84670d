import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { answerJson } from '../../http-server.ts';
import { pageHeaders } from '../../page.ts';
import { issuerPath } from '../issuer-facts.ts';
import { signInPath, signInProvider } from './provider.ts';
import { answerSignIn, showSignIn } from './sign-in-page.ts';

/** Serves the pages and endpoints by which users sign in. */
export function signInListener(issuer: string, key: JWK): RequestListener {
  const provider = signInProvider(issuer, key);
  const callback = provider.callback();
  const ownPage = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET') await showSignIn(provider, request, response);
    else if (request.method === 'POST') await answerSignIn(provider, new URL(issuer).origin, request, response);
    else response.writeHead(405, { allow: 'GET, POST' }).end();
  };
  return (request, response) => {
    for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
    if (request.url?.startsWith(`${signInPath}/`)) {
      ownPage(request, response).catch((error: unknown) => {
        console.error(error);
        if (!response.headersSent) answerJson(response, 500, { error: 'server_error' });
      });
      return;
    }
    // The library finds the path it is served below in these two.
    Object.assign(request, { originalUrl: request.url, baseUrl: issuerPath });
    request.url = request.url?.slice(issuerPath.length);
    callback(request, response);
  };
}
