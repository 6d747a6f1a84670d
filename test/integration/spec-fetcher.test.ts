import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchText } from '#shared/bundles/fetch-text.ts';
import { maxFetchedBytes, maxItemTextBytes, maxTextBytes } from '#shared/bundles/text.ts';
import { later, minutes } from '#shared/core/clock.ts';
import { quotas } from '#shared/core/quotas.ts';
import { type EndpointLease, endpointOf } from '#shared/endpoints/endpoint-leases.ts';
import { fetchCalls } from '#shared/endpoints/endpoint-pools.ts';
import { dynamoConfigurationRevisions } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { countsOf, setCounts } from '#test/support/counted.ts';
import { aSystem, everyItem } from '#test/support/director-world.ts';
import { type SpecificationWorld, specificationWorld } from '#test/support/specification-world.ts';
import { testCertificateAuthority } from '#test/support/test-certificate-authority.ts';
import { testHttpsServer } from '#test/support/test-https-server.ts';
import { startWebhookEndpoint } from '#test/support/webhook-endpoint.ts';

let world: SpecificationWorld;
let application: string;
let bundle: string;

beforeAll(async () => {
  world = await specificationWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.server.received.length = 0;
  world.server.answers({ status: 200, body: 'openapi: 3.1.0' });
  await world.events();
  const { app } = await world.caller.do(`mutation { app: registerApplication(in: {
    name: "application-${crypto.randomUUID()}", bundles: [{ name: "b" }] }) { id bundles { data { id } } } }`);
  application = app.id;
  bundle = app.bundles.data[0].id;
});

const fields =
  'id spec { id data fetchRequest { url mode filter status { condition message timestamp } auth { credential { __typename } } } }';
const input = (fetchRequest: object) => ({
  name: 'api',
  targetURL: 'https://example.com',
  spec: { type: 'OPEN_API', format: 'YAML', fetchRequest: { url: `${world.server.url}/openapi.yaml`, ...fetchRequest } },
});

async function addApi(fetchRequest: object = {}) {
  const { api } = await world.caller.do(
    `mutation ($bundle: ID!, $in: APIDefinitionInput!) { api: addAPIDefinitionToBundle(bundleID: $bundle, in: $in) { ${fields} } }`,
    { bundle, in: input(fetchRequest) },
  );
  return api;
}
const specOf = async (id: string) => {
  const { found } = await world.caller.do(`{ found: application(id: "${application}") { apiDefinition(id: "${id}") { ${fields} } } }`);
  return found.apiDefinition.spec;
};
const conditionOf = async (id: string) => {
  const { found } = await world.caller.do(
    `{ found: application(id: "${application}") { apiDefinition(id: "${id}") { spec { fetchRequest { status { condition } } } } } }`,
  );
  return found.apiDefinition.spec.fetchRequest.status.condition;
};
const refetch = (id: string) =>
  world.caller.do(`mutation { spec: refetchAPISpec(apiID: "${id}") { id data fetchRequest { status { condition } } } }`);

