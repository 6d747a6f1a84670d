import { X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administrator, type Data } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';
import { type Runner, run, startRunner } from '#test/support/runner.ts';

let folder: string;
let runner: Runner;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-agent-life-'));
  runner = await startRunner(join(folder, 'data'), ['--certificate-validity', '8s']);
});
afterAll(async () => {
  await runner.stop();
  await rm(folder, { recursive: true, force: true });
});

const director = (query: string, variables: object = {}): Promise<Data> => administrator(runner.description).director(query, variables);
const register = (what: 'Application' | 'Runtime', name: string) =>
  director(`mutation ($in: ${what}RegisterInput!) { result: register${what}(in: $in) { id } }`, {
    in: { name, labels: { scenarios: [name] } },
  });
const authsOf = async (id: string): Promise<string[]> => {
  const { runtime } = await director('query ($id: ID!) { runtime(id: $id) { auths { id } } }', { id });
  return runtime.auths.map((auth: { id: string }) => auth.id);
};
const expired = (identity: () => Promise<string>) =>
  eventually(async () => expect(new X509Certificate(await identity()).validToDate.getTime()).toBeLessThan(Date.now()));

/** Runs one cycle of an Agent with these environment variables. */
const once = (stateFolder: string, runtimeId: string, environment: object = {}) =>
  run('agent/main.ts', ['--once', '--state-dir', stateFolder], {
    CONNECTOR_URL: runner.description.connectorUrl,
    RUNTIME_ID: runtimeId,
    TENANT: runner.description.tenants[0] ?? '',
    CA_FILE: runner.description.caCertificate,
    ...environment,
  });
const aToken = async (id: string, systemAuthID?: string): Promise<string> => {
  const mutation = 'mutation ($id: ID!, $auth: ID) { result: requestOneTimeTokenForRuntime(id: $id, systemAuthID: $auth) { token } }';
  return (await director(mutation, { id, auth: systemAuthID })).result.token;
};

describe('a Runtime of which nothing changed', () => {
  it('learns so by one conditional read, and its Agent restores files that were changed by hand', async () => {
    const { result: runtime } = await register('Runtime', 'polling');
    await register('Application', 'polling');
    const stateFolder = join(folder, 'polling');
    expect(await once(stateFolder, runtime.id, { TOKEN: await aToken(runtime.id) })).toMatchObject({ code: 0 });
    const applied = await readFile(join(stateFolder, 'applied.json'), 'utf8');
    expect(JSON.parse(applied).revision.etag).toMatch(/^"[^"]+"$/);
    const file = join(stateFolder, 'applications', 'mp-polling.json');
    const application = await readFile(file, 'utf8');
    await rm(file);

    const { code, output } = await once(stateFolder, runtime.id);
    expect([code, output]).toEqual([0, expect.stringContaining('configuration unchanged applications=1')]);
    expect(output).not.toContain('configuration fetched');
    expect(await readFile(join(stateFolder, 'applied.json'), 'utf8')).toBe(applied);
    expect(await readFile(file, 'utf8')).toBe(application);
  });
});

describe('a Runtime whose certificate expired while its Agent was away', () => {
  it('comes back with a token that the administrator asks for: same Runtime, same System Auth, its Applications all the time', async () => {
    const { result: runtime } = await register('Runtime', 'standalone');
    await register('Application', 'standalone');
    const stateFolder = join(folder, 'standalone');
    const first = await aToken(runtime.id);
    expect(await once(stateFolder, runtime.id, { TOKEN: first })).toMatchObject({ code: 0 });
    const applications = await readFile(join(stateFolder, 'applications.json'), 'utf8');
    expect(applications).toContain('mp-standalone');
    const [authId] = await authsOf(runtime.id);

    await expired(() => readFile(join(stateFolder, 'identity.pem'), 'utf8'));
    const { code, output } = await once(stateFolder, runtime.id, { TOKEN: first });
    expect([code, output]).toEqual([3, expect.stringContaining('the certificate has expired and TOKEN has been used already')]);

    expect(await once(stateFolder, runtime.id, { TOKEN: await aToken(runtime.id, authId) })).toMatchObject({ code: 0 });
    expect(await readFile(join(stateFolder, 'applications.json'), 'utf8')).toBe(applications);
    expect(await authsOf(runtime.id)).toEqual([authId]);
  });

  it('comes back by reconnectRuntimeAgent where a driver made it: same Runtime, same System Auth, its Applications all the time', async () => {
    const provisioner = provisionerOf(runner.description);
    await register('Application', 'provisioned');
    const started = await provisioner.provision({ formations: ['provisioned'] });
    expect(await provisioner.outcome(started.id)).toMatchObject({ state: 'Succeeded' });
    const id = started.runtimeID;
    const place = placeOfRuntime(join(folder, 'data'), id);
    await eventually(async () => expect((await place.applications()).map(({ name }) => name)).toEqual(['mp-provisioned']));
    const auths = await authsOf(id);

    const agent = await place.agentPid();
    process.kill(agent, 'SIGSTOP');
    await expired(place.identity);
    process.kill(agent, 'SIGCONT');
    await eventually(async () => expect(await place.log()).toContain('the certificate has expired'));
    const before = await place.identity();

    const operation = await provisioner.reconnect(id);
    expect(await provisioner.outcome(operation)).toMatchObject({ state: 'Succeeded', operation: 'ReconnectRuntime', runtimeID: id });
    expect(await place.identity()).not.toBe(before);
    expect((await place.applications()).map(({ name }) => name)).toEqual(['mp-provisioned']);
    expect(await authsOf(id)).toEqual(auths);
    expect((await provisioner.runtimeStatus(id)).runtimeConnectionStatus.status).toBe('Connected');
  });
});
