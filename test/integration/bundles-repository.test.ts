import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addBundle, deleteBundle, updateBundle } from '#shared/bundles/change-bundle.ts';
import { addApiDefinition, deleteApiDefinition, updateApiDefinition } from '#shared/bundles/change-definition.ts';
import type { Actor } from '#shared/core/actor.ts';
import { newId } from '#shared/core/ids.ts';
import { aTenant, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anApplication } from '#test/support/registry-builders.ts';

let dynamo: Dynamo;
let deps: DirectorWorld['deps'];
let alice: Actor;
let applicationId: string;

beforeAll(async () => {
  dynamo = await startDynamo();
  ({ deps } = directorWorld(dynamo));
});
afterAll(() => dynamo.stop());
beforeEach(async () => {
  alice = aUser(aTenant());
  const application = anApplication({ tenant: alice.tenant });
  applicationId = application.id;
  await deps.applications.insert({ application, bundles: [], webhooks: [], assignments: [] });
});

const spec = (data: string) => ({ type: 'OPEN_API', format: 'YAML', data });
const api = (data = '{}') => ({ name: 'api', targetURL: 'https://example.com', spec: spec(data) });
const itemsOfApplication = async () => (await everyItem(dynamo)).filter(({ pk }) => pk.endsWith(`#APP#${applicationId}`));

describe('a bundle', () => {
  it('is stored with its credentials sealed', async () => {
    const auth = {
      credential: { basic: { username: 'visible', password: 'hidden-password' } },
      additionalHeaders: { key: ['hidden-header'] },
    };
    await addBundle(applicationId, { name: 'b', defaultInstanceAuth: auth }, alice, deps);
    const text = JSON.stringify(await itemsOfApplication());
    expect(text).toContain('defaultInstanceAuth');
    expect(text).not.toMatch(/hidden-|visible/);
  });

  it('is not added to an Application that is gone', async () => {
    await expect(addBundle(newId(), { name: 'b' }, alice, deps)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is deleted with everything in it, and with nothing of its neighbours', async () => {
    const kept = await addBundle(applicationId, { name: 'kept', apiDefinitions: [api('kept')] }, alice, deps);
    const gone = await addBundle(
      applicationId,
      { name: 'gone', apiDefinitions: Array.from({ length: 40 }, () => api('gone')) },
      alice,
      deps,
    );
    await deleteBundle(gone.bundle.id, alice, deps);
    expect((await itemsOfApplication()).map(({ type }) => type).sort()).toEqual([
      'ApiDefinition',
      'Application',
      'ApplicationView',
      'Bundle',
      'QuotaCounts',
      'Spec',
    ]);
    expect(JSON.stringify(await itemsOfApplication())).not.toContain('gone');
    expect(await deps.bundles.findById(alice.tenant, kept.bundle.id)).toEqual(kept.bundle);
    await expect(deleteBundle(gone.bundle.id, alice, deps)).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('changed by several at once counts every change that was answered', async () => {
    const { bundle } = await addBundle(applicationId, { name: 'b' }, alice, deps);
    const outcomes = await Promise.allSettled(['x', 'y', 'z'].map((name) => updateBundle(bundle.id, { name }, alice, deps)));
    const done = outcomes.filter(({ status }) => status === 'fulfilled').length;
    expect((await deps.applications.details(alice.tenant, applicationId))?.bundles[0]?.bundle.version).toBe(1 + done);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'ConcurrentUpdate' });
  });
});

describe('a definition', () => {
  it('keeps the text of its specification when only the rest is updated, and loses it when it is deleted', async () => {
    const { bundle } = await addBundle(applicationId, { name: 'b' }, alice, deps);
    const { id } = await addApiDefinition({ bundleId: bundle.id }, api('first'), alice, deps);
    const text = async () => (await deps.bundles.itemTexts(alice.tenant, applicationId, [id])).get(id);
    await updateApiDefinition(id, { name: 'renamed', targetURL: 'https://example.com' }, alice, deps);
    expect(await text()).toBe('first');
    const updated = await updateApiDefinition(id, api('second'), alice, deps);
    expect(await text()).toBe('second');
    expect(updated.version).toBe(3);
    await deleteApiDefinition(id, alice, deps);
    expect(await text()).toBeUndefined();
  });

  it('is not added to a bundle that is gone', async () => {
    const { bundle } = await addBundle(applicationId, { name: 'b' }, alice, deps);
    await deleteBundle(bundle.id, alice, deps);
    await expect(addApiDefinition({ bundleId: bundle.id }, api(), alice, deps)).rejects.toMatchObject({ code: 'NotFound' });
    expect((await itemsOfApplication()).map(({ type }) => type).sort()).toEqual(['Application', 'ApplicationView', 'QuotaCounts']);
  });

  it('is found under one kind of thing only', async () => {
    const { bundle } = await addBundle(applicationId, { name: 'b', apiDefinitions: [api()] }, alice, deps);
    expect(await deps.bundles.apiDefinitions.findById(alice.tenant, bundle.id)).toBeUndefined();
    expect(await deps.bundles.findById(aTenant(), bundle.id)).toBeUndefined();
  });

  it('has its text read 100 at a time, however many are asked for', async () => {
    const many = Array.from({ length: 130 }, (_, index) => api(`text-${index}`));
    const { apiDefinitions } = await addBundle(applicationId, { name: 'b', apiDefinitions: many }, alice, deps);
    const texts = await deps.bundles.itemTexts(
      alice.tenant,
      applicationId,
      apiDefinitions.map(({ id }) => id),
    );
    expect([...texts.values()].map((text) => Number(text.replace('text-', ''))).sort((a, b) => a - b)).toEqual(
      many.map((_, index) => index),
    );
  });
});
