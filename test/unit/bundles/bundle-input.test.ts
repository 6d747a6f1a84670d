import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jweSealer } from '#shared/aws/jwe-sealer.ts';
import { bundleSealingContext, newBundle, newRegisteredBundle } from '#shared/bundles/bundle-input.ts';
import { defaultLimits } from '#shared/core/quotas.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const key = randomBytes(32);
const sealer = jweSealer(async () => key);
const making = { sealer, limits: defaultLimits };
const origin = { tenant: tenantId('t'), applicationId: 'a', changedBy: 'user/alice', now: new Date() };
const api = { name: 'api', targetURL: 'https://example.com' };
const refused = (...fields: string[]) =>
  expect.objectContaining({ code: 'InvalidData', details: Object.fromEntries(fields.map((field) => [field, expect.any(String)])) });

describe('a bundle', () => {
  const basic = { credential: { basic: { username: 'me', password: 'hidden' } } };

  it('seals its credentials for itself alone', async () => {
    const { bundle } = await newBundle({ name: 'b', defaultInstanceAuth: basic }, origin, making);
    expect(JSON.stringify(bundle)).not.toContain('hidden');
    const sealed = bundle.defaultInstanceAuth ?? '';
    expect(JSON.parse(await sealer.open(bundleSealingContext(origin.tenant, bundle.id), sealed))).toEqual(basic);
    await expect(sealer.open(bundleSealingContext(origin.tenant, 'other'), sealed)).rejects.toThrow();
    await expect(sealer.open(bundleSealingContext(tenantId('other'), bundle.id), sealed)).rejects.toThrow();
  });

  it.each([
    ['none', {}],
    ['two', { ...basic.credential, oauth: { clientId: 'c', clientSecret: 's', url: 'https://example.com' } }],
  ])('is refused with %s of the kinds of credentials', async (_, credential) => {
    await expect(newBundle({ name: 'b', defaultInstanceAuth: { credential } }, origin, making)).rejects.toEqual(refused('credential'));
  });

  it('is refused with a schema that is not JSON', async () => {
    await expect(newBundle({ name: 'b', instanceAuthRequestInputSchema: '{' }, origin, making)).rejects.toEqual(
      refused('instanceAuthRequestInputSchema'),
    );
  });

  it('may say more freely what is in it where its Application is registered', async () => {
    const documents = [{ title: '', displayName: '', description: '', format: 'MARKDOWN' }];
    const apiDefinitions = [
      { ...api, name: 'größe', group: 'x'.repeat(200), version: { value: 'latest' }, spec: { type: 'ODATA', format: 'XML' } },
    ];
    const eventDefinitions = [{ name: 'größe', spec: { type: 'ASYNC_API', format: 'JSON' } }];
    const given = { name: 'größe', apiDefinitions, eventDefinitions, documents };
    expect(await newRegisteredBundle(given, origin, making)).toMatchObject({
      bundle: { name: 'größe' },
      apiDefinitions: [{ name: 'größe', apiVersion: { value: 'latest' } }],
      eventDefinitions: [{ spec: { type: 'ASYNC_API' } }],
      documents: [{ title: '', displayName: '', description: '' }],
      texts: [],
    });
    await expect(newBundle(given, origin, making)).rejects.toEqual(refused('name'));
    for (const part of [{ apiDefinitions }, { eventDefinitions }, { documents }])
      await expect(newBundle({ name: 'b', ...part }, origin, making)).rejects.toMatchObject({ code: 'InvalidData' });
  });

  it.each([
    ['a target that is no URL', { apiDefinitions: [{ ...api, targetURL: 'x' }] }, 'targetURL'],
    ['a definition without a name', { apiDefinitions: [{ ...api, name: '' }] }, 'name'],
    ['OData in YAML', { apiDefinitions: [{ ...api, spec: { type: 'ODATA', format: 'YAML', data: '' } }] }, 'spec'],
    ['no name', { name: '' }, 'name'],
  ])('is refused with %s there, too', async (_, part, field) => {
    await expect(newRegisteredBundle({ name: 'b', ...part }, origin, making)).rejects.toEqual(refused(field));
  });

  it('is refused as a whole with one definition that is wrong', async () => {
    await expect(newBundle({ name: 'b', apiDefinitions: [api, { name: 'x' }] }, origin, making)).rejects.toEqual(refused('targetURL'));
  });
});
