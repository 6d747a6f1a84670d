import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jweSealer } from '#shared/aws/sealing.ts';
import { apiFields, bundleSealingContext, eventFields, newBundle, newDocument } from '#shared/bundles/bundle-input.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const key = randomBytes(32);
const sealer = jweSealer(async () => key);
const origin = { tenant: tenantId('t'), applicationId: 'a', changedBy: 'user/alice', now: new Date() };
const api = { name: 'api', targetURL: 'https://example.com' };
const refused = (...fields: string[]) =>
  expect.objectContaining({ code: 'InvalidData', details: Object.fromEntries(fields.map((field) => [field, expect.any(String)])) });

describe('an API Definition', () => {
  it('keeps its specification apart from what describes it', () => {
    const spec = { type: 'OPEN_API', format: 'YAML', data: 'openapi: 3.1.0' };
    const { fields, specText } = apiFields({ ...api, spec, version: { value: '1.2.3' } });
    expect(fields).toMatchObject({ spec: { type: 'OPEN_API', format: 'YAML' }, apiVersion: { value: '1.2.3' } });
    expect(specText).toBe('openapi: 3.1.0');
    expect(JSON.stringify(fields)).not.toContain('openapi: 3.1.0');
  });

  it('takes null for whatever is left empty', () => {
    expect(apiFields({ ...api, description: null, group: null, spec: null, version: null }).fields).toMatchObject(api);
  });

  it.each([
    ['no name', { name: '' }, 'name'],
    ['a long name', { name: 'x'.repeat(101) }, 'name'],
    ['a name outside ASCII', { name: 'größe' }, 'name'],
    ['a relative URL', { targetURL: '/path' }, 'targetURL'],
    ['a URL without authority', { targetURL: 'javascript:alert(1)' }, 'targetURL'],
    ['a long URL', { targetURL: `https://example.com/${'x'.repeat(256)}` }, 'targetURL'],
    ['a long description', { description: 'x'.repeat(2001) }, 'description'],
    ['a long group', { group: 'x'.repeat(101) }, 'group'],
    ['an odd version', { version: { value: 'latest' } }, 'version.value'],
    ['OData in YAML', { spec: { type: 'ODATA', format: 'YAML', data: '' } }, 'spec'],
    ['OpenAPI in XML', { spec: { type: 'OPEN_API', format: 'XML', data: '' } }, 'spec'],
    ['a specification that is too large', { spec: { type: 'OPEN_API', format: 'JSON', data: 'x'.repeat(350 * 1024 + 1) } }, 'spec.data'],
  ])('is refused with %s', (_, change, field) => {
    expect(() => apiFields({ ...api, ...change })).toThrow(refused(field));
  });

  it('counts characters, not bytes, where the limit is for people', () => {
    expect(() => apiFields({ ...api, description: '😀'.repeat(2000) })).not.toThrow();
  });

  it.each(['1', '1.2', 'v1.2.3', '1.0.0-rc.1', '1.0.0+build.5'])('may have version %s', (value) => {
    expect(apiFields({ ...api, version: { value } }).fields.apiVersion).toMatchObject({ value });
  });
});

describe('an Event Definition', () => {
  it('has a specification in AsyncAPI', () => {
    expect(eventFields({ name: 'e', spec: { type: 'ASYNC_API', format: 'YAML', data: 'a' } }).specText).toBe('a');
    expect(() => eventFields({ name: 'e', spec: { type: 'ASYNC_API', format: 'XML', data: 'a' } })).toThrow(refused('spec'));
  });
});

describe('a document', () => {
  const document = { title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN' };

  it.each([
    [{ title: '' }, 'title'],
    [{ title: 'x'.repeat(129) }, 'title'],
    [{ displayName: 'x'.repeat(129) }, 'displayName'],
    [{ description: '' }, 'description'],
    [{ data: '€'.repeat(350 * 1024) }, 'data'],
  ])('is refused with %j', (change, field) => {
    expect(() => newDocument({ ...document, ...change }, 'b', origin)).toThrow(refused(field));
  });
});

describe('a bundle', () => {
  const basic = { credential: { basic: { username: 'me', password: 'hidden' } } };

  it('seals its credentials for itself alone', async () => {
    const { bundle } = await newBundle({ name: 'b', defaultInstanceAuth: basic }, origin, sealer);
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
    await expect(newBundle({ name: 'b', defaultInstanceAuth: { credential } }, origin, sealer)).rejects.toEqual(refused('credential'));
  });

  it('is refused with a schema that is not JSON', async () => {
    await expect(newBundle({ name: 'b', instanceAuthRequestInputSchema: '{' }, origin, sealer)).rejects.toEqual(
      refused('instanceAuthRequestInputSchema'),
    );
  });

  it('is refused as a whole with one definition that is wrong', async () => {
    await expect(newBundle({ name: 'b', apiDefinitions: [api, { name: 'x' }] }, origin, sealer)).rejects.toEqual(refused('targetURL'));
  });
});