describe('a specification with a fetch request', () => {
  it('is fetched a moment later, and says so', async () => {
    const { id, spec } = await addApi();
    expect(spec).toMatchObject({
      data: null,
      fetchRequest: { mode: 'SINGLE', filter: null, status: { condition: 'INITIAL', message: null } },
    });
    await world.fetchAll();
    expect(await specOf(id)).toMatchObject({ data: 'openapi: 3.1.0', fetchRequest: { status: { condition: 'SUCCEEDED', message: null } } });
    expect(world.server.received).toMatchObject([
      { method: 'GET', path: '/openapi.yaml', headers: { 'accept-encoding': 'gzip, br, deflate' } },
    ]);
  });

  it('does not have Runtimes read their configuration again, which says nothing of it', async () => {
    const revisions = dynamoConfigurationRevisions(world.dynamo.table);
    const { id } = await addApi();
    const before = await revisions.current(world.tenant);
    await world.fetchAll();
    await refetch(id);
    await world.fetchAll();
    expect(await conditionOf(id)).toBe('SUCCEEDED');
    expect(await revisions.current(world.tenant)).toEqual(before);
    await world.caller.do(
      `mutation { updateAPIDefinition(id: "${id}", in: { name: "renamed", targetURL: "https://example.com" }) { id } }`,
    );
    expect(await revisions.current(world.tenant)).not.toEqual(before);
  });

  it.each([
    ['small', 'openapi: 3.1.0'],
    ['large', 'x'.repeat(maxItemTextBytes + 1)],
  ])('is not fetched beyond the bytes that its Application may have, and says so, where it is %s', async (_, body) => {
    const owner = { tenant: world.tenant, kind: 'application', id: application } as const;
    const objects = await world.bucket.keys();
    await setCounts(world.dynamo, owner, { textBytes: quotas.textBytes.max });
    world.server.answers({ status: 200, body });
    const { id } = await addApi();
    await world.fetchAll();
    const status = { condition: 'FAILED', message: expect.stringContaining('quota=textBytes') };
    expect(await specOf(id)).toMatchObject({ data: null, fetchRequest: { status } });
    expect(await world.bucket.keys()).toEqual(objects);
    await setCounts(world.dynamo, owner, { textBytes: 0 });
    await refetch(id);
    await world.fetchAll();
    expect(await conditionOf(id)).toBe('SUCCEEDED');
    expect(await countsOf(world.dynamo, owner)).toMatchObject({ textBytes: body.length });
  });

  it('goes into the bucket when it is large', async () => {
    const body = `"${'ü'.repeat(maxItemTextBytes)}"`;
    world.server.answers({ status: 200, body });
    const { id } = await addApi();
    await world.fetchAll();
    expect((await specOf(id)).data).toBe(body);
    expect((await world.bucket.keys()).filter((key) => key.includes(id))).toHaveLength(1);
  });

  it('is read as a whole when it is as large as an answer may be', async () => {
    world.server.answers({ status: 200, body: 'x'.repeat(maxTextBytes) });
    const { id } = await addApi();
    await world.fetchAll();
    expect((await specOf(id)).data).toHaveLength(maxTextBytes);
  });

  it.each([
    ['in UTF-8', 'text/yaml', (text: string) => Buffer.from(text)],
    ['in UTF-8 with a mark', 'text/yaml', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['in Latin-1', 'text/yaml; charset=iso-8859-1', (text: string) => Buffer.from(text, 'latin1')],
    ['in UTF-16', 'text/yaml; charset=utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
  ])('of more than an answer takes is stored exactly, when it comes %s', async (_, type, encoded) => {
    const body = `title: ${'Größe,'.repeat(2 * 1024 * 1024)}!`;
    world.server.answers({ status: 200, headers: { 'content-type': type }, body: encoded(body) });
    const { id } = await addApi();
    await world.fetchAll();
    expect(await conditionOf(id)).toBe('SUCCEEDED');
    const [key = ''] = (await world.bucket.keys()).filter((one) => one.includes(id));
    expect((await world.bucket.textObjects.get(key)) === body).toBe(true);
    expect(await countsOf(world.dynamo, { tenant: world.tenant, kind: 'application', id: application })).toMatchObject({
      textBytes: Buffer.byteLength(body),
    });
  });

  it('leaves nothing behind when it is cut off, and is fetched again', async () => {
    const body = 'x'.repeat(3 * maxTextBytes);
    world.server.answers({ status: 200, headers: { 'content-length': String(body.length + 1) }, body }, { status: 200, body });
    const { id } = await addApi();
    await world.fetchAll();
    expect(await conditionOf(id)).toBe('SUCCEEDED');
    expect((await world.bucket.keys()).filter((key) => key.includes(id))).toHaveLength(1);
    expect(world.server.received).toHaveLength(2);
  });

  it('of an Event Definition in no bundle, and of a document, is fetched like any', async () => {
    const request = { url: world.server.url };
    const { event } = await world.caller.do(
      'mutation ($id: ID!, $in: EventDefinitionInput!) { event: addEventDefinitionToApplication(appID: $id, in: $in) { id } }',
      { id: application, in: { name: 'e', spec: { type: 'ASYNC_API', format: 'YAML', fetchRequest: request } } },
    );
    await world.caller.do('mutation ($id: ID!, $in: DocumentInput!) { addDocumentToBundle(bundleID: $id, in: $in) { id } }', {
      id: bundle,
      in: { title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN', fetchRequest: request },
    });
    await world.fetchAll();
    const { found } = await world.caller.do(`{ found: application(id: "${application}") {
      eventDefinition(id: "${event.id}") { spec { data } }
      bundle(id: "${bundle}") { documents { data { data fetchRequest { status { condition } } } } } } }`);
    expect(found.eventDefinition.spec.data).toBe('openapi: 3.1.0');
    expect(found.bundle.documents.data).toEqual([{ data: 'openapi: 3.1.0', fetchRequest: { status: { condition: 'SUCCEEDED' } } }]);
  });

  it('comes over HTTPS from a server with a trusted certificate', async () => {
    const authority = await testCertificateAuthority();
    const secure = await testHttpsServer(await authority.serverIdentity(), undefined, async (_, response) => {
      response.end('over TLS');
    });
    const { id } = await addApi({ url: secure.url });
    await world.fetchAll();
    expect(await specOf(id)).toMatchObject({ data: null, fetchRequest: { status: { condition: 'FAILED' } } });
    const usual = getCACertificates();
    setDefaultCACertificates([...usual, authority.certificate]);
    await refetch(id);
    await world.fetchAll();
    setDefaultCACertificates(usual);
    await secure.close();
    expect(await specOf(id)).toMatchObject({ data: 'over TLS', fetchRequest: { status: { condition: 'SUCCEEDED' } } });
  });
});

describe('the credentials of a fetch request', () => {
  const asked = () => world.server.received[0];

  it('go along as basic authorization, and are sealed in the table', async () => {
    const { spec } = await addApi({ auth: { credential: { basic: { username: 'me', password: 'hidden-secret' } } } });
    expect(spec.fetchRequest.auth).toEqual({ credential: { __typename: 'BasicCredentialData' } });
    expect(JSON.stringify(await everyItem(world.dynamo))).not.toContain('hidden-secret');
    const [event = ''] = await world.events('SpecificationFetchRequested');
    expect(event).not.toContain('hidden');
    expect(event).not.toContain(world.server.url);
    await world.queue.send(event);
    await world.fetchAll();
    expect(asked()?.headers.authorization).toBe(`Basic ${Buffer.from('me:hidden-secret').toString('base64')}`);
  });

  it('go along as headers and query parameters', async () => {
    await addApi({
      url: `${world.server.url}/spec?a=b`,
      auth: { additionalHeaders: { 'X-Key': ['k'] }, additionalQueryParams: { token: ['t 1'] } },
    });
    await world.fetchAll();
    expect(asked()?.path).toBe('/spec?a=b&token=t%201');
    expect(asked()?.headers['x-key']).toBe('k');
  });

  it('are exchanged for a token, and for another when the first one was withdrawn', async () => {
    const issuer = await startWebhookEndpoint();
    const token = (access_token: string) => ({ status: 200, body: JSON.stringify({ access_token, expires_in: 3600 }) });
    issuer.answers(token('first'), token('second'));
    world.server.answers(401, { status: 200, body: 'with a token' });
    const { id } = await addApi({ auth: { credential: { oauth: { clientId: 'c', clientSecret: 's', url: `${issuer.url}/token` } } } });
    await world.fetchAll();
    await issuer.stop();
    expect(world.server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer first', 'Bearer second']);
    expect((await specOf(id)).data).toBe('with a token');
  });

  it('are hidden from callers without the scope', async () => {
    const { id } = await addApi({ auth: { credential: { basic: { username: 'me', password: 'p' } } } });
    const runtime = { ...aSystem('application', application, world.tenant), scopes: new Set(['application:read']) };
    const { found } = await world.director
      .as(runtime)
      .do(
        `{ found: application(id: "${application}") { apiDefinition(id: "${id}") { spec { fetchRequest { auth { credential { __typename } } } } } } }`,
      );
    expect(found.apiDefinition.spec.fetchRequest?.auth ?? null).toBeNull();
  });
});

describe('a server', () => {
  const text = '{"title":"Größe"}';
  const answersWith = (headers: Record<string, string>, body: string | Buffer) => world.server.answers({ status: 200, headers, body });
  const fetched = async (fetchRequest: object = {}) => {
    const { id } = await addApi(fetchRequest);
    await world.fetchAll();
    const { data, fetchRequest: request } = await specOf(id);
    return data ?? request.status.message;
  };

  it.each([301, 302, 303, 307, 308])('may send elsewhere with %i', async (status) => {
    world.server.answers({ status, headers: { location: '/there?a=%20b' } }, { status: 200, body: text });
    expect(await fetched()).toBe(text);
    expect(world.server.received[1]?.path).toBe('/there?a=%20b');
  });

  it('may send elsewhere five times', async () => {
    const moved = { status: 302, headers: { location: '/there' } };
    world.server.answers(moved, moved, moved, moved, moved, { status: 200, body: text });
    expect(await fetched()).toBe(text);
    world.server.answers(moved);
    expect(await fetched()).toBe('the server redirected more than 5 times');
  });

  it('that sends to another origin does not send the credentials there', async () => {
    const other = await startWebhookEndpoint();
    other.answers({ status: 200, body: text });
    world.server.answers({ status: 302, headers: { location: `${other.url}/spec` } });
    const auth = { credential: { basic: { username: 'me', password: 'p' } }, additionalHeaders: { 'X-Key': ['k'] } };
    expect(await fetched({ auth })).toBe(text);
    expect(world.server.received[0]?.headers).toMatchObject({ authorization: expect.anything(), 'x-key': 'k' });
    expect(other.received[0]?.headers).not.toHaveProperty('authorization');
    expect(other.received[0]?.headers).not.toHaveProperty('x-key');
    await other.stop();
  });

  it.each([
    ['gzip', gzipSync(text)],
    ['X-GZIP', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
    ['utf-8', Buffer.from(text)],
    ['aws-chunked', Buffer.from(text)],
    ['aws-chunked, gzip', gzipSync(text)],
  ])('may pack what it answers with %s', async (coding, body) => {
    answersWith({ 'content-encoding': coding }, body);
    expect(await fetched()).toBe(text);
  });

  it('cannot make a small answer into a text that is too large', async () => {
    answersWith({ 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(2 * maxFetchedBytes)));
    expect(await fetched()).toBe(`the text is larger than ${maxFetchedBytes} bytes`);
    expect((await world.bucket.keys()).filter((key) => key.includes(application))).toEqual([]);
  });

  it('is asked for the registered format first', async () => {
    const accept = async (type: string, format: string) => {
      world.server.received.length = 0;
      world.server.answers({ status: 200, body: text });
      await world.caller.do(
        'mutation ($bundle: ID!, $in: APIDefinitionInput!) { api: addAPIDefinitionToBundle(bundleID: $bundle, in: $in) { id } }',
        { bundle, in: { ...input({}), spec: { type, format, fetchRequest: { url: world.server.url } } } },
      );
      await world.fetchAll();
      return world.server.received[0]?.headers.accept?.split(/[,;]/)[0];
    };
    expect(await accept('ODATA', 'XML')).toBe('application/xml');
    expect(await accept('OPEN_API', 'YAML')).toBe('application/yaml');
    expect(await accept('OPEN_API', 'JSON')).toBe('application/json');
  });
});

describe('a fetch that fails', () => {
  it.each([
    ['the server does not have it', 404, 'the server answered 404'],
    [
      'the server sends into a private network',
      { status: 302, headers: { location: 'https://10.0.0.1/' } },
      'the host is not on the public internet',
    ],
    [
      'the server sends to the metadata of the machine',
      { status: 302, headers: { location: 'http://169.254.169.254/' } },
      'the host is not on the public internet',
    ],
    ['the server sends elsewhere and does not say where', 302, 'the server answered 302'],
    ['the server sends to an FTP server', { status: 302, headers: { location: 'ftp://example.com/' } }, 'the URL must begin with https://'],
    ['it is no text', { status: 200, body: Buffer.from([0xff, 0xfe, 0]) }, 'the answer is not text in a known encoding'],
    [
      'it is larger than a text may be',
      { status: 200, body: 'x'.repeat(maxFetchedBytes + 1) },
      `the text is larger than ${maxFetchedBytes} bytes`,
    ],
    [
      'it stops being text after its beginning',
      { status: 200, body: Buffer.concat([Buffer.alloc(2 * maxTextBytes, 'x'), Buffer.from([0xff])]) },
      'the answer is not text in a known encoding',
    ],
  ])('for good is recorded at once: %s', async (_, answer, message) => {
    world.server.answers(answer);
    const { id } = await addApi();
    await world.fetchAll();
    expect(await specOf(id)).toMatchObject({ data: null, fetchRequest: { status: { condition: 'FAILED', message } } });
    expect(world.server.received).toHaveLength(1);
  });

  it.each([
    ['https://10.0.0.1/spec', 'must name a host on the public internet'],
    ['http://169.254.169.254/latest', 'must name a host on the public internet'],
    ['http://example.com:81/', 'must begin with https://'],
    ['https://example.com:22/', 'must have the port 443 or 8443'],
  ])('is not requested: %s', async (url, problem) => {
    await expect(addApi({ url })).rejects.toThrow(`spec.fetchRequest.url=${problem}`);
  });

  it.each(['specifications.example/openapi.yaml', 'http://specifications.example/openapi.yaml'])('is tried by https: %s', async (url) => {
    const { id } = await addApi({ url });
    await world.fetchAll();
    const message = 'the host name cannot be resolved';
    expect((await specOf(id)).fetchRequest.status).toMatchObject({ condition: 'FAILED', message });
  });

  it('for a while is tried again', async () => {
    world.server.answers(503, 429, { status: 200, body: 'at last' });
    const { id } = await addApi();
    await world.fetchAll();
    expect(await specOf(id)).toMatchObject({ data: 'at last', fetchRequest: { status: { condition: 'SUCCEEDED' } } });
  });

  it('for longer is given up after the last attempt, and keeps nothing of what the server said', async () => {
    world.server.answers({ status: 503, body: 'internal-secret' });
    const { id } = await addApi();
    await world.fetchAll();
    expect((await specOf(id)).fetchRequest.status).toMatchObject({ condition: 'FAILED', message: 'the server answered 503' });
    expect(world.server.received).toHaveLength(3);
    expect(await world.queue.deadLetters?.size()).toBe(0);
    expect(JSON.stringify(await everyItem(world.dynamo))).not.toContain('internal-secret');
  });
});

describe('fetching again', () => {
  it('replaces the text, which stays until then', async () => {
    const { id } = await addApi();
    await world.fetchAll();
    world.server.answers({ status: 200, body: 'second' });
    const { spec } = await refetch(id);
    expect(spec).toEqual({ id, data: 'openapi: 3.1.0', fetchRequest: { status: { condition: 'INITIAL' } } });
    await world.fetchAll();
    expect((await specOf(id)).data).toBe('second');
  });

  it('keeps the text when the server has none any more', async () => {
    const { id } = await addApi();
    await world.fetchAll();
    world.server.answers(410);
    await refetch(id);
    await world.fetchAll();
    expect(await specOf(id)).toMatchObject({ data: 'openapi: 3.1.0', fetchRequest: { status: { condition: 'FAILED' } } });
  });

  it('does nothing to a specification that was given as a text', async () => {
    const { api } = await world.caller.do(`mutation { api: addAPIDefinitionToBundle(bundleID: "${bundle}", in: {
      name: "a", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "given" } }) { id } }`);
    expect((await refetch(api.id)).spec).toEqual({ id: api.id, data: 'given', fetchRequest: null });
    expect(await world.events('SpecificationFetchRequested')).toEqual([]);
  });

  it('of a definition without a specification finds none', async () => {
    const { api } = await world.caller.do(
      `mutation { api: addAPIDefinitionToBundle(bundleID: "${bundle}", in: { name: "a", targetURL: "https://example.com" }) { id } }`,
    );
    const { errors } = await world.caller.ask(`mutation { refetchAPISpec(apiID: "${api.id}") { id } }`);
    expect(errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
  });

  it('works for Event Definitions as well', async () => {
    const { event } = await world.caller.do(
      'mutation ($id: ID!, $in: EventDefinitionInput!) { event: addEventDefinitionToBundle(bundleID: $id, in: $in) { id } }',
      { id: bundle, in: { name: 'e', spec: { type: 'ASYNC_API', format: 'YAML', fetchRequest: { url: world.server.url } } } },
    );
    await world.fetchAll();
    const { spec } = await world.caller.do(
      `mutation { spec: refetchEventDefinitionSpec(eventID: "${event.id}") { id fetchRequest { status { condition } } } }`,
    );
    expect(spec).toEqual({ id: event.id, fetchRequest: { status: { condition: 'INITIAL' } } });
  });
});

describe('a message that comes late, or again', () => {
  it('does nothing once there is a result', async () => {
    const { id } = await addApi();
    const [event = ''] = await world.events('SpecificationFetchRequested');
    for (const body of [event, event, event]) await world.queue.send(body);
    while ((await world.queue.size()) > 0) await world.queue.feed(world.fetching);
    const { version } = (await everyItem(world.dynamo)).find((item) => item.id === id) ?? {};
    expect(version).toBe(2);
    expect(await conditionOf(id)).toBe('SUCCEEDED');
  });

  it('does nothing for a request that was replaced', async () => {
    const { id } = await addApi({ url: `${world.server.url}/old` });
    const [old = ''] = await world.events('SpecificationFetchRequested');
    await world.caller.do('mutation ($id: ID!, $in: APIDefinitionInput!) { updateAPIDefinition(id: $id, in: $in) { id } }', {
      id,
      in: input({ url: `${world.server.url}/new` }),
    });
    await world.queue.send(old);
    await world.queue.feed(world.fetching);
    expect(world.server.received).toEqual([]);
    expect(await conditionOf(id)).toBe('INITIAL');
    await world.fetchAll();
    expect(world.server.received.map(({ path }) => path)).toEqual(['/new']);
  });

  it('does nothing for a definition that is gone', async () => {
    const { id } = await addApi();
    await world.caller.do(`mutation { deleteAPIDefinition(id: "${id}") { id } }`);
    await world.fetchAll();
    expect(world.server.received).toEqual([]);
  });

  it('leaves out a result that is not awaited any more when it arrives, and its object', async () => {
    const { id } = await addApi();
    world.server.answers({ status: 200, body: 'x'.repeat(maxItemTextBytes + 1) });
    const [event = ''] = await world.events('SpecificationFetchRequested');
    await world.queue.send(event);
    world.server.meanwhile = async () => {
      await world.caller.do(`mutation { updateAPIDefinition(id: "${id}", in: {
        name: "api", targetURL: "https://example.com", spec: { type: OPEN_API, format: YAML, data: "given meanwhile" } }) { id } }`);
    };
    await world.queue.feed(world.fetching);
    world.server.meanwhile = undefined;
    expect(await specOf(id)).toMatchObject({ data: 'given meanwhile', fetchRequest: null });
    expect((await world.bucket.keys()).filter((key) => key.includes(id))).toEqual([]);
  });

  it('takes its result along when only the rest was changed meanwhile', async () => {
    const { id } = await addApi();
    const [event = ''] = await world.events('SpecificationFetchRequested');
    await world.queue.send(event);
    world.server.meanwhile = async () => {
      await world.caller.do(
        `mutation { updateAPIDefinition(id: "${id}", in: { name: "renamed", targetURL: "https://example.com" }) { id } }`,
      );
    };
    await world.queue.feed(world.fetching);
    world.server.meanwhile = undefined;
    const { found } = await world.caller.do(
      `{ found: application(id: "${application}") { apiDefinition(id: "${id}") { name spec { data } } } }`,
    );
    expect(found.apiDefinition).toEqual({ name: 'renamed', spec: { data: 'openapi: 3.1.0' } });
  });
});

describe('a server that is fetched from as often as it may be at once', () => {
  const leases = () => dynamoEndpointLeases(world.dynamo.table, Math.random, fetchCalls);
  const endpointAt = (url: string) => endpointOf(world.tenant, url) ?? expect.fail('the server has no origin');

  /** Takes every lease of the server; the result gives them back. */
  async function occupied(url = world.server.url, answered = true) {
    const endpoint = endpointAt(url);
    const taken: EndpointLease[] = [];
    for (
      let next = await leases().admit(endpoint, new Date());
      next.result === 'admitted';
      next = await leases().admit(endpoint, new Date())
    )
      taken.push(next.lease);
    return async () => {
      for (const lease of taken) await leases().release(lease, answered, new Date());
    };
  }
  const order = async () => (await world.events('SpecificationFetchRequested'))[0] ?? expect.fail('nothing was ordered');

  it('has a fetch wait in another message, which is no attempt and no reception', async () => {
    const free = await occupied();
    const { id } = await addApi();
    await world.queue.send(await order());
    expect(await world.queue.feed(world.fetching)).toEqual({ batchItemFailures: [] });
    expect(world.server.received).toEqual([]);
    expect(await conditionOf(id)).toBe('INITIAL');
    expect(await world.queue.size()).toBe(1);
    await free();
    world.server.answers(503, 503, { status: 200, body: 'in time' });
    await world.fetchAll();
    expect((await specOf(id)).data).toBe('in time');
  });

  it('takes nothing from another server', async () => {
    const free = await occupied();
    const other = await startWebhookEndpoint();
    other.answers({ status: 200, body: 'elsewhere' });
    const { id } = await addApi({ url: other.url });
    await world.fetchAll();
    await Promise.all([free(), other.stop()]);
    expect((await specOf(id)).data).toBe('elsewhere');
  });

  it('and does not answer is given up in the end', async () => {
    const url = 'https://silent.example/openapi.yaml';
    const silent = await occupied(url, false);
    await silent();
    // The probe of another worker.
    await leases().admit(endpointAt(url), new Date());
    const { id } = await addApi({ url });
    const event = JSON.parse(await order());
    const waited = { times: 9, attempts: 1, since: later(new Date(), -minutes(40)).toISOString() };
    await world.queue.send(JSON.stringify({ ...event, waited }));
    await world.queue.feed(world.fetching);
    const message = 'the server does not answer';
    expect((await specOf(id)).fetchRequest.status).toMatchObject({ condition: 'FAILED', message });
  });
});

describe('a crash', () => {
  const body = 'x'.repeat(maxItemTextBytes + 1);

  /** Runs one attempt at the fetch with the given failure of its write. */
  async function attempt(id: string, replace: (write: () => Promise<void>) => Promise<void>) {
    const { deps } = await import('#functions/spec-fetcher/deps.ts');
    const { apiDefinitions } = deps.bundles;
    const [event = ''] = await world.events('SpecificationFetchRequested');
    const { metadata, data } = JSON.parse(event).detail;
    const broken = {
      ...apiDefinitions,
      replace: (...given: Parameters<typeof apiDefinitions.replace>) => replace(() => apiDefinitions.replace(...given)),
    };
    const wish = { ...data, tenant: metadata.tenant };
    const failing = { ...deps, bundles: { ...deps.bundles, apiDefinitions: broken } };
    await expect(fetchText(wish, { ...turn, count: 1 }, failing)).rejects.toThrow('crashed');
    return {
      again: () => fetchText(wish, { ...turn, count: 2 }, deps),
      objects: async () => (await world.bucket.keys()).filter((key) => key.includes(id)),
    };
  }
  const turn = { receiptHandle: '', sendAgain: () => expect.fail('there is nothing to wait for') };
  const crash = () => Promise.reject(new Error('crashed'));

  it('before the result was written leaves an object that nothing points to, and the repeat fetches again', async () => {
    world.server.answers({ status: 200, body });
    const { id } = await addApi();
    const { again, objects } = await attempt(id, crash);
    expect(await conditionOf(id)).toBe('INITIAL');
    expect(await again()).toMatchObject({ outcome: 'fetched' });
    expect((await specOf(id)).data).toBe(body);
    expect(await objects()).toHaveLength(2);
  });

  it('after it leaves nothing to do, and the text where it is', async () => {
    world.server.answers({ status: 200, body });
    const { id } = await addApi();
    const { again, objects } = await attempt(id, (write) => write().then(crash));
    expect(await again()).toEqual({ outcome: 'outdated', retry: false });
    expect((await specOf(id)).data).toBe(body);
    expect(await objects()).toHaveLength(1);
    expect(world.server.received).toHaveLength(1);
  });
});
