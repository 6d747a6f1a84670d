import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';

let server: Server;
let folder: string;
let answer: { status: number; body: string };
let asked: IncomingMessage[];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(answer.status, { location: '/elsewhere' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(join(tmpdir(), 'compass-cli-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await runCompass(['login', '--url', url, '--tenant', 't1', '--with-token'], { folder, stdin: 'the-token' });
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function outcomeOf(status: number, body: unknown, args = ['formation', 'list']) {
  asked = [];
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
  return await runCompass(args, { folder });
}

const refusal = (error: string) => ({ data: null, errors: [{ message: `refused by ${error}`, extensions: { error } }] });

describe('a command', () => {
  it('presents the token and the tenant', async () => {
    await outcomeOf(200, { data: { page: { data: [], pageInfo: { endCursor: '', hasNextPage: false }, totalCount: 0 } } });
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer the-token', tenant: 't1' });
    await outcomeOf(200, refusal('NotFound'), ['formation', 'list', '--tenant', 't2']);
    expect(asked[0]?.headers).toMatchObject({ tenant: 't2' });
  });

  it.each([
    ['Unauthorized', 3],
    ['InsufficientScopes', 1],
    ['TenantNotFound', 2],
    ['NotFound', 4],
    ['QuotaExceeded', 1],
    ['TooManyRequests', 5],
    ['InternalError', 5],
    ['SomethingNew', 1],
  ])('that is refused by %s ends with code %i and the words of the control plane', async (error, code) => {
    const outcome = await outcomeOf(200, refusal(error));
    expect(outcome).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(`refused by ${error}`) });
    expect(outcome.stderr).not.toContain('the-token');
  });

  it.each([
    [401, '{"message":"Unauthorized"}', 3],
    [403, '{"message":"Forbidden"}', 1],
    [404, '<html>', 1],
    [429, '{"message":"Too Many Requests"}', 5],
    [503, 'Service Unavailable', 5],
    [302, '', 5],
  ])('answered with status %i and "%s" ends with code %i', async (status, body, code) => {
    expect(await outcomeOf(status, body)).toMatchObject({ code, stdout: '' });
  });

  it('whose control plane does not answer ends with code 5, and names the address', async () => {
    const other = join(folder, 'other.json');
    const environment = { COMPASS_CONFIG: other };
    await runCompass(['login', '--url', 'http://127.0.0.1:1', '--tenant', 't1', '--with-token'], { folder, environment, stdin: 'x' });
    expect(await runCompass(['app', 'list'], { folder, environment })).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/http:\/\/127\.0\.0\.1:1\/director\/graphql does not answer/),
    });
  });

  it('that is interrupted ends with code 130 and without a word', async () => {
    const interrupted = AbortSignal.abort();
    expect(await runCompass(['app', 'list'], { folder, signal: interrupted })).toEqual({ code: 130, stdout: '', stderr: '' });
  });
});
