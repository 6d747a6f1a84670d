import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application } from '#shared/applications/application.ts';
import { newBundle } from '#shared/bundles/bundle-input.ts';
import { newId } from '#shared/core/ids.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { newWebhook } from '#shared/webhooks/webhook-input.ts';
import { aTenant, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aFormation, anApplication } from '#test/support/registry-builders.ts';
import { sweepNow } from '#test/support/swept.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let tenant: TenantId;

beforeAll(async () => {
  dynamo = await startDynamo();
  ({ deps } = directorWorld(dynamo));
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  tenant = aTenant();
});

async function stored(given: Partial<Application> = {}): Promise<Application> {
  const application = anApplication({ tenant, ...given });
  await deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] });
  return application;
}

/** Registers an Application with every kind of object below it. */
async function full(name: string): Promise<Application> {
  const formation = aFormation({ tenant, name: `formation-of-${name}`, applicationCount: 0 });
  const application = anApplication({ tenant, name, formations: { [formation.id]: formation.name } });
  const made = { tenant, applicationId: application.id, changedBy: 'user/alice', now: new Date() };
  const owner = { tenant, kind: 'application', id: application.id } as const;
  const spec = { type: 'OPEN_API', format: 'JSON', data: '{}' };
  const bundle = await newBundle({ name: 'b', apiDefinitions: [{ name: 'a', targetURL: 'https://example.com', spec }] }, made, deps);
  const webhook = await newWebhook({ type: 'CONFIGURATION_CHANGED', url: 'https://example.com' }, { ...made, owner }, deps.sealer);
  const member = {
    tenant,
    formationId: formation.id,
    formationName: formation.name,
    objectType: 'APPLICATION',
    objectId: application.id,
    version: 1,
    changedBy: 'user/alice',
  } as const;
  await deps.applications.insert({ application, bundles: [bundle], webhooks: [webhook], assignments: [{ member, created: formation }] });
  await issueOneTimeToken(owner, { kind: 'user', id: 'alice' }, deps);
  return application;
}

describe('Applications', () => {
  it('come back as they were stored', async () => {
    const application = await stored({
      providerName: 'p',
      description: 'd',
      healthCheckURL: 'https://example.com',
      labels: { text: 'x', list: [1, { a: null }], nested: { deep: { er: true } }, empty: '', zero: 0, __proto__x: 1 },
      formations: {},
      configurationWebhookIds: [newId()],
      defaultEventingRuntimeId: newId(),
    });
    expect(await deps.applications.find(tenant, application.id)).toEqual(application);
  });

  it('are not there for another tenant', async () => {
    const { id } = await stored();
    const other = aTenant();
    expect(await deps.applications.find(other, id)).toBeUndefined();
    expect(await deps.applications.details(other, id)).toBeUndefined();
    await expect(deps.applications.get(other, id)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('share no normalised name within a tenant', async () => {
    await stored({ name: 'My Shop' });
    for (const name of ['My Shop', 'my-shop', 'MP-My_Shop'])
      await expect(stored({ name })).rejects.toMatchObject({ code: 'NotUniqueName' });
    expect(await deps.applications.count(tenant)).toBe(1);
    tenant = aTenant();
    await stored({ name: 'My Shop' });
  });

  it('registered at once under one name are one', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 16 }, () => stored({ name: 'raced' })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'NotUniqueName' });
    }
    expect(await deps.applications.count(tenant)).toBe(1);
    expect((await deps.applications.list(tenant, { first: 10 })).data).toHaveLength(1);
  });

  it('registered at once under many names are all counted', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => stored({ name: `app-${index}` })));
    expect(await deps.applications.count(tenant)).toBe(20);
  });

  it('are changed by one of two who read the same version', async () => {
    const application = await stored();
    const next = (description: string) => ({ ...application, description, version: 2 });
    const outcomes = await Promise.allSettled(['one', 'other'].map((text) => deps.applications.replace(next(text), application)));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'ConcurrentUpdate' } });
  });

  it('are not brought back by a change that comes after their deletion', async () => {
    const application = await stored();
    await deps.applications.delete(application);
    await expect(deps.applications.replace({ ...application, version: 2 }, application)).rejects.toMatchObject({
      code: 'ConcurrentUpdate',
    });
    expect(await deps.applications.find(tenant, application.id)).toBeUndefined();
  });

  it('are deleted at once with their credentials and webhooks, free their name, and leave the rest to the sweeper and the expiry', async () => {
    const { id } = await full('shop');
    const before = (await everyItem(dynamo)).filter((item) => item.pk === `T#${tenant}#APP#${id}`);
    expect(new Set(before.map(({ type }) => type))).toEqual(
      new Set(['Application', 'Bundle', 'ApiDefinition', 'Spec', 'Webhook', 'SystemAuth', 'QuotaCounts']),
    );
    await deps.applications.delete(await deps.applications.get(tenant, id));
    const left = async () => {
      const items = (await everyItem(dynamo)).filter((item) => JSON.stringify(item).includes(id));
      return new Set(items.map(({ type, expiresAt }) => (type === 'ConfigurationChange' && expiresAt ? 'expires' : type)));
    };
    expect(await left()).toEqual(new Set(['Bundle', 'ApiDefinition', 'Spec', 'Sweep', 'Formation', 'expires']));
    await sweepNow(dynamo);
    // The formation names its last change until the next one.
    expect(await left()).toEqual(new Set(['Formation', 'expires']));
    expect(await deps.applications.count(tenant)).toBe(0);
    expect(await deps.formations.findByName(tenant, 'formation-of-shop')).toMatchObject({ applicationCount: 0 });
    await stored({ name: 'shop' });
  });

  it('are not deleted on the ground of an old version', async () => {
    const application = await stored();
    await deps.applications.replace({ ...application, version: 2 }, application);
    await expect(deps.applications.delete(application)).rejects.toMatchObject({ code: 'ConcurrentUpdate' });
    expect(await deps.applications.count(tenant)).toBe(1);
  });

  it('come page by page in the order of their registration', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push((await stored({ name: `app-${index}` })).id);
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | undefined;
    do {
      const page = await deps.applications.list(tenant, { first: 2, after });
      seen.push(...page.data.map(({ id }) => id));
      sizes.push(page.data.length);
      after = page.next;
    } while (after);
    expect(seen).toEqual(ids);
    expect(sizes).toEqual([2, 2, 1]);
    expect((await deps.applications.list(tenant, { first: 5 })).next).toBeUndefined();
  });
});
