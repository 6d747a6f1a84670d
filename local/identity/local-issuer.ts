import type { RequestListener } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import * as z from 'zod';
import type { LocalClients } from '#shared/consumers/registrars/local-registrar.ts';
import { answerJson } from '../http-server.ts';
import { readFileIfPresent, writePrivateJson } from '../private-file.ts';
import { type ClientToken, clientCredentialsGrant } from './client-credentials-grant.ts';
import { discoveryDocument } from './discovery-document.ts';
import { accountId, audience, clientTokenPath, discoveryPath, groupsClaim, groupsOf, issuerPath, keysPath } from './issuer-facts.ts';
import { userSignIn } from './sign-in/user-sign-in.ts';
import { newSigningKey, type SigningKey, signingKey } from './signing-key.ts';

const storedIssuer = z.object({ url: z.url(), key: z.record(z.string(), z.unknown()) });

interface TokenRequest {
  readonly tenant: string;
  /** One role, or several with commas between. */
  readonly role?: string;
  readonly scopes?: string;
  readonly expiresInSeconds: number;
}

export interface LocalIssuer {
  readonly url: string;
  keys(): JSONWebKeySet;
  mint(request: TokenRequest): Promise<string>;
  /** Serves discovery, keys, access tokens for registered clients, and the sign-in of users. */
  readonly listener: RequestListener;
}

/** The OIDC issuer of this machine, for development only. Its key outlives the process. */
export async function localIssuer(path: string, url: string, clients?: LocalClients): Promise<LocalIssuer> {
  const stored = await readFileIfPresent(path);
  const key = stored === undefined ? await newSigningKey() : await signingKey(storedIssuer.parse(JSON.parse(stored)).key);
  await writePrivateJson(path, { url, key: key.privateJwk });
  return issuerWith(url, key, clients);
}

/** The issuer of a data folder's last run; undefined if there was none. */
export async function storedLocalIssuer(path: string): Promise<LocalIssuer | undefined> {
  const stored = await readFileIfPresent(path);
  if (stored === undefined) return undefined;
  const { url, key } = storedIssuer.parse(JSON.parse(stored));
  return issuerWith(url, await signingKey(key));
}

function issuerWith(url: string, key: SigningKey, clients?: LocalClients): LocalIssuer {
  const grant = clients && clientCredentialsGrant(clients, audience, (order) => mintForClient(url, key, order));
  const users = userSignIn(url, key.privateJwk);
  const documents: Readonly<Record<string, object>> = { [discoveryPath]: discoveryDocument(url), [keysPath]: { keys: [key.publicJwk] } };
  return {
    url,
    keys: () => ({ keys: [key.publicJwk] }),
    mint: (request) => mint(url, key, request),
    listener: (request, response) => {
      const path = (request.url ?? '').slice(issuerPath.length);
      const document = request.method === 'GET' && Object.hasOwn(documents, path) ? documents[path] : undefined;
      if (document) answerJson(response, 200, document, { 'access-control-allow-origin': '*' });
      else if (grant && request.method === 'POST' && path === clientTokenPath) grant(request, response);
      else users(request, response);
    },
  };
}

const mint = (url: string, key: SigningKey, { tenant, role, scopes, expiresInSeconds }: TokenRequest): Promise<string> =>
  key.sign(
    {
      iss: url,
      sub: accountId,
      aud: audience,
      token_use: 'access',
      [groupsClaim]: groupsOf([tenant], role?.split(',') ?? []),
      ...(scopes ? { scope: scopes } : {}),
    },
    expiresInSeconds,
  );

/** Mints an access token for a client as Cognito does: without an audience. */
const mintForClient = (url: string, key: SigningKey, { clientId, scope, expiresInSeconds }: ClientToken): Promise<string> =>
  key.sign({ iss: url, sub: clientId, client_id: clientId, token_use: 'access', scope }, expiresInSeconds);
