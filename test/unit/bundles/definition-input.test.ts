import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jweSealer } from '#shared/aws/jwe-sealer.ts';
import { apiFields, eventFields, newApi, newDocument } from '#shared/bundles/definition-input.ts';
import { fetchRequestSealingContext } from '#shared/bundles/fetch-request.ts';
import { maxItemTextBytes, maxTextBytes } from '#shared/bundles/text.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const key = randomBytes(32);
const sealer = jweSealer(async () => key);
const origin = { tenant: tenantId('t'), applicationId: 'a', changedBy: 'user/alice', now: new Date() };
const api = { name: 'api', targetURL: 'https://example.com' };
const fetchRequest = { url: 'https://example.com/openapi.json' };
const fetched = { type: 'OPEN_API', format: 'JSON' };
const refused = (...fields: string[]) =>
  expect.objectContaining({ code: 'InvalidData', details: Object.fromEntries(fields.map((field) => [field, expect.any(String)])) });

describe('an API Definition', () => {
  it('keeps its specification apart from what describes it', async () => {
    const spec = { type: 'OPEN_API', format: 'YAML', data: 'openapi: 3.1.0' };
    const { made, text } = await newApi({ ...api, spec, version: { value: '1.2.3' } })('b', origin, sealer);
    expect(made).toMatchObject({ spec: { type: 'OPEN_API', format: 'YAML' }, apiVersion: { value: '1.2.3' }, text: { bytes: 14 } });
    expect(text).toMatchObject({ ownerId: made.id, data: 'openapi: 3.1.0' });
    expect(JSON.stringify(made)).not.toContain('openapi: 3.1.0');
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
    ['a version with two builds', { version: { value: '1.0.0+1+2' } }, 'version.value'],
    ['OData in YAML', { spec: { type: 'ODATA', format: 'YAML', data: '' } }, 'spec'],
    ['OpenAPI in XML', { spec: { type: 'OPEN_API', format: 'XML', data: '' } }, 'spec'],
    ['a specification that is too large', { spec: { type: 'OPEN_API', format: 'JSON', data: 'x'.repeat(maxTextBytes + 1) } }, 'spec.data'],
    ['neither a text nor where to fetch it', { spec: { type: 'OPEN_API', format: 'JSON' } }, 'spec'],
    ['both a text and where to fetch it', { spec: { type: 'OPEN_API', format: 'JSON', data: '', fetchRequest } }, 'spec'],
    ['a long URL to fetch from', { spec: { ...fetched, fetchRequest: { url: `https://${'x'.repeat(256)}` } } }, 'spec.fetchRequest.url'],
    [
      'plain HTTP with a port to fetch from',
      { spec: { ...fetched, fetchRequest: { url: 'http://example.com:81/a' } } },
      'spec.fetchRequest.url',
    ],
    ['a port that is not called', { spec: { ...fetched, fetchRequest: { url: 'https://example.com:9/a' } } }, 'spec.fetchRequest.url'],
    ['no URL to fetch from', { spec: { ...fetched, fetchRequest: { url: 'a b' } } }, 'spec.fetchRequest.url'],
  ])('is refused with %s', (_, change, field) => {
    expect(() => apiFields({ ...api, ...change })).toThrow(refused(field));
  });

  it('counts characters, not bytes, where the limit is for people', () => {
    expect(() => apiFields({ ...api, description: '😀'.repeat(2000) })).not.toThrow();
  });

  it.each([
    ...['1', '1.2', 'v1.2.3', '1.0.0-rc.1', '1.0.0+build.5'],
    ...['1.0.0-alpha+001', '1.0.0-beta+exp.sha.5114f85', '2.0.0-rc.1+build.123', '1.0.0-x-y-z.--', '1.2.3----RC-SNAPSHOT.12.9.1--.12'],
  ])('may have version %s', (value) => {
    expect(apiFields({ ...api, version: { value } }).fields.apiVersion).toMatchObject({ value });
  });
});

