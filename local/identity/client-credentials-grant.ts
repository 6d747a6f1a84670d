import type { IncomingMessage, RequestListener } from 'node:http';
import type { LocalClients } from '#shared/consumers/registrars/local-registrar.ts';
import { answerJson, readBody } from '../http-server.ts';

/** A granted access token of a client. */
export interface ClientToken {
  readonly clientId: string;
  readonly scope: string;
  readonly expiresInSeconds: number;
}

const maxBodyBytes = 8 * 1024;
const expiresInSeconds = 3600;

type Outcome = { readonly token: ClientToken } | { readonly status: number; readonly error: string };

const oauthError = (error: string, status = 400): Outcome => ({ status, error });

/** The client credentials grant of OAuth 2.0 (RFC 6749, 4.4) as Cognito answers it: the client is known by HTTP Basic or by the form. */
export function clientCredentialsGrant(
  clients: LocalClients,
  resourceServer: string,
  mint: (token: ClientToken) => Promise<string>,
): RequestListener {
  const answer = async (request: IncomingMessage) => {
    const body = await readBody(request, maxBodyBytes);
    const outcome = await grant(new URLSearchParams(body?.toString()), request.headers.authorization, clients, resourceServer);
    if ('error' in outcome) return { status: outcome.status, content: { error: outcome.error } };
    return { status: 200, content: { access_token: await mint(outcome.token), token_type: 'Bearer', expires_in: expiresInSeconds } };
  };
  return (request, response) => {
    answer(request).then(
      ({ status, content }) => answerJson(response, status, content, { 'cache-control': 'no-store' }),
      (error) => {
        console.error(error);
        answerJson(response, 500, { error: 'server_error' });
      },
    );
  };
}

async function grant(
  form: URLSearchParams,
  authorization: string | undefined,
  clients: LocalClients,
  resourceServer: string,
): Promise<Outcome> {
  const presented = credentialsOf(form, authorization);
  const grantedScopes = presented && (await clients.authenticate(presented.clientId, presented.clientSecret));
  if (!presented || !grantedScopes) return oauthError('invalid_client', 401);
  if (form.get('grant_type') !== 'client_credentials') return oauthError('unsupported_grant_type');
  const allowed = grantedScopes.map((scope) => `${resourceServer}/${scope}`);
  const requestedScopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
  if (!requestedScopes.every((scope) => allowed.includes(scope))) return oauthError('invalid_scope');
  return {
    token: { clientId: presented.clientId, scope: (requestedScopes.length > 0 ? requestedScopes : allowed).join(' '), expiresInSeconds },
  };
}

/** Reads the client's credentials; refuses two ways of authentication at once. */
function credentialsOf(form: URLSearchParams, authorization: string | undefined) {
  const [clientId, clientSecret] = [form.get('client_id'), form.get('client_secret')];
  if (authorization === undefined) return clientId && clientSecret ? { clientId, clientSecret } : undefined;
  const [, encoded = ''] = /^Basic ([\w+/=-]+)$/i.exec(authorization) ?? [];
  const [, user, password] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded, 'base64').toString()) ?? [];
  return user && password && !clientSecret ? { clientId: unescaped(user), clientSecret: unescaped(password) } : undefined;
}

/** Both halves of the header are form-encoded first (RFC 6749, 2.3.1). */
const unescaped = (text: string): string => new URLSearchParams(`text=${text}`).get('text') ?? '';
