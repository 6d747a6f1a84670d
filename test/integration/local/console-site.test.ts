import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, get, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ConsoleBuild, consoleBuild } from '#local/console/console-build.ts';
import { consoleSite } from '#local/console/console-site.ts';
import { digestOfSources, recordSources } from '#local/console/console-sources.ts';
import { close, listen } from '#local/http-server.ts';
import { consoleConfiguration } from '#shared/console/console-headers.ts';
import { eventually } from '#test/support/eventually.ts';

let folder: string;
let server: Server;
let origin: string;
let build: ConsoleBuild;
let builds: number;
/** Ends a build that was begun. */
let finish: PromiseWithResolvers<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-'));
  await mkdir(join(folder, 'sources/dist'), { recursive: true });
  await writeFile(join(folder, 'sources/main.tsx'), 'one');
  builds = 0;
  finish = Promise.withResolvers();
  finish.promise.catch(() => undefined);
  const sources = join(folder, 'sources');
  const dist = join(sources, 'dist');
  build = consoleBuild({
    sources,
    dist,
    workFolder: join(folder, 'cache/work'),
    build: async (into) => {
      builds++;
      const digest = await digestOfSources(sources);
      await finish.promise;
      await mkdir(join(into, 'assets'), { recursive: true });
      await mkdir(join(into, '.vite'));
      await writeFile(join(into, 'index.html'), `<p>build ${builds}</p>`);
      await writeFile(join(into, 'assets/main-a1b2.js'), 'main()');
      await writeFile(join(into, '.vite/manifest.json'), '{}');
      await recordSources(into, digest);
    },
  });
  server = createServer();
  origin = `http://127.0.0.1:${await listen(server, 0)}`;
  const configuration = consoleConfiguration(origin, { issuer: `${origin}/oidc`, clientId: 'compass-console', scopes: ['openid'] });
  server.on(
    'request',
    consoleSite({ publicUrl: origin, configuration, dist, build }, (_, response) => response.writeHead(418).end()),
  );
});
afterEach(async () => {
  finish.resolve();
  await build.stop();
  await close(server);
  await rm(folder, { recursive: true, force: true });
});

const at = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init });
const textAt = async (path: string) => (await at(path)).text();

/** Asks until the build is there. */
async function built(): Promise<void> {
  finish.resolve();
  await eventually(async () => expect((await at('/console/')).status).toBe(200));
}

describe('the console on one machine', () => {
  it('is built by the first request, which is answered that it comes again', async () => {
    expect(builds).toBe(0);
    const first = await at('/console/');
    expect(first.status).toBe(503);
    expect(first.headers.get('refresh')).toBe('2');
    expect(await first.text()).toContain('The console is being built');
    await at('/console/');
    await built();
    expect(builds).toBe(1);
    expect(await textAt('/console/')).toContain('build 1');
  });

  it('is built anew once its sources have changed', async () => {
    await built();
    await writeFile(join(folder, 'sources/main.tsx'), 'two');
    expect((await at('/console/')).status).toBe(503);
    await eventually(async () => expect(await textAt('/console/')).toContain('build 2'));
  });

  it('says what a build that failed has printed, and builds again after a change', async () => {
    finish.reject(new Error('main.tsx: <Unexpected> token'));
    await at('/console/');
    const failed = await eventually(async () => {
      const answer = await at('/console/');
      expect(answer.status).toBe(500);
      return answer;
    });
    expect(await failed.text()).toContain('main.tsx: &lt;Unexpected&gt; token');
    expect(builds).toBe(1);
    finish = Promise.withResolvers();
    await writeFile(join(folder, 'sources/main.tsx'), 'three');
    await built();
  });

  it('answers its page for every path of its own, and no page for a file that is missing', async () => {
    await built();
    expect(await textAt('/console/applications')).toContain('build 1');
    for (const path of ['assets/other.js', '.vite/manifest.json', '.sources.x', 'assets/..%2f..%2fmain.tsx', '..%2fmain.tsx'])
      expect(await at(`/console/${path}`)).toMatchObject({ status: 404 });
    expect(await textAt('/console/.sources')).not.toMatch(/^[0-9a-f]{64}$/);
  });

  it('is kept for good where names have a hash, and otherwise not at all', async () => {
    await built();
    const cached = async (path: string) => (await at(path)).headers.get('cache-control');
    expect(await cached('/console/assets/main-a1b2.js')).toBe('public, max-age=31536000, immutable');
    expect(await cached('/console/')).toBe('no-store');
    expect(await cached('/console/config.json')).toBe('no-store');
    expect((await at('/console/assets/main-a1b2.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/console/', '/console/assets/main-a1b2.js', '/console/config.json', '/console/assets/missing.js'])(
    'has strict headers at %s',
    async (path) => {
      await built();
      const { headers } = await at(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe-|\*|https?:/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('tells its configuration without a build', async () => {
    expect(await (await at('/console/config.json')).json()).toEqual({
      issuer: `${origin}/oidc`,
      clientId: 'compass-console',
      scopes: ['openid'],
      director: `${origin}/director/graphql`,
      connector: `${origin}/connector/graphql`,
      provisioner: `${origin}/provisioner/graphql`,
    });
    expect(builds).toBe(0);
  });

  it('leads to its address from others of this machine, and changes nothing', async () => {
    expect((await at('/console')).headers.get('location')).toBe(`${origin}/console/`);
    const location = await new Promise((resolve, reject) => {
      const { port } = new URL(origin);
      const options = { port, host: '127.0.0.1', path: '/console/', headers: { host: `localhost:${port}` } };
      get(options, (answer) => resolve(answer.resume().headers.location)).on('error', reject);
    });
    expect(location).toBe(`${origin}/console/`);
    expect((await at('/console/', { method: 'POST' })).status).toBe(405);
    expect((await at('/console/config.json', { method: 'HEAD' })).status).toBe(200);
    expect((await at('/consoles')).status).toBe(418);
  });
});
