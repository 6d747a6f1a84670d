import { X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '#local/http-server.ts';
import { administrator, ok, post, postSecurely } from '#test/support/clients.ts';
import { clientCredentialsFor, requestToken, withToken } from '#test/support/oauth-client.ts';
import { pair } from '#test/support/pairing.ts';
import { type Runner, run, startRunner } from '#test/support/runner.ts';

let folder: string;
const running: Runner[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-runner-'));
});
afterEach(async () => {
  for (const runner of running.splice(0)) await runner.stop();
});
afterAll(() => rm(folder, { recursive: true }));

async function started(dataDir: string, args: readonly string[] = []): Promise<Runner> {
  const runner = await startRunner(dataDir, args);
  running.push(runner);
  return runner;
}

const registerApplication = (runner: Runner, name: string) =>
  administrator(runner.description).director(`mutation { result: registerApplication(in: {name: "${name}"}) { id } }`);
const readApplication = (runner: Runner, id: string) => administrator(runner.description).director(`{ application(id: "${id}") { name } }`);

describe('the running system', () => {
  it('describes itself in a file of its owner', async () => {
    const data = join(folder, 'describe');
    const { description } = await started(data);
    const { publicUrl, mtlsUrl } = description;
    expect(description).toEqual({
      pid: expect.any(Number),
      publicUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      directorUrl: `${publicUrl}/director/graphql`,
      connectorUrl: `${publicUrl}/connector/graphql`,
      provisionerUrl: `${publicUrl}/provisioner/graphql`,
      consoleUrl: `${publicUrl}/console/`,
      tokenUrl: `${publicUrl}/oauth/token`,
      oauthDirectorUrl: `${publicUrl}/oauth/director/graphql`,
      oauthProvisionerUrl: `${publicUrl}/oauth/provisioner/graphql`,
      mtlsUrl: expect.stringMatching(/^https:\/\/127\.0\.0\.1:\d+$/),
      mtlsDirectorUrl: `${mtlsUrl}/director/graphql`,
      mtlsConnectorUrl: `${mtlsUrl}/connector/graphql`,
      caCertificate: expect.stringContaining(data),
      issuer: expect.stringContaining(publicUrl),
      tenants: ['5577cf46-4f78-45fa-b55f-a42a3bdba868', '3e64ebae-38b5-46a0-b1ed-9ccee153a0ae'],
      adminTokens: Object.fromEntries(description.tenants.map((tenant) => [tenant, expect.stringMatching(/^ey/)])),
      events: expect.stringContaining(data),
    });
    expect((await stat(join(data, 'local.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
  });

  it('shows GraphiQL to browsers and mints no tokens over HTTP', async () => {
    const { description } = await started(join(folder, 'browse'));
    for (const url of [description.directorUrl, description.connectorUrl, description.provisionerUrl]) {
      const page = await fetch(url, { headers: { accept: 'text/html' } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('GraphiQL');
      expect(page.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    }
    expect((await fetch(`${description.issuer}/.well-known/openid-configuration`)).status).toBe(200);
    const mint = await fetch(`${description.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    expect(mint.status).toBe(400);
    expect(await mint.json()).toMatchObject({ error: 'invalid_request' });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops cleanly on %s', async (signal) => {
    const data = join(folder, signal);
    const runner = await startRunner(data);
    expect((await runner.stop(signal)).code).toBe(0);
    expect(existsSync(join(data, 'local.json'))).toBe(false);
    await expect(fetch(runner.description.publicUrl)).rejects.toThrow();
  });

  it('keeps state, certificates and tokens across a restart', async () => {
    const data = join(folder, 'restart');
    const first = await startRunner(data);
    const { result } = await registerApplication(first, 'kept');
    const admin = administrator(first.description);
    const { token } = await admin.director(`mutation { token: requestOneTimeTokenForApplication(id: "${result.id}") { token } }`);
    const identity = await pair(first.description, token.token);
    const client = await clientCredentialsFor(first.description, 'Application', result.id);
    const { token: accessToken } = await withToken(first.description, client);
    const ports = ['--port', new URL(first.description.publicUrl).port, '--mtls-port', new URL(first.description.mtlsUrl).port];
    await first.stop();

    const second = await started(data, ports);
    expect(await readApplication(second, result.id)).toEqual({ application: { name: 'kept' } });
    const viewer = ok(await postSecurely(second.description, second.description.mtlsDirectorUrl, identity, '{ viewer { id } }'));
    expect(viewer).toEqual({ viewer: { id: result.id } });
    for (const bearer of [accessToken, (await requestToken(client)).body.access_token]) {
      const called = await post(second.description.oauthDirectorUrl, '{ viewer { id } }', undefined, { authorization: `Bearer ${bearer}` });
      expect(ok(called)).toEqual(viewer);
    }
    const oldToken = await post(second.description.directorUrl, '{ viewer { id } }', undefined, admin.headers);
    expect(oldToken.errors).toEqual([]);
  });

  it('recovers from being killed', async () => {
    const data = join(folder, 'killed');
    const first = await startRunner(data);
    const { result } = await registerApplication(first, 'survivor');
    await first.kill();
    const second = await started(data);
    expect(await readApplication(second, result.id)).toEqual({ application: { name: 'survivor' } });
  });

  it('issues certificates with the validity of its settings', async () => {
    const { description } = await started(join(folder, 'validity'), ['--certificate-validity', '90s']);
    const admin = administrator(description);
    const { result } = await admin.director('mutation { result: registerApplication(in: {name: "short"}) { id } }');
    const { token } = await admin.director(`mutation { token: requestOneTimeTokenForApplication(id: "${result.id}") { token } }`);
    const certificate = new X509Certificate((await pair(description, token.token)).certificateChain);
    expect(certificate.validToDate.getTime() - Date.now()).toBeLessThanOrEqual(90_000);
    expect(certificate.validToDate.getTime() - Date.now()).toBeGreaterThan(60_000);
  });
});

describe('the system that cannot run says in one line', () => {
  const oneLine = (output: string) => output.trimEnd().split('\n');

  it('that its folder is in use', async () => {
    const data = join(folder, 'busy');
    await started(data);
    const { code, output } = await run('local/main.ts', ['--port', '0', '--mtls-port', '0', '--data-dir', data]);
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringContaining('is in use by a running system')]);
    expect(existsSync(join(data, 'local.json'))).toBe(true);
    const reset = await run('scripts/reset.ts', ['--data-dir', data]);
    expect([reset.code, ...oneLine(reset.output)]).toEqual([1, expect.stringContaining('is in use by a running system')]);
  });

  it.each(['--port', '--mtls-port'])('that the port of %s is in use', async (flag) => {
    const server = createServer();
    const port = await listen(server, 0);
    const others = flag === '--port' ? ['--mtls-port', '0'] : ['--port', '0'];
    const { code, output } = await run('local/main.ts', [flag, String(port), ...others, '--data-dir', join(folder, 'port')]);
    await close(server);
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([`Port ${port} is in use: stop the other program or choose another port with ${flag}.`]);
  });

  it('that its folder cannot be used', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, output } = await run('local/main.ts', ['--port', '0', '--mtls-port', '0', '--data-dir', join(file, 'below')]);
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringMatching(/^The data folder .+ cannot be used \(ENOTDIR\): .+ --data-dir\.$/)]);
  });

  it('that the DynamoDB engine does not answer', async () => {
    const { code, output } = await run('local/main.ts', ['--port', '0', '--mtls-port', '0', '--data-dir', join(folder, 'engine')], {
      COMPASS_DYNAMODB_ENDPOINT: 'http://127.0.0.1:1',
    });
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringContaining('The DynamoDB engine at http://127.0.0.1:1 does not answer')]);
  });

  it.each([
    ['--certificate-validity', '2 weeks'],
    ['--port', '70000'],
  ])('that %s %s cannot be', async (flag, value) => {
    const { code, output } = await run('local/main.ts', [flag, value]);
    expect(code).toBe(1);
    expect(oneLine(output)).toHaveLength(1);
    expect(output).toContain(value);
  });
});

describe('tokens on the command line', () => {
  it('are good for the running system and need none to be minted', async () => {
    const data = join(folder, 'tokens');
    const runner = await started(data);
    const [, tenant = ''] = runner.description.tenants;
    const minted = await run('scripts/token.ts', [
      '--data-dir',
      data,
      '--tenant',
      tenant,
      '--scopes',
      'application:read',
      '--expires-in',
      '5m',
    ]);
    const token = minted.output.trim();
    const claims = decodeJwt(token);
    expect(claims).toMatchObject({ scope: 'application:read', 'cognito:groups': [`tenant/${tenant}`], token_use: 'access' });
    expect((claims.exp ?? 0) - Date.now() / 1000).toBeLessThanOrEqual(300);
    const headers = { authorization: `Bearer ${token}`, tenant };
    expect(ok(await post(runner.description.directorUrl, '{ applications { totalCount } }', undefined, headers))).toEqual({
      applications: { totalCount: 0 },
    });
    const refused = await post(
      runner.description.directorUrl,
      'mutation { registerApplication(in: {name: "x"}) { id } }',
      undefined,
      headers,
    );
    expect(refused.errors[0]?.message).toContain('insufficient scopes provided');
  });

  it('are refused for a role, a scope and a tenant that do not exist, and say what there is', async () => {
    const data = join(folder, 'refused-tokens');
    const runner = await started(data);
    const order = (...given: string[]) => run('scripts/token.ts', ['--data-dir', data, ...given]);
    for (const [flag, value, hint] of [
      ['--role', 'admn', 'Did you mean admin?'],
      ['--scopes', 'application:read runtime:raed', 'Did you mean runtime:read?'],
      ['--tenant', 'acme', 'an operator adds others'],
    ] as const) {
      const { code, output } = await order(flag, value);
      expect([code, output.trimEnd().split('\n').length]).toEqual([1, 1]);
      expect(output).toContain(hint);
    }
    const [tenant = ''] = runner.description.tenants;
    const operator = { authorization: `Bearer ${(await order('--role', 'operator')).output.trim()}`, tenant };
    const written = 'mutation { writeTenants(in: [{ externalTenant: "acme", name: "Acme", type: "account", provider: "test" }]) }';
    ok(await post(runner.description.directorUrl, written, undefined, operator));
    expect((await order('--tenant', 'acme')).code).toBe(0);
  });

  it('cannot be minted where no system ever ran, and reset removes what is there', async () => {
    const data = join(folder, 'reset');
    const before = await run('scripts/token.ts', ['--data-dir', data]);
    expect([before.code, before.output.trimEnd().split('\n').length]).toEqual([1, 1]);
    await (await startRunner(data)).stop();
    expect((await run('scripts/token.ts', ['--data-dir', data])).code).toBe(0);
    expect((await run('scripts/reset.ts', ['--data-dir', data])).code).toBe(0);
    expect(existsSync(data)).toBe(false);
  });

  it('are never removed with a folder that is not ours', async () => {
    const foreign = join(folder, 'foreign');
    await writeFile(foreign, 'precious').catch(() => undefined);
    expect((await run('scripts/reset.ts', ['--data-dir', folder])).code).toBe(1);
    expect(await readFile(foreign, 'utf8')).toBe('precious');
  });
});
