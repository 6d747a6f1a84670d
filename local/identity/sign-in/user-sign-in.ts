import type { RequestListener } from 'node:http';
import type { JWK } from 'jose';
import { answerJson } from '../../http-server.ts';

/**
 * Signs users in at the issuer. What does it is loaded by the first request, since most runs of the system have none. Requests that name another host are
 * refused: the page of a stranger whose name leads to this machine would sign itself in otherwise.
 */
export function userSignIn(issuer: string, key: JWK): RequestListener {
  const { host } = new URL(issuer);
  let loaded: Promise<RequestListener> | undefined;
  return (request, response) => {
    if (request.headers.host !== host) {
      answerJson(response, 421, { error: 'invalid_request', error_description: `This is ${issuer}, not ${request.headers.host}.` });
      return;
    }
    loaded ??= import('./sign-in-listener.ts').then(({ signInListener }) => signInListener(issuer, key));
    loaded.then(
      (listener) => listener(request, response),
      (error: unknown) => {
        console.error(error);
        answerJson(response, 500, { error: 'server_error' });
      },
    );
  };
}
