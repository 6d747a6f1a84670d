import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator, postSecurely } from '#test/support/clients.ts';
import { runCompass } from '#test/support/command-line.ts';
import { eventually } from '#test/support/eventually.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

const { director } = administrator(inject('system'));
const mark = randomUUID().slice(0, 8);
const shop = `shop-${mark}`;
let folder: string;
let endpoint: WebhookEndpoint;

async function compass(...args: string[]) {
  const outcome = await runCompass([...args, '--output', 'json'], {
    folder,
    environment: { COMPASS_LOCAL: join(inject('dataFolder'), 'local.json') },
  });
  return { ...outcome, value: outcome.stdout === '' ? undefined : JSON.parse(outcome.stdout) };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
  endpoint = await startWebhookEndpoint();
  expect(await compass('formation', 'create', `demo-${mark}`)).toMatchObject({ code: 0 });
  expect(await compass('app', 'create', shop, '--formation', `demo-${mark}`)).toMatchObject({ code: 0 });
});
afterAll(async () => {
  await endpoint.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('compass pair', () => {
  it('stores key and certificate for their owner alone, and the certificate is that of the Application', async () => {
    const { code, value, stderr } = await compass('pair', '--app', shop, '--out', 'identity');
    expect(code).toBe(0);
    const identity = join(folder, 'identity/identity.pem');
    expect((await stat(identity)).mode & 0o777).toBe(0o600);
    const pem = await readFile(identity, 'utf8');
    expect(pem).toMatch(/^-----BEGIN PRIVATE KEY-----/);
    const certificate = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN CERTIFICATE-----')));
    expect(value.validUntil).toBe(new Date(certificate.validTo).toISOString());
    expect(stderr).toContain(`curl --cert '${identity}'`);
    const key = pem.slice(0, pem.indexOf('-----BEGIN CERTIFICATE-----'));
    const identified = { key, certificateChain: pem.slice(key.length) };
    const { data } = await postSecurely(inject('system'), value.directorUrl, identified, '{ viewer { id type } }');
    expect(data.viewer).toEqual({ id: (await compass('app', 'get', shop)).value.id, type: 'APPLICATION' });
  });

  it('leaves an identity that is there alone', async () => {
    expect(await compass('pair', '--app', shop, '--out', 'identity')).toMatchObject({ code: 2, stdout: '' });
  });

  it('refuses a text that is no token before anything is stored', async () => {
    expect(await compass('pair', '--raw-token', 'nonsense', '--out', 'other')).toMatchObject({ code: 2 });
    await expect(stat(join(folder, 'other'))).rejects.toThrow('ENOENT');
  });
});

describe('compass api publish', () => {
  it('replaces a definition of the same name in place', async () => {
    const publish = async (version: string) => {
      await writeFile(join(folder, 'orders.json'), JSON.stringify({ openapi: '3.0.3', info: { title: 'Orders', version }, paths: {} }));
      return (await compass('api', 'publish', 'orders.json', '--app', shop, '--target-url', 'https://shop.example.com')).value;
    };
    const first = await publish('1.0.0');
    expect(first).toMatchObject({ replaced: false, kind: 'OPEN_API' });
    expect(await publish('2.0.0')).toMatchObject({ replaced: true, id: first.id });
    const { page } = await director(
      `{ page: apisForApplication(appID: "${(await compass('app', 'get', shop)).value.id}") { data { id version { value } spec { data } } } }`,
    );
    expect(page.data).toEqual([{ id: first.id, version: { value: '2.0.0' }, spec: { data: expect.stringContaining('2.0.0') } }]);
  });
});

describe('compass webhook and delivery', () => {
  it('test, rotate, list and retry', async () => {
    const { id } = (await compass('app', 'get', shop)).value;
    const { webhook } = await director(
      `mutation { webhook: addWebhook(applicationID: "${id}", in: { type: CONFIGURATION_CHANGED, url: "${endpoint.url}" }) { id signingSecret } }`,
    );
    expect((await compass('webhook', 'list', '--app', shop)).value).toMatchObject([{ id: webhook.id, status: { condition: 'ENABLED' } }]);
    expect(await compass('webhook', 'test', webhook.id)).toMatchObject({ code: 0, value: { accepted: true, status: 200 } });
    const { value } = await compass('webhook', 'rotate', webhook.id);
    expect(value.signingSecret).toMatch(/^whsec_/);
    expect(value.signingSecret).not.toBe(webhook.signingSecret);
    expect(await compass('webhook', 'enable', webhook.id)).toMatchObject({ code: 0 });
    await compass('formation', 'create', `more-${mark}`);
    await compass('runtime', 'create', `pc-${mark}`, '--formation', `more-${mark}`);
    await compass('formation', 'assign', `more-${mark}`, '--app', shop);
    const [delivery] = await eventually(async () => {
      const listed = (await compass('delivery', 'list', '--app', shop, '--state', 'SUCCEEDED', '--since', '1h')).value;
      expect(listed.length).toBeGreaterThan(0);
      return listed;
    });
    expect(await compass('delivery', 'show', delivery.id, '--webhook', webhook.id)).toMatchObject({
      code: 0,
      value: { id: delivery.id, attempts: [{ status: 200 }] },
    });
    expect(await compass('delivery', 'retry', delivery.id)).toMatchObject({ code: 0, value: { id: delivery.id } });
    expect(await compass('delivery', 'recover', webhook.id, '--since', '1d')).toMatchObject({ code: 0, value: { recovered: 0 } });
    expect(await compass('delivery', 'show', 'msg_absent', '--app', shop)).toMatchObject({ code: 4 });
  });
});

describe('compass provision', () => {
  it('follows the operation until the Runtime is connected, and deprovision until it is gone', async () => {
    const outcome = await compass('provision', `desk-${mark}`, '--driver', 'process', '--formation', `demo-${mark}`);
    expect(outcome).toMatchObject({ code: 0, value: { state: 'Succeeded' } });
    expect(outcome.stderr).toMatch(
      /Provisioning started[\s\S]*Agent: Connected[\s\S]*Operation succeeded|Provisioning started[\s\S]*Operation succeeded\n.*Agent: Connected/,
    );
    // Other tests have Applications and Runtimes in this tenant, too.
    const { value } = await compass('status', '--limit', '10000', '--certificates', '10000');
    expect(value.members).toContainEqual(expect.objectContaining({ kind: 'Runtime', name: `desk-${mark}`, status: 'CONNECTED' }));
    expect(value.certificates).toContainEqual(
      expect.objectContaining({ kind: 'Application', name: shop, fingerprint: expect.any(String) }),
    );
    expect(await compass('reconnect', `desk-${mark}`)).toMatchObject({ code: 0, value: { state: 'Succeeded' } });
    expect(await compass('deprovision', `desk-${mark}`)).toMatchObject({ code: 2 });
    expect(await compass('deprovision', `desk-${mark}`, '--yes')).toMatchObject({ code: 0, value: { state: 'Succeeded' } });
  });

  it('refuses what the driver does not know, with the words of the control plane', async () => {
    expect(await compass('provision', `no-${mark}`, '--driver', 'proces')).toMatchObject({ code: 1, stdout: '' });
    expect(await compass('provision', `no-${mark}`, '--driver', 'process', '--parameters', '[]')).toMatchObject({ code: 2 });
  });
});
