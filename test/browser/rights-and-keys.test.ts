import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type ConsoleBrowser, openConsole } from '#test/support/console-browser.ts';

const chromium = inject('chromium');
const { consoleUrl } = inject('system') ?? {};
/** A tenant of this file alone. */
const tenant = `browser-${randomUUID()}`;

describe.skipIf(chromium === '')('a viewer with a browser', () => {
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    browser = await openConsole(chromium, consoleUrl);
    await browser.signIn({ tenant });
    const { page } = browser;
    await page.getByRole('link', { name: 'Pair', exact: true }).click();
    await page.getByLabel('Name').fill('shop');
    await page.getByRole('button', { name: 'Register and continue' }).click();
    await page.getByRole('button', { name: 'Make a one-time token' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Do you want to sign out?' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await browser.signIn({ role: 'viewer', tenant });
  });
  afterAll(() => browser?.close());

  it('is offered what a viewer may do', async () => {
    const { page } = browser;
    const entries = await page.getByRole('navigation', { name: 'Console' }).getByRole('link').allInnerTexts();
    expect(entries).toEqual(['Landscape', 'Applications', 'Runtimes', 'Formations', 'Tenants']);
    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    const member = page.getByRole('grid', { name: 'Applications' }).getByRole('link').first();
    await member.waitFor();
    expect(await page.getByRole('button', { name: 'Register and pair' }).count()).toBe(0);
    await member.click();
    await page.getByRole('tab', { name: 'Overview' }).waitFor();
    expect(await page.getByRole('tab').allInnerTexts()).toEqual(['Overview', 'APIs and events']);
    for (const action of ['Delete', 'Pair', 'Join']) expect(await page.getByRole('button', { name: action }).count()).toBe(0);
  });

  it('reads which scope a page needs', async () => {
    const { page, inspect } = browser;
    await page.goto(`${consoleUrl}#/certificates`);
    await page.getByText('It needs the scope application.auths:read.').waitFor();
    await inspect('no-right');
  });
});

describe.skipIf(chromium === '')('a user of the keyboard', () => {
  let browser: ConsoleBrowser;
  beforeAll(async () => {
    browser = await openConsole(chromium, consoleUrl);
    await browser.signIn({ tenant });
  });
  afterAll(() => browser?.close());

  const focused = () => browser.page.evaluate('document.activeElement.textContent.trim()');

  it('skips to the content, and gets there when a page opens', async () => {
    const { page } = browser;
    await page.reload();
    await page.getByRole('heading', { name: 'Landscape' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.getByRole('link', { name: 'Formations', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Formations' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
  });

  it('fills a dialog, which keeps the focus, gives it back, and is left by Escape', async () => {
    const { page } = browser;
    const open = page.getByRole('button', { name: 'Create formation' });
    await open.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (let count = 0; count < 8; count++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.closest("[role=dialog]") !== null')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await open.press('Enter');
    await dialog.getByLabel('Name').press('k');
    await page.keyboard.type('eys');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Delete keys' }).waitFor();
  });

  it('goes through tabs by arrows', async () => {
    const { page } = browser;
    await page.getByRole('navigation').getByRole('link', { name: 'Applications', exact: true }).press('Enter');
    await page.getByRole('grid', { name: 'Applications' }).getByRole('link').first().press('Enter');
    const tab = page.getByRole('tab', { name: 'Overview' });
    await tab.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bundles' }).waitFor();
  });

  it('changes the colours', async () => {
    const { page } = browser;
    const toggle = page.getByRole('button', { name: 'Dark mode' });
    await toggle.press('Enter');
    await page.locator('body.awsui-dark-mode').waitFor();
    await toggle.press('Enter');
    await page.locator('body:not(.awsui-dark-mode)').waitFor();
  });
});
