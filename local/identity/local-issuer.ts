import type { RequestListener } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { OAuth2Server } from 'oauth2-mock-server';
import * as z from 'zod';
import type { LocalClients } from '#shared/consumers/registrars/local-registrar.ts';
import { newId } from '#shared/core/ids.ts';
import { readFileIfPresent, writePrivateJson } from '../private-file.ts';
import { type ClientToken, clientCredentialsGrant } from './client-credentials-grant.ts';

export const audience = 'compass';
/** The issuer's path on the public port, so that its URL, and with it every token, stays valid across restarts. */
export const issuerPath = '/oidc';

const published = ['/.well-known/openid-configuration', '/.well-known/jwks.json'];
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
  /** Serves discovery, keys, and access tokens for registered clients. Other programs on this machine cannot get a token over HTTP. */
  readonly listener: RequestListener;
}

/** The OIDC issuer of this machine, for development only. Its key outlives the process. */
export async function localIssuer(path: string, url: string, clients?: LocalClients): Promise<LocalIssuer> {
  const stored = await readFileIfPresent(path);
  const issuer = await issuerWith(url, stored === undefined ? undefined : storedIssuer.parse(JSON.parse(stored)).key, clients);
  await writePrivateJson(path, { url, key: issuer.privateKey() });
  return issuer;
}

/** The issuer of a data folder's last run; undefined if there was none. */
export async function storedLocalIssuer(path: string): Promise<LocalIssuer | undefined> {
  const stored = await readFileIfPresent(path);
  if (stored === undefined) return undefined;
  const { url, key } = storedIssuer.parse(JSON.parse(stored));
  return issuerWith(url, key);
}

async function issuerWith(
  url: string,
  key: Record<string, unknown> | undefined,
  clients?: LocalClients,
): Promise<LocalIssuer & { privateKey(): object }> {
  const server = new OAuth2Server(undefined, undefined, { endpoints: { jwks: '/.well-known/jwks.json' } });
  server.issuer.url = url;
  await (key ? server.issuer.keys.add(key) : server.issuer.keys.generate('RS256'));
  const grant = clients && clientCredentialsGrant(clients, audience, (order) => mintForClient(server, order));
  return {
    url,
    keys: () => ({ keys: server.issuer.keys.toJSON() }) as JSONWebKeySet,
    privateKey: () => server.issuer.keys.toJSON(true)[0] ?? {},
    mint: (request) => mint(server, request),
    listener: (request, response) => {
      request.url = (request.url ?? '').slice(issuerPath.length);
      if (grant && request.method === 'POST' && request.url === '/token') grant(request, response);
      else if (request.method !== 'GET' || !published.includes(request.url)) response.writeHead(404).end();
      else server.service.requestHandler(request, response);
    },
  };
}

const mint = (server: OAuth2Server, { tenant, role, scopes, expiresInSeconds }: TokenRequest): Promise<string> =>
  server.issuer.buildToken({
    expiresIn: expiresInSeconds,
    scopesOrTransform: (_, payload) => {
      Object.assign(payload, {
        sub: 'local-administrator',
        aud: audience,
        jti: newId(),
        token_use: 'access',
        'cognito:groups': [`tenant/${tenant}`, ...(role?.split(',') ?? []).map((name) => `role/${name}`)],
        ...(scopes ? { scope: scopes } : {}),
      });
    },
  });

/** Mints an access token for a client as Cognito does: without an audience. */
const mintForClient = (server: OAuth2Server, { clientId, scope, expiresInSeconds }: ClientToken): Promise<string> =>
  server.issuer.buildToken({
    expiresIn: expiresInSeconds,
    scopesOrTransform: (_, payload) => {
      Object.assign(payload, { sub: clientId, client_id: clientId, token_use: 'access', jti: newId(), scope });
    },
  });