describe('an Event Definition', () => {
  it('has a specification in AsyncAPI', () => {
    expect(eventFields({ name: 'e', spec: { type: 'ASYNC_API', format: 'YAML', data: 'a' } }).source).toMatchObject({ data: 'a' });
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
    [{ data: '', fetchRequest }, 'input'],
  ])('is refused with %j', async (change, field) => {
    expect(() => newDocument({ ...document, ...change }, 'b')).toThrow(refused(field));
  });

  it('is refused with a text that is too large, in bytes', async () => {
    const data = '€'.repeat(maxTextBytes / 3 + 1);
    expect(() => newDocument({ ...document, data }, 'b')).toThrow(refused('data'));
  });
});

/** An OpenAPI document of so many bytes. */
const openApiOf = (bytes: number): string => '{"openapi":"3.1.0","x":"ü"}'.padEnd(bytes - 1);

describe('a text', () => {
  const place = async (data: string) =>
    (await newApi({ ...api, spec: { type: 'OPEN_API', format: 'JSON', data } })('b', origin, sealer)).made.text;

  it.each([
    ['of 64 KB stays in the table', openApiOf(maxItemTextBytes), false],
    ['of one byte more is an object in the bucket', openApiOf(maxItemTextBytes + 1), true],
  ])('%s', async (_, data, isObject) => {
    expect((await place(data))?.objectKey !== undefined).toBe(isObject);
  });

  it('gets an object that only its tenant, its Application and it itself have', async () => {
    const spec = { type: 'OPEN_API', format: 'JSON', data: openApiOf(maxItemTextBytes + 1) };
    const { made } = await newApi({ ...api, spec })('b', origin, sealer);
    expect(made.text?.objectKey).toMatch(new RegExp(`^t/a/${made.id}/[0-9a-f-]{36}$`));
  });
});

describe('a fetch request', () => {
  const requestOf = async (given: object) =>
    (await newApi({ ...api, spec: { ...fetched, fetchRequest: { ...fetchRequest, ...given } } })('b', origin, sealer)).made;

  it('waits to be carried out, and says nothing of a text', async () => {
    const made = await requestOf({});
    expect(made.text).toBeUndefined();
    expect(made.fetchRequest).toMatchObject({ ...fetchRequest, mode: 'SINGLE', status: { condition: 'INITIAL' } });
  });

  it('seals its credentials for its definition alone', async () => {
    const made = await requestOf({ auth: { credential: { basic: { username: 'me', password: 'hidden' } } } });
    expect(JSON.stringify(made)).not.toContain('hidden');
    expect(await sealer.open(fetchRequestSealingContext(made), made.fetchRequest?.auth ?? '')).toContain('hidden');
  });

  it.each([
    ['a mode that reads several files', { mode: 'BUNDLE' }, 'fetching in mode BUNDLE is not supported'],
    ['an index', { mode: 'INDEX' }, 'fetching in mode INDEX is not supported'],
    ['a filter', { filter: '/docs' }, 'fetching with a filter is not supported'],
  ])('with %s has failed from the start, as existing clients know it', async (_, given, message) => {
    expect((await requestOf(given)).fetchRequest?.status).toMatchObject({ condition: 'FAILED', message });
  });

  it('may name a host instead of a URL, as in the original', async () => {
    expect((await requestOf({ url: 'kyma-project.io' })).fetchRequest).toMatchObject({ url: 'kyma-project.io' });
  });

  it.each([
    ['a certificate', { credential: { certificateOAuth: { clientId: 'c', certificate: 'PEM', url: 'https://example.com' } } }],
    ['a CSRF token', { requestAuth: { csrf: { tokenEndpointURL: 'https://example.com' } } }],
  ])('is refused with credentials by %s, which it could not use', async (_, auth) => {
    await expect(requestOf({ auth })).rejects.toEqual(refused('auth'));
  });
});
