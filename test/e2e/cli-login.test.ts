import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';
import { testBrowser, type Visited } from '#test/support/signing-in-browser.ts';

const { publicUrl, issuer, tenants } = inject('system');
const [tenant = '', otherTenant = ''] = tenants;
const browser = () => testBrowser(publicUrl);
const asAdministrator = [
  ['tenant', tenant],
  ['role', 'admin'],
] as const;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-login-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const login = ['login', '--profile', 'here', '--url', publicUrl, '--tenant', tenant, '--issuer', issuer, '--client-id', 'compass'];
const tokens = async () => JSON.parse(await readFile(join(folder, '.config/compass/config.json'), 'utf8')).profiles.here.tokens;

/** Signs in at the page that the command shows, and calls the address that the browser is sent to. */
async function signInBy(
  pages: Promise<unknown>[],
  page: URL,
  fields: readonly (readonly [string, string])[] = asAdministrator,
): Promise<void> {
  const visitor = browser();
  const { left } = await visitor.submit(await visitor.open(page), fields);
  if (!left) throw new Error('the issuer sent the browser nowhere');
  pages.push(fetch(left));
}

const loginByCode = async (fields?: readonly (readonly [string, string])[]) => {
  const pages: Promise<unknown>[] = [];
  const outcome = await runCompass([...login, '--port', '0'], {
    folder,
    openPage: (page) => void pages.push(signInBy(pages, page, fields)),
  });
  await Promise.all(pages);
  return outcome;
};

describe('compass login', () => {
  it('signs in at the issuer of this machine by a code, and its token is taken', async () => {
    expect(await loginByCode()).toMatchObject({ code: 0, stderr: expect.stringContaining('Signed in as profile here') });
    const { accessToken, refreshToken } = await tokens();
    expect(decodeJwt(accessToken)).toMatchObject({ sub: 'local-administrator', 'cognito:groups': [`tenant/${tenant}`, 'role/admin'] });
    expect(refreshToken).toEqual(expect.any(String));
    expect(await runCompass(['app', 'list', '--output', 'json'], { folder })).toMatchObject({ code: 0 });
  });

  it('has the rights that were chosen on the page, and no others', async () => {
    await loginByCode([
      ['tenant', tenant],
      ['role', 'viewer'],
    ]);
    expect(await runCompass(['app', 'list'], { folder })).toMatchObject({ code: 0 });
    expect(await runCompass(['app', 'create', 'not-by-a-viewer'], { folder })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('insufficient scopes'),
    });
    expect(await runCompass(['app', 'list', '--tenant', otherTenant], { folder })).not.toMatchObject({ code: 0 });
  });

  it('says so where the user cancels', async () => {
    expect(await loginByCode([['cancel', 'yes']])).toMatchObject({ code: 3, stderr: expect.stringContaining('access_denied') });
  });

  it('replaces a token that has expired by the refresh token, which is new each time', async () => {
    await loginByCode();
    const first = await tokens();
    const inTwoHours = () => new Date(Date.now() + 2 * 60 * 60_000);
    expect(await runCompass(['app', 'list'], { folder, now: inTwoHours })).toMatchObject({ code: 0 });
    const second = await tokens();
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(decodeJwt(second.accessToken)['cognito:groups']).toEqual([`tenant/${tenant}`, 'role/admin']);
  });
});

describe('compass login --device', () => {
  /** Enters the code at the page of the issuer, as a user does with another machine. */
  async function enter(page: URL, code: string, answer: readonly (readonly [string, string])[]): Promise<Visited> {
    const visitor = browser();
    const entered = await visitor.submit(await visitor.open(new URL(page.pathname, page)), [['user_code', code]]);
    expect(entered.text).toContain(code);
    const confirmed = await visitor.submit(entered, []);
    return visitor.submit(confirmed, answer);
  }

  const loginByDevice = async (answer: readonly (readonly [string, string])[]) => {
    const pages: Promise<Visited>[] = [];
    const outcome = await runCompass([...login, '--device'], {
      folder,
      openPage: (page) => void pages.push(enter(page, page.searchParams.get('user_code') ?? '', answer)),
    });
    const [last] = await Promise.all(pages);
    return { ...outcome, page: last?.text };
  };

  it('signs in once the code was entered elsewhere, and its token is taken and refreshed', async () => {
    expect(await loginByDevice(asAdministrator)).toMatchObject({ code: 0, page: expect.stringContaining('You are signed in') });
    expect(await runCompass(['app', 'list'], { folder })).toMatchObject({ code: 0 });
    const inTwoHours = () => new Date(Date.now() + 2 * 60 * 60_000);
    expect(await runCompass(['app', 'list'], { folder, now: inTwoHours })).toMatchObject({ code: 0 });
  });

  it('says so where the user cancels', async () => {
    expect(await loginByDevice([['cancel', 'yes']])).toMatchObject({ code: 3 });
  });
});
