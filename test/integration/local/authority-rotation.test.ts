import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rotateAuthority, trustedAuthorities } from '#local/authority/local-authorities.ts';
import { mutualTlsServer } from '#local/gateway/gateway-servers.ts';
import { localAuthority } from '#shared/certificates/authorities/local-authority.ts';
import { checkCsr } from '#shared/certificates/csr.ts';
import { issuersOf } from '#shared/certificates/trust-anchors.ts';
import { days, later, minutes, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { listUrl } from '#test/support/client-certificates.ts';
import { aCsr, csrPolicy, freshKeys, privateKeyPem, subjectOf } from '#test/support/csr-builder.ts';

const start = new Date();
let folder: string;
let first: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-rotation-'));
  first = join(folder, 'authority.pem');
});
afterAll(() => rm(folder, { recursive: true }));

interface Client {
  readonly key: string;
  readonly cert: string;
}

/** A client with a certificate of the authority in this file. */
async function aClient(file: string, notAfter = later(start, days(90))): Promise<Client> {
  const [authId, keys] = [randomUUID(), await freshKeys('P-256')];
  const csr = await checkCsr((await aCsr({ name: subjectOf(authId), keys })).encoded, authId, csrPolicy);
  const owner = { tenant: tenantId('acme'), kind: 'application', id: randomUUID() } as const;
  const order = { csr, owner, notBefore: later(start, -minutes(5)), notAfter };
  return { key: await privateKeyPem(keys), cert: (await localAuthority(file, listUrl).issue(order)).pem };
}

/** Starts the server with what it trusts at that time, and answers what becomes of each client that trusts `ca`. */
async function answersTo(clients: readonly Client[], now: Date, ca: string): Promise<string[]> {
  const { server } = await mutualTlsServer(await trustedAuthorities(first, now), start);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await Promise.all(clients.map((client) => answerTo(client, port, ca)));
  } finally {
    server.close();
  }
}

const answerTo = ({ key, cert }: Client, port: number, ca: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, key, cert, ca });
    socket.on('secureConnect', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'));
    socket.on('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    socket.on('close', () => resolve('closed'));
  });

const letIn = 'HTTP/1.1 503 Service Unavailable';

describe('the certificate authority of this machine', () => {
  it('is followed by another that issues from the next start on, while both are trusted, also by programs that know the first only', async () => {
    const before = await trustedAuthorities(first, start);
    const old = await aClient(before.issuing.file);
    const file = await rotateAuthority(first, () => start);
    const during = await trustedAuthorities(first, later(start, days(1)));
    expect(during.files).toEqual([file, first]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const next = await aClient(during.issuing.file);
    expect(await answersTo([old, next], start, before.certificatesPem)).toEqual([letIn, letIn]);
    expect(await answersTo([old, next], start, during.certificatesPem)).toEqual([letIn, letIn]);
    const anchors = during.files.map(
      async (path) => new X509Certificate((await readFile(path, 'utf8')).replace(/^[\s\S]+?-----BEGIN CERT/, '-----BEGIN CERT')),
    );
    const [newest, oldest] = await Promise.all(anchors);
    if (!newest || !oldest) return expect.fail('two authorities are trusted');
    expect(newest.subject).not.toBe(oldest.subject);
    expect(issuersOf(new X509Certificate(next.cert), [oldest, newest])).toEqual([newest]);
  });

  it('is dropped once everything that it issued has ended', async () => {
    const [old, next] = [await aClient(first, later(start, days(400))), await aClient(join(folder, 'authority-2.pem'))];
    const late = later(start, days(90) + seconds(1));
    const after = await trustedAuthorities(first, late);
    expect(after.files).toEqual([join(folder, 'authority-2.pem')]);
    expect(await trustedAuthorities(first, late, days(91) / 1000)).toMatchObject({ oldest: { file: first } });
    const [refused, accepted] = await answersTo([old, next], late, after.certificatesPem);
    expect(accepted).toBe(letIn);
    expect(refused).toMatch(/^(ERR_SSL|ECONNRESET|closed)/);
  });
});
