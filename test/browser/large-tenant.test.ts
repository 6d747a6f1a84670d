import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { mapConcurrently } from '#shared/core/map-concurrently.ts';
import { administrator } from '#test/support/clients.ts';
import { type ConsoleBrowser, openConsole } from '#test/support/console-browser.ts';

const chromium = inject('chromium');

/** Members of the tenant: 450 Applications and 50 Runtimes in ten formations. */
const members = Array.from({ length: 500 }, (_, index) => ({
  kind: index < 450 ? 'Application' : 'Runtime',
  name: `member-${index}`,
  formation: `formation-${index % 10}`,
}));

describe.skipIf(chromium === '')('a large tenant in a browser', () => {
  let browser: ConsoleBrowser;

  beforeAll(async () => {
    const system = inject('system');
    const tenant = system.tenants[1] ?? '';
    const { director } = administrator(system, tenant);
    for (const formation of new Set(members.map((one) => one.formation)))
      await director('mutation ($name: String!) { createFormation(formation: { name: $name }) { id } }', { name: formation });
    await mapConcurrently(members, 8, ({ kind, name, formation }) =>
      director(`mutation ($in: ${kind}RegisterInput!) { register${kind}(in: $in) { id } }`, {
        in: { name, labels: { scenarios: [formation] } },
      }),
    );
    browser = await openConsole(chromium, system.consoleUrl);
    await browser.signIn();
    await browser.page.getByLabel('Tenant').selectOption(tenant);
  });
  afterAll(() => browser?.close());

  it('has a landscape of groups that can be read and opened', async () => {
    const { page, inspect } = browser;
    const group = page.getByRole('link', { name: '45 Applications in formation-3: 45 not paired. Open the group' });
    await group.waitFor();
    expect(await page.locator('svg.landscape .box').count()).toBe(30);
    await inspect('landscape-large');
    await group.press('Enter');
    await page.getByRole('link', { name: /^member-3 / }).waitFor();
    expect(await page.locator('svg.landscape .box').count()).toBe(29 + 45);
  });

  it('has lists with pages and a search', async () => {
    const { page } = browser;
    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await page.getByText('(450)').waitFor();
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.getByRole('button', { name: 'Page 2' }).waitFor();
    await page.getByRole('searchbox', { name: 'Find Applications' }).fill('member-44');
    await page.getByText('(11)').waitFor();
    expect(await page.getByRole('link', { name: /^member-44/ }).count()).toBe(11);
  });

  it('has lists of 20,000 in which the last one is found', async () => {
    const { page, inspect } = browser;
    await page.route('**/director/graphql', async (route) => {
      const { query, variables } = route.request().postDataJSON();
      if (!query.startsWith('query Applications(')) return await route.fallback();
      await route.fulfill({ json: { data: { page: pageOf(variables) } } });
    });
    await page.getByRole('link', { name: 'Runtimes', exact: true }).click();
    await page.getByText('(50)').waitFor();
    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await page.getByText('(20,000)').waitFor();
    await inspect('list-large');
    await page.getByRole('searchbox', { name: 'Find Applications' }).fill('many-19999');
    await page.getByRole('link', { name: 'many-19999' }).waitFor();
    await page.unroute('**/director/graphql');
  });

  it('meets no fault of a script or of the content security policy', () => {
    expect(browser.faults).toEqual([]);
  });
});

const totalCount = 20_000;

/** A page of a list of 20,000 Applications, as the Director answers it. */
function pageOf({ first = 200, after }: { readonly first?: number; readonly after?: string }) {
  const start = after === undefined ? 0 : Number(after);
  const end = Math.min(start + first, totalCount);
  const data = Array.from({ length: end - start }, (_, offset) => ({
    id: `id-${start + offset}`,
    name: `many-${start + offset}`,
    description: null,
    status: { condition: 'INITIAL', timestamp: '2026-01-01T00:00:00Z' },
    labels: {},
    auths: [],
  }));
  return { data, pageInfo: { endCursor: String(end), hasNextPage: end < totalCount }, totalCount };
}
