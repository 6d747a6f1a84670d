import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { postSecurely } from '#test/support/clients.ts';
import { runCompass } from '#test/support/command-line.ts';
import { type ConsoleBrowser, openConsole } from '#test/support/console-browser.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

const chromium = inject('chromium');

const openApi = JSON.stringify({
  openapi: '3.1.0',
  info: { title: 'Orders', version: '1.0.0', description: 'Orders of the shop' },
  paths: {
    '/orders': {
      get: {
        summary: 'List orders',
        parameters: [{ name: 'state', in: 'query', schema: { type: 'string', enum: ['open', 'shipped'] } }],
        responses: {
          200: { description: 'The orders', content: { 'application/json': { schema: { $ref: '#/components/schemas/Order' } } } },
        },
      },
      post: { summary: 'Place an order', responses: { 201: { description: 'The order' } } },
    },
  },
  components: {
    schemas: { Order: { type: 'object', properties: { id: { type: 'string' }, lines: { type: 'array', items: { type: 'string' } } } } },
  },
});

const asyncApi = `
asyncapi: 3.0.0
info: { title: Events of orders, version: 1.0.0 }
channels:
  placed:
    address: order.placed
    messages:
      OrderPlaced: { name: OrderPlaced, payload: { type: object, properties: { id: { type: string } } } }
operations:
  place: { action: send, channel: { $ref: '#/channels/placed' } }
`;

/** Time within which a delivery that is retried begins, with the time for its attempt. */
const redeliveryMs = 90_000;

