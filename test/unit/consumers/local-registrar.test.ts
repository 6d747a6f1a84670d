import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type LocalClients, localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

let folder: string;
let registrar: LocalClients;
const order = { owner: { tenant: tenantId('acme'), kind: 'runtime', id: 'rt-1' }, authId: 'auth-1', scopes: ['runtime:read'] } as const;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'compass-clients-')), 'clients');
  registrar = localRegistrar(folder);
});
afterEach(() => rm(join(folder, '..'), { recursive: true }));

it('the local registrar knows a client by its secret, also after a restart, until it is deleted', async () => {
  const { clientId, clientSecret } = await registrar.create(order);
  expect(await localRegistrar(folder).authenticate(clientId, clientSecret)).toEqual(['runtime:read']);
  expect(await registrar.authenticate(clientId, `${clientSecret}0`)).toBeUndefined();
  expect(await registrar.authenticate(clientId, '')).toBeUndefined();
  await registrar.delete(clientId);
  await registrar.delete(clientId);
  expect(await registrar.authenticate(clientId, clientSecret)).toBeUndefined();
});

it('the local registrar keeps no secret, in a file that only its owner reads', async () => {
  const { clientId, clientSecret } = await registrar.create(order);
  const [name = ''] = await readdir(folder);
  expect(name).toBe(`${clientId}.json`);
  expect(await readFile(join(folder, name), 'utf8')).not.toContain(clientSecret);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
});

it.each(['', '..', '../clients/x', 'a/b', '\0', 'x'.repeat(5000)])('the local registrar takes %j for no client', async (clientId) => {
  expect(await registrar.authenticate(clientId, 'secret')).toBeUndefined();
  await registrar.delete(clientId);
});
