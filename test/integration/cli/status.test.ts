import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';

let server: Server;
let folder: string;
let asked: { query: string; variables: { filter?: { suspected?: boolean } | null; after?: string } }[];
let certificates: object[];

const page = (data: readonly object[], endCursor = '') => ({
  data: { page: { data, pageInfo: { endCursor, hasNextPage: endCursor !== '' }, totalCount: data.length } },
});
const runtime = {
  id: 'r1',
  name: 'desk',
  status: { condition: 'CONNECTED', timestamp: '2026-01-01T00:00:00.000Z' },
  labels: null,
  auths: [{ id: 'a1', lastSeenAt: '2026-01-02T00:00:00.000Z' }],
};
const certificate = (name: string, notAfter: string, suspicions: readonly object[] = []) => ({
  fingerprint: `of ${name}`,
  serialNumber: '0a',
  notAfter,
  ownerName: name,
  systemAuth: { id: `auth of ${name}`, type: 'RUNTIME', referenceObjectId: `id of ${name}`, cloneSuspicions: suspicions },
});

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = JSON.parse(Buffer.concat(await request.toArray()).toString());
    asked.push(body);
    response.end(JSON.stringify(answerTo(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(join(tmpdir(), 'compass-status-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await runCompass(['login', '--url', url, '--tenant', 't1', '--with-token'], { folder, stdin: 'x' });
});
beforeEach(() => {
  asked = [];
  certificates = [certificate('desk', '2026-01-08T12:00:00.000Z'), certificate('lab', '2026-03-01T00:00:00.000Z')];
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

function answerTo({ query, variables }: (typeof asked)[number]): object {
  if (query.includes('runtimes(')) return page([runtime]);
  if (!query.includes('certificates(')) return page([]);
  if (variables.filter?.suspected)
    return page([certificate('lab', '2026-03-01T00:00:00.000Z', [{ fingerprint: 'copied', reason: 'SUCCESSOR_IN_USE' }])]);
  // A page of a filtered list may be empty although others follow.
  return variables.after === undefined ? page([], 'c1') : page(certificates);
}

const status = (...args: string[]) => runCompass(['status', ...args], { folder, now: () => new Date('2026-01-01T00:00:00.000Z') });

describe('compass status', () => {
  it('shows members, the certificates that end first with the days that are left, and keys that may have been copied', async () => {
    const { code, stdout, stderr } = await status();
    expect(code).toBe(0);
    expect(stdout).toMatch(/Runtime +desk +CONNECTED +2026-01-01T00:00:00.000Z +2026-01-02T00:00:00.000Z +1/);
    expect(stdout).toMatch(/2026-01-08T12:00:00.000Z +7 +Runtime +desk +0a/);
    expect(stdout).toMatch(/Runtime +lab +SUCCESSOR_IN_USE +auth of lab +copied/);
    expect(stderr).toContain('Certificates, the first to end first');
    expect(stderr).toContain('may have been copied');
  });

  it('gives programs all of it in one value', async () => {
    expect(JSON.parse((await status('--output', 'json')).stdout)).toEqual({
      members: [expect.objectContaining({ kind: 'Runtime', id: 'r1', status: 'CONNECTED' })],
      certificates: [
        expect.objectContaining({ name: 'desk', ownerId: 'id of desk', daysLeft: 7, fingerprint: 'of desk' }),
        expect.objectContaining({ name: 'lab', daysLeft: 59 }),
      ],
      suspicions: [expect.objectContaining({ name: 'lab', credential: 'auth of lab', reason: 'SUCCESSOR_IN_USE', fingerprint: 'copied' })],
    });
  });

  it('shows 20 certificates, or as many as are asked for', async () => {
    certificates = Array.from({ length: 30 }, (_, at) => certificate(`c${at}`, '2026-02-01T00:00:00.000Z'));
    expect(JSON.parse((await status('--output', 'json')).stdout).certificates).toHaveLength(20);
    expect(JSON.parse((await status('--output', 'json', '--certificates', '3')).stdout).certificates).toHaveLength(3);
  });

  it('counts no days for a certificate that has ended', async () => {
    certificates = [certificate('old', '2025-12-01T00:00:00.000Z')];
    expect((await status()).stdout).toMatch(/2025-12-01T00:00:00.000Z +0 +Runtime +old/);
  });
});
