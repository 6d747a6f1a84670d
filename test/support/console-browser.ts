import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page of a real browser that shows the console, with the faults that it reports. */
export interface ConsoleBrowser {
  readonly page: Page;
  /** Errors of scripts and of the content security policy, which the browser reports. */
  readonly faults: string[];
  /** Opens the console and signs in at the issuer with a role, default: admin. Default of the tenants: those of the system. */
  signIn(as?: { readonly role?: string; readonly tenant?: string }): Promise<void>;
  /** Looks for faults of accessibility in both modes, and keeps a picture if COMPASS_PICTURES names a folder and docs/console.md shows it. */
  inspect(name: string): Promise<void>;
  /** Makes a picture of the page as it is, and returns its path. */
  pictureOfFailure(): Promise<string>;
  close(): Promise<void>;
}

const settings = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

/** Time in which the first visit builds the console, in milliseconds. */
const buildMs = 120_000;

/** Time that a step may take, in milliseconds. */
const patience = 20_000;

export async function openConsole(executablePath: string, consoleUrl: string): Promise<ConsoleBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [...settings, '--disable-component-update', '--disable-sync'],
  });
  const page = await browser.newPage({ viewport: { width: 1120, height: 680 }, locale: 'en-US', reducedMotion: 'reduce' });
  page.setDefaultTimeout(patience);
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on(
    'console',
    (message) => message.type() === 'error' && /content security policy/i.test(message.text()) && faults.push(message.text()),
  );
  const folder = process.env.COMPASS_PICTURES;
  const shown = await readFile('docs/console.md', 'utf8');
  return {
    page,
    faults,
    pictureOfFailure: async () => {
      const path = join(tmpdir(), `compass-console-${process.pid}.png`);
      await page.screenshot({ path });
      return path;
    },
    close: () => browser.close(),
    async signIn({ role = 'admin', tenant } = {}) {
      await page.goto(consoleUrl);
      const button = page.getByRole('button', { name: 'Sign in' });
      await button.waitFor({ timeout: buildMs });
      await button.click();
      await page.waitForURL(/\/oidc\//);
      const boxes = (group: string) => page.getByRole('group', { name: group }).getByRole('checkbox').all();
      for (const box of await boxes('Roles')) await box.setChecked((await box.getAttribute('value')) === role);
      if (tenant !== undefined) {
        for (const box of await boxes('Tenants')) await box.uncheck();
        await page.getByLabel('Others').fill(tenant);
      }
      await button.click();
      await page.getByRole('navigation', { name: 'Console' }).waitFor();
    },
    async inspect(name) {
      if (folder && shown.includes(`${name}.png`)) await page.screenshot({ path: join(folder, `${name}.png`) });
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme });
        await page.locator(colorScheme === 'dark' ? 'body.awsui-dark-mode' : 'body:not(.awsui-dark-mode)').waitFor();
        expect(await violations(page), `${name} in ${colorScheme} mode`).toEqual([]);
      }
    },
  };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const { violations: found } = await (globalThis as unknown as AxeOfPage).axe.run();
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

interface AxeOfPage {
  readonly axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
}