describe.skipIf(chromium === '')('an administrator with a browser', () => {
  let browser: ConsoleBrowser;
  let endpoint: WebhookEndpoint;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'compass-console-'));
    endpoint = await startWebhookEndpoint();
    browser = await openConsole(chromium, inject('system').consoleUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await endpoint?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  // Each step goes on from the one before.
  let broken = false;
  beforeEach(({ skip }) => skip(broken, 'a step before it failed'));
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    broken = true;
    console.warn(`The page as it was: ${await browser.pictureOfFailure()}`);
  });

  /** Calls the Director with a client certificate, as the Application would. */
  const callWith = async (identityFolder: string): Promise<void> => {
    const system = inject('system');
    const pem = await readFile(join(identityFolder, 'identity.pem'), 'utf8');
    const { errors } = await postSecurely(system, system.mtlsDirectorUrl, { key: pem, certificateChain: pem }, '{ viewer { id } }');
    expect(errors).toEqual([]);
  };

  it('signs in at the issuer, and keeps the tokens in the tab', async () => {
    const { page } = browser;
    await browser.signIn();
    await page.getByRole('heading', { name: 'Landscape' }).waitFor();
    await browser.inspect('empty');
    expect(page.url()).not.toContain('code=');
    expect(await page.evaluate('[Object.keys(localStorage).length, document.cookie]')).toEqual([0, '']);
  });

  it('registers an Application, and pairs it by the command that the page shows', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Pair', exact: true }).click();
    await page.getByLabel('Name').fill('shop');
    await page.getByLabel('Formations').fill('retail');
    await inspect('register');
    await page.getByRole('button', { name: 'Register and continue' }).click();
    await page.getByRole('button', { name: 'Make a one-time token' }).click();
    await page.getByRole('timer').waitFor();
    await inspect('pair');
    const command = await page.locator('code', { hasText: 'compass pair' }).innerText();
    const { code, stderr } = await runCompass(command.split(' ').slice(1), { folder });
    expect({ code, stderr }).toMatchObject({ code: 0 });
    await page.getByText('shop has its certificate. Waiting for its first call').waitFor();
    await callWith(join(folder, 'shop-identity'));
    await page.getByText('shop is paired and connected.').waitFor();
  });

  it('publishes an API and reads it as a reader wants it', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Open its page' }).click();
    await page.getByRole('heading', { name: 'shop' }).waitFor();
    await inspect('application');
    await page.getByRole('tab', { name: 'APIs and events' }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('orders');
    await dialog.getByLabel('Specification').fill(openApi);
    await dialog.getByLabel('Address of the API').fill('https://shop.example.com/orders');
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('link', { name: 'orders', exact: true }).click();
    await page.getByRole('button', { name: 'GET /orders List orders' }).click();
    await page.getByText('state (query)').waitFor();
    await inspect('definition');
  });

  it('publishes events and reads their messages', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'shop', exact: true }).click();
    await page.getByRole('button', { name: 'Publish' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('order events');
    await dialog.getByLabel('Specification').fill(asyncApi);
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('link', { name: 'order events' }).click();
    await page.getByRole('button', { name: /^SEND order\.placed/ }).click();
    await page.getByText('OrderPlaced', { exact: true }).waitFor();
    await inspect('events');
    await page.getByRole('link', { name: 'shop', exact: true }).click();
    await page.getByRole('button', { name: 'Credentials of Runtimes' }).click();
    await page.getByText('No Runtime asked for credentials.').waitFor();
    await inspect('bundles');
  });

  it('adds a webhook and sees the answer to a test', async () => {
    const { page, inspect } = browser;
    endpoint.answers(500);
    await page.getByRole('tab', { name: 'Webhooks' }).click();
    await page.getByRole('button', { name: 'Add webhook' }).click();
    await page.getByRole('dialog').getByLabel('Address').fill(`${endpoint.url}/changes`);
    await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText(/status 500 after/).waitFor();
    await inspect('webhooks');
  });

  it('provisions a Runtime and watches its steps', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Runtimes', exact: true }).click();
    await page.getByRole('button', { name: 'Provision' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('laptop');
    await dialog.getByLabel('Formations').fill('retail');
    await dialog.getByRole('button', { name: 'Provision' }).click();
    await page.getByRole('heading', { name: 'laptop' }).waitFor();
    await page.getByRole('tab', { name: 'Provisioning' }).click();
    await page.getByText('Provision: Operation succeeded').waitFor();
    await inspect('provisioning');
    await page.getByRole('tab', { name: 'What it sees' }).click();
    await page.getByRole('link', { name: 'shop' }).waitFor();
    await inspect('visible-applications');
  });

  it('watches a webhook fail, reads its attempts, and has it retried', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'shop' }).click();
    await page.getByRole('tab', { name: 'Deliveries' }).click();
    await page.getByText('failed: attempts exhausted').first().waitFor();
    await page
      .getByRole('button', { name: /^Attempts of/ })
      .last()
      .click();
    await page.getByText(/Attempt 9,/).waitFor();
    await inspect('delivery');
    await page.getByRole('button', { name: 'Close' }).click();
    await inspect('deliveries');
    endpoint.answers(204);
    await page.getByRole('button', { name: 'Retry' }).last().click();
    await page.getByRole('gridcell', { name: 'succeeded' }).waitFor({ timeout: redeliveryMs });
  });

  it('enables a webhook again whose endpoint answered that it is gone', async () => {
    const { page, inspect } = browser;
    endpoint.answers(410);
    await page.getByRole('gridcell', { name: 'succeeded' }).first().waitFor();
    await page.getByRole('button', { name: 'Retry' }).first().click();
    await page.getByRole('gridcell', { name: 'gone' }).waitFor({ timeout: redeliveryMs });
    await page.getByRole('tab', { name: 'Webhooks' }).click();
    await page.getByText('Its endpoint answered 410.').waitFor();
    await inspect('webhook-disabled');
    endpoint.answers(204);
    await page.getByRole('button', { name: 'Enable' }).click();
    await page.getByText('enabled', { exact: true }).waitFor();
  });

  it('sees which step of a provisioning failed, and why', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Runtimes', exact: true }).click();
    await page.getByRole('button', { name: 'Provision' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('silent');
    await dialog.getByLabel('Parameters of the driver').fill('{"startAgent": false, "agentTimeoutSeconds": 5}');
    await dialog.getByRole('button', { name: 'Provision' }).click();
    await page.getByRole('tab', { name: 'Provisioning' }).click();
    await page.getByText('CheckAgent failed: AgentNotConnected').waitFor({ timeout: 60_000 });
    const steps = page.getByRole('list', { name: 'Steps' });
    expect(await steps.getByRole('listitem').filter({ hasText: 'wait for it' }).getByRole('img', { name: 'failed' }).count()).toBe(1);
    await inspect('provisioning-failed');
  });

  it('sees which certificates end first, and those of a credential', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Certificates', exact: true }).click();
    const list = page.getByRole('grid', { name: 'Certificates' });
    await list.getByRole('link', { name: 'laptop' }).waitFor();
    await inspect('certificates');
    await page.getByRole('button', { name: 'Perhaps copied' }).click();
    await page.getByText('There are no such certificates.').waitFor();
    await page.getByRole('button', { name: 'All' }).click();
    await list.getByRole('link', { name: 'shop' }).click();
    await page.getByRole('tab', { name: 'Credentials' }).waitFor();
    await page.getByRole('table', { name: 'Credentials' }).getByText(/ends/).waitFor();
    await inspect('credentials');
  });

  it('sees in the landscape who is connected and where events go', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Landscape', exact: true }).click();
    await page.getByRole('link', { name: /shop connected/ }).waitFor();
    await page.locator('.line-events[marker-end]').waitFor();
    await inspect('landscape');
  });

  it.each(['Applications', 'Runtimes', 'Formations', 'Tenants'])('opens the list of %s', async (list) => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: list, exact: true }).click();
    await page.getByRole('heading', { name: list }).waitFor();
    await page.getByRole('grid', { name: list }).getByRole('row').nth(1).waitFor();
    await inspect(list.toLowerCase());
  });

  it('deletes only what was typed by its name', async () => {
    const { page, inspect } = browser;
    await page.getByRole('link', { name: 'Formations', exact: true }).click();
    await page.getByRole('button', { name: 'Create formation' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('passing');
    await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
    await page.getByRole('button', { name: 'Delete passing' }).click();
    const dialog = page.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Delete the formation' });
    await inspect('confirm');
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('To confirm, type its name').fill('passing');
    await confirm.click();
    await page.getByRole('button', { name: 'Delete passing' }).waitFor({ state: 'detached' });
  });

  it('meets no fault of a script or of the content security policy on the way', () => {
    expect(browser.faults).toEqual([]);
  });
});
