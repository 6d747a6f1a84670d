import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refusals } from '#cli/client/advice.ts';
import { runCompass } from '#test/support/command-line.ts';

type Answer = { readonly status?: number; readonly body: unknown };

let server: Server;
let folder: string;
let answers: Record<string, Answer>;

const viewer = { body: { data: { viewer: { id: 'ann', type: 'USER' } } } };
const formations = { body: { data: { page: { data: [], pageInfo: { endCursor: '', hasNextPage: false }, totalCount: 2 } } } };
const there: Answer = { body: { data: { __typename: 'Query' } } };
const refusal = (error: string): Answer => ({ body: { data: null, errors: [{ message: `refused by ${error}`, extensions: { error } }] } });

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const asked = Buffer.concat(await request.toArray()).toString();
    const name = asked.includes('viewer') ? 'viewer' : asked.includes('formations') ? 'formations' : (request.url?.split('/')[1] ?? '');
    const { status = 200, body } = answers[name] ?? there;
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(join(tmpdir(), 'compass-doctor-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await runCompass(['login', '--url', url, '--tenant', 't1', '--with-token'], { folder, stdin: 'the-token' });
});
beforeEach(() => {
  answers = { viewer, formations };
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function doctor() {
  const { code, stdout, stderr } = await runCompass(['doctor', '--output', 'json'], { folder });
  return { code, stderr, findings: JSON.parse(stdout) as { check: string; ok: boolean; found: string; advice?: string }[] };
}

describe('compass doctor', () => {
  it('finds that all is well, and ends with code 0', async () => {
    const { code, findings } = await doctor();
    expect(code).toBe(0);
    expect(findings.map(({ ok, found }) => [ok, found])).toEqual([
      [true, 'as ann'],
      [true, '2 formations in t1'],
      [true, expect.stringContaining('/connector/graphql')],
      [true, expect.stringContaining('/provisioner/graphql')],
    ]);
  });

  it.each([
    [
      'a token that has expired',
      'viewer',
      { status: 401, body: '{"message":"Unauthorized"}' },
      3,
      /does not accept the token/,
      'Sign in again',
    ],
    ['a role that is missing', 'formations', refusal('InsufficientScopes'), 1, /InsufficientScopes/, 'for the role'],
    ['another tenant', 'formations', refusal('TenantNotFound'), 2, /TenantNotFound/, 'groups of the user'],
    ['an address of something else', 'viewer', { status: 404, body: '<html>' }, 1, /status 404/, 'compass profile show'],
    ['a tenant that sends too much', 'formations', refusal('TooManyRequests'), 5, /TooManyRequests/, 'in a moment'],
    ['a defect', 'viewer', refusal('InternalError'), 5, /InternalError/, 'errorID'],
    ['an issuer that does not answer', 'viewer', refusal('IdentityProviderUnavailable'), 5, /IdentityProvider/, 'issuer is down'],
    ['a Connector that is down', 'connector', { status: 503, body: 'Service Unavailable' }, 5, /status 503/, 'in a moment'],
    ['a Provisioner that is down', 'provisioner', { status: 502, body: '' }, 5, /status 502/, 'in a moment'],
  ])('finds %s: what is wrong, the code that commands end with, and what to do', async (_, name, answer, exitCode, found, advice) => {
    answers = { ...answers, [name]: answer };
    const { code, findings, stderr } = await doctor();
    expect(code).toBe(1);
    const wrong = findings.filter(({ ok }) => !ok);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]?.found).toMatch(found);
    expect(wrong[0]?.found).toContain(`(exit code ${exitCode})`);
    expect(wrong[0]?.advice).toContain(advice);
    expect(stderr).toContain('1 of 4 checks found something wrong');
    expect(JSON.stringify(findings)).not.toContain('the-token');
  });

  it('finds a control plane that does not answer at all', async () => {
    const environment = { COMPASS_CONFIG: join(folder, 'other.json') };
    await runCompass(['login', '--url', 'http://127.0.0.1:1', '--tenant', 't1', '--with-token'], { folder, environment, stdin: 'x' });
    const { code, stdout } = await runCompass(['doctor'], { folder, environment });
    expect(code).toBe(1);
    expect(stdout.match(/WRONG/g)).toHaveLength(4);
    expect(stdout).toContain('does not answer');
  });

  it('asks for a login where there is none', async () => {
    const environment = { COMPASS_CONFIG: join(folder, 'none.json') };
    expect(await runCompass(['doctor'], { folder, environment })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('compass login'),
    });
  });

  it.each(Object.entries(refusals))('explains %s', async (code, { meaning, advice }) => {
    const { stdout } = await runCompass(['doctor', code, '--output', 'json'], { folder });
    expect(JSON.parse(stdout)).toEqual({ code, meaning, advice });
  });

  it('suggests the code that was likely meant', async () => {
    expect(await runCompass(['doctor', 'NotFond'], { folder })).toMatchObject({ code: 2, stderr: expect.stringContaining('NotFound') });
  });
});
