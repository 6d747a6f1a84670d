import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';
import { node20 } from '#test/support/node-20.ts';

const system = inject('system');
const { director } = administrator(system);
const run = promisify(execFile);
let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'application-client-'));
  await run('npm', ['pack', '--pack-destination', folder], { cwd: 'packages/application-client' });
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
  const installed = join(folder, 'installed');
  await mkdir(installed);
  // Offline: the package needs no other.
  await run('npm', ['install', '--offline', '--prefix', installed, join(folder, tarball)], { cwd: installed });
  root = join(installed, 'node_modules/compass-application-client');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The blocks of JavaScript on the package's page, put together as one program, with what the page leaves to its reader. */
async function programOfReadme(): Promise<string> {
  const page = await readFile(join(root, 'README.md'), 'utf8');
  const blocks = [...page.matchAll(/^```js\n(.*?)^```$/gms)].map(([, block = '']) => block);
  expect(blocks).toHaveLength(4);
  const [paired = '', called = '', published = '', verified = ''] = blocks;
  return [
    paired,
    called,
    published,
    "import { createHmac } from 'node:crypto';",
    "const { signingSecret } = await subscribe(director, id, 'https://shop.example.com/webhooks');",
    'const body = Buffer.from(\'{"hello":true}\');',
    'const timestamp = String(Math.floor(Date.now() / 1000));',
    "const secret = Buffer.from(signingSecret.slice(6), 'base64');",
    "const hmac = createHmac('sha256', secret).update(['a', timestamp, body].join('.')).digest('base64');",
    "const request = { headers: { 'webhook-id': 'a', 'webhook-timestamp': timestamp, 'webhook-signature': 'v1,' + hmac } };",
    verified,
    'console.log(JSON.stringify({ id, event }));',
    'pairing.stop();',
  ].join('\n');
}

describe('the package of the Application client', () => {
  it('brings everything that runs, types, licenses, and nothing of the sources', async () => {
    const files = (await readdir(root, { recursive: true })).filter((name) => !name.endsWith('.d.ts'));
    expect(files.sort()).toEqual(['README.md', 'dist', 'dist/LICENSE', 'dist/THIRD-PARTY-LICENSES.txt', 'dist/index.js', 'package.json']);
  });

  it('has types that a strict program compiles against without other packages', async () => {
    const program = [
      "import { directorOf, webhookVerifier, type Pairing } from 'compass-application-client';",
      'declare const pairing: Pairing;',
      "export const verify: (message: { headers: Record<string, string>; body: string }) => unknown = webhookVerifier('whsec_AA==');",
      'const director = directorOf(() => pairing);',
      'export const length: Promise<number> = director("{ viewer { id } }", {}, { parse: (value) => JSON.stringify(value).length });',
      '// @ts-expect-error The verifier needs a key.',
      'webhookVerifier();',
    ];
    await writeFile(join(folder, 'installed/program.mts'), program.join('\n'));
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '', 'program.mts'];
    const { stdout } = await run(process.execPath, [join(process.cwd(), 'node_modules/typescript/bin/tsc'), ...options], {
      cwd: join(folder, 'installed'),
    }).catch(({ stdout }) => ({ stdout }));
    expect(stdout).toBe('');
  });

  it('pairs, publishes, subscribes and verifies as its page says, on Node 20 and on this Node', async () => {
    await writeFile(join(folder, 'installed/program.mjs'), await programOfReadme());
    const { result } = await director('mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }', {
      in: { name: `packed-${randomUUID()}` },
    });
    const { token } = await director(`mutation { token: requestOneTimeTokenForApplication(id: "${result.id}") { rawEncoded } }`);
    const env = { CA_FILE: system.caCertificate, RAW_TOKEN: token.rawEncoded };
    for (const node of [await node20(folder), process.execPath]) {
      const { stdout } = await run(node, ['program.mjs'], { cwd: join(folder, 'installed'), env });
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual({ id: result.id, event: { hello: true } });
    }
    const { application } = await director(
      `{ application(id: "${result.id}") { bundles { totalCount data { apiDefinitions { totalCount } eventDefinitions { totalCount } } } } }`,
    );
    expect(application.bundles).toEqual({
      totalCount: 1,
      data: [{ apiDefinitions: { totalCount: 1 }, eventDefinitions: { totalCount: 1 } }],
    });
  });
});
