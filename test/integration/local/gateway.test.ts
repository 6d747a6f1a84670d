import { mkdtemp, rm, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trustedAuthorities } from '#local/authority/local-authorities.ts';
import { createAuthority } from '#local/authority/local-authority.ts';
import type { FunctionHost } from '#local/functions/function-host.ts';
import { gateway } from '#local/gateway/gateway.ts';
import { mutualTlsServer, publicServer } from '#local/gateway/gateway-servers.ts';
import { close, listen } from '#local/http-server.ts';
import type { LocalRoute } from '#local/template/local-system.ts';
import { aClientOf, type ClientIdentity } from '#test/support/client-identities.ts';

const route = (path: string, settings: Partial<LocalRoute> = {}): LocalRoute => ({
  method: 'POST',
  path,
  functionArn: path,
  authorized: false,
  mutualTls: false,
  ...settings,
});
const routes = [route('/open'), route('/guarded', { authorized: true }), route('/broken'), route('/secure', { mutualTls: true })];

const functions: FunctionHost = {
  invoke: async (name, event) => {
    if (name === '/broken') throw new Error('a defect');
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };
  },
  warmUp: async () => undefined,
  drained: async () => undefined,
};

let folder: string;
let openPort: number;
let securePort: number;
let caPem: string;
let own: ClientIdentity;
let foreign: ClientIdentity;
let expired: ClientIdentity;
const servers: Server[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-gateway-'));
  const path = join(folder, 'authority.pem');
  const authorities = await trustedAuthorities(path, new Date());
  caPem = authorities.certificatesPem;
  own = await aClientOf(path, 'O=Compass,OU=Control Plane,CN=auth-1');
  expired = await aClientOf(path, 'CN=auth-2,O=Compass', { notAfter: new Date(Date.now() - 1000) });
  const other = join(folder, 'other.pem');
  await createAuthority(other, 1, new Date());
  foreign = await aClientOf(other, 'CN=auth-1,O=Compass');

  const common = {
    routes,
    functions,
    authorize: async (header?: string) => (header === 'Bearer good' ? { sub: 'me' } : undefined),
    domainName: 'api.local',
  };
  const open = publicServer();
  open.serve(gateway({ ...common, mutualTls: false }));
  openPort = await listen(open.server, 0);
  const secure = await mutualTlsServer(authorities, new Date());
  secure.serve(gateway({ ...common, mutualTls: true }));
  securePort = await listen(secure.server, 0);
  servers.push(open.server, secure.server);
});

afterAll(async () => {
  await Promise.all(servers.map(close));
  await rm(folder, { recursive: true });
});

const call = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${openPort}${path}`, { method: 'POST', body: '{}', ...init });

function callSecurely(
  identity: ClientIdentity | undefined,
  options: { path?: string; maxVersion?: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3'; minVersion?: 'TLSv1.1'; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const request = httpsRequest(
      {
        host: '127.0.0.1',
        port: securePort,
        path: options.path ?? '/secure',
        method: 'POST',
        ca: caPem,
        agent: false,
        ...identity,
        ...options,
      },
      (response) => {
        let body = '';
        response.on('data', (chunk) => {
          body += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
      },
    );
    request.on('error', reject);
    request.end('{}');
  });
}

describe('the public API', () => {
  it('answers unknown routes, methods and the routes of the other API like API Gateway', async () => {
    for (const answer of [await call('/nothing'), await call('/secure'), await call('/open', { method: 'PUT' })]) {
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({ message: 'Not Found' });
    }
  });

  it('refuses a request without a good token at an authorizer, and hands the claims of a good one on', async () => {
    for (const headers of [{}, { authorization: 'Bearer bad' }]) {
      const refused = await call('/guarded', { headers });
      expect(refused.status).toBe(401);
      expect(await refused.json()).toEqual({ message: 'Unauthorized' });
    }
    const event = (await (await call('/guarded', { headers: { authorization: 'Bearer good' } })).json()) as { requestContext: object };
    expect(event.requestContext).toMatchObject({ authorizer: { jwt: { claims: { sub: 'me' } } } });
  });

  it('takes no identity from headers', async () => {
    const event = (await (
      await call('/open', { headers: { 'Client-Id-From-Certificate': 'forged', 'x-amzn-mtls-clientcert': 'forged' } })
    ).json()) as {
      requestContext: { authentication?: unknown; authorizer?: unknown };
    };
    expect(event.requestContext.authentication).toBeUndefined();
    expect(event.requestContext.authorizer).toBeUndefined();
  });

  it('refuses more than 10 MB', async () => {
    const answer = await new Promise<number>((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port: openPort, path: '/open', method: 'POST' }, (response) =>
        resolve(response.statusCode ?? 0),
      );
      request.on('error', reject);
      request.end(Buffer.alloc(10 * 1024 * 1024 + 1, 'x'));
    });
    expect(answer).toBe(413);
  });

  it('hides a defect of a function', async () => {
    const answer = await call('/broken');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ message: 'Internal Server Error' });
  });
});

describe('the API with client certificates', () => {
  it.each(['TLSv1.2', 'TLSv1.3'] as const)('hands a certificate of its authority to the function over %s', async (maxVersion) => {
    const { status, body } = await callSecurely(own, { maxVersion });
    expect(status).toBe(200);
    const { clientCert } = JSON.parse(body).requestContext.authentication;
    expect(clientCert).toMatchObject({
      subjectDN: 'CN=auth-1,OU=Control Plane,O=Compass',
      issuerDN: expect.stringContaining('CN=Compass on this machine'),
    });
    expect(clientCert.clientCertPem).toContain('BEGIN CERTIFICATE');
    expect(Date.parse(clientCert.validity.notAfter)).toBeGreaterThan(Date.now());
  });

  it('opens no connection without a certificate, with a foreign one or with an expired one', async () => {
    for (const identity of [undefined, foreign, expired]) await expect(callSecurely(identity)).rejects.toThrow();
  });

  it('opens no connection older than TLS 1.2', async () => {
    await expect(callSecurely(own, { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1' })).rejects.toThrow();
  });

  it('lets the certificate speak, whatever headers say', async () => {
    const { body } = await callSecurely(own, { headers: { 'client-id-from-certificate': 'auth-9' } });
    expect(JSON.parse(body).requestContext.authentication.clientCert.subjectDN).toContain('CN=auth-1');
  });

  it('has no routes of the public API', async () => {
    expect((await callSecurely(own, { path: '/open' })).status).toBe(404);
  });
});

describe('the certificate authority of this machine', () => {
  it('stays the same across restarts, readable by its owner only', async () => {
    const path = join(folder, 'authority.pem');
    expect((await trustedAuthorities(path, new Date())).certificatesPem).toBe(caPem);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
