import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let alice: Caller;
let application: string;
let bundle: string;

beforeAll(async () => {
  dynamo = await startDynamo();
  alice = directorWorld(dynamo).as(aUser(aTenant()));
  const { app } = await alice.do(
    'mutation { app: registerApplication(in: { name: "host", bundles: [{ name: "b" }] }) { id bundles { data { id } } } }',
  );
  application = app.id;
  bundle = app.bundles.data[0].id;
});
afterAll(() => dynamo.stop());

const text = (length: number, of = 'x') => of.repeat(length);
const url = (length: number) => `https://e.com/${text(length - 14)}`;
let count = 0;

interface Field {
  readonly type: string;
  readonly document: string;
  /** Everything else that the input needs. */
  readonly rest: () => object;
  /** The object that the input changes, if it does not register one. */
  readonly of?: () => object;
}

const registered: Field = {
  type: 'ApplicationRegisterInput',
  document: 'registerApplication(in: $in) { id }',
  rest: () => ({ name: `app-${count++}` }),
};
const updated: Field = {
  type: 'ApplicationUpdateInput',
  document: 'updateApplication(id: $id, in: $in) { id }',
  rest: () => ({}),
  of: () => ({ id: application }),
};
const runtime: Field = {
  type: 'RuntimeRegisterInput',
  document: 'registerRuntime(in: $in) { id }',
  rest: () => ({ name: `rt-${count++}` }),
};
const ofBundle: Field = {
  type: 'BundleCreateInput',
  document: 'addBundle(applicationID: $id, in: $in) { id }',
  rest: () => ({ name: 'b' }),
  of: () => ({ id: application }),
};
const api: Field = {
  type: 'APIDefinitionInput',
  document: 'addAPIDefinitionToBundle(bundleID: $id, in: $in) { id }',
  rest: () => ({ name: 'a', targetURL: 'https://example.com' }),
  of: () => ({ id: bundle }),
};
const event: Field = {
  ...api,
  type: 'EventDefinitionInput',
  document: 'addEventDefinitionToBundle(bundleID: $id, in: $in) { id }',
  rest: () => ({ name: 'e' }),
};
const document: Field = {
  ...api,
  type: 'DocumentInput',
  document: 'addDocumentToBundle(bundleID: $id, in: $in) { id }',
  rest: () => ({ title: 't', displayName: 'd', description: 'd', format: 'MARKDOWN', data: 'x' }),
};
const webhook: Field = {
  type: 'WebhookInput',
  document: 'addWebhook(applicationID: $id, in: $in) { id }',
  rest: () => ({ type: 'CONFIGURATION_CHANGED' }),
  of: () => ({ id: application }),
};
const system: Field = {
  type: 'IntegrationSystemInput',
  document: 'registerIntegrationSystem(in: $in) { id }',
  rest: () => ({ name: `s${count++}` }),
};

/** The outcome of an input: `taken`, or the code of the refusal. */
async function outcome({ type, document: operation, rest, of }: Field, input: object): Promise<string> {
  const variables = { in: { ...rest(), ...input }, ...of?.() };
  const { errors } = await alice.ask(`mutation ($in: ${type}!${of ? ', $id: ID!' : ''}) { ${operation} }`, variables);
  return errors.length === 0 ? 'taken' : String(errors[0]?.extensions?.error);
}

const urls = [
  ['https://example.com', 'ftp://e.com/x', url(256)],
  ['x', 'example.com', '/path', 'https://', url(257)],
] as const;
const badTargets = [
  ...[
    'http://example.com:8080/x',
    'http://10.0.0.1',
    'http://printer.local',
    'https://example.com:8080',
    'https://10.0.0.1',
    'https://[fd00::1]',
  ],
  ...['ftp://e.com/x', 'https://me:secret@example.com', 'https://example.com/a\nb'],
];
/** URLs that begin with their host, as the original takes them. */
const withoutScheme = {
  outside: ['url.net', 'www.example.com/p?q=a:b', 'example.com:8443'],
  inside: ['10.0.0.1', 'printer.local', 'example.com:8080', 'me:secret@example.com', 'url.net/a\nb'],
  none: ['x', '/url.net', '.net', '//url.net', 'url net', 'mailto:me@url.net', 'javascript:alert(1)', 'https:url.net', ''],
};
const calledUrls = [
  [
    'https://example.com',
    'https://example.com:8443/x',
    'http://example.com/x',
    'http://localhost.example.com',
    'http://127.0.0.1:3000/x',
    'http://localhost:3000',
    'http://[::1]/',
    url(256),
    ...withoutScheme.outside,
  ],
  ['x', '/path', 'https://', url(257), ...badTargets, ...withoutScheme.inside],
] as const;
const names = [
  ['a', 'ä', text(100), `n${text(99, '𝕏')}`, 'A b/c'],
  ['', text(101)],
] as const;
const printable = [
  ['a', text(100), 'A b/c ~'],
  ['', text(101), 'ä', 'a\n', 'a\t'],
] as const;
const upTo = (most: number) => [[text(most), text(most, '𝕏'), ''], [text(most + 1)]] as const;
const spec = (data: object) => ({ type: 'OPEN_API', format: 'JSON', data: '{}', ...data });
const asyncSpec = (data: object) => ({ type: 'ASYNC_API', format: 'JSON', data: '{}', ...data });
const auth = (credential: object) => ({ credential });
const basic = { username: 'u', password: 'p' };
const oauth = { clientId: 'c', clientSecret: 's', url: 'https://example.com' };

const modes = ['SYNC', 'ASYNC', 'ASYNC_CALLBACK', null];

type Case = readonly [what: string, field: Field, attribute: string, taken: readonly unknown[], refused: readonly unknown[]];

const cases: readonly Case[] = [
  ['the name of an Application', registered, 'name', names[0], names[1]],
  ['its provider', registered, 'providerName', ...upTo(256)],
  ['its description', registered, 'description', ...upTo(2000)],
  ['its health check', registered, 'healthCheckURL', ...calledUrls],
  ['its base URL', registered, 'baseUrl', ['https://example.com', 'example.com', '/path', 'not a URL', text(2048)], [text(2049)]],
  ['a changed provider', updated, 'providerName', ...upTo(256)],
  ['a changed description', updated, 'description', ...upTo(2000)],
  ['a changed health check', updated, 'healthCheckURL', [...calledUrls[0], ''], calledUrls[1]],
  [
    'labels',
    registered,
    'labels',
    [{}, { a_B1: 'x', b: [1], [text(256)]: { c: null } }],
    [{ 'a-b': 1 }, { ä: 1 }, { '': 1 }, { a: null }, { [text(257)]: 1 }],
  ],
  ['the name of a Runtime', runtime, 'name', ['a', 'A-b._1', text(256)], ['', 'a b', 'ä', 'a/b', text(257)]],
  ['the description of a Runtime', runtime, 'description', ...upTo(2000)],
  ['the name of a bundle', ofBundle, 'name', ...printable],
  ['the description of a bundle', ofBundle, 'description', ...upTo(2000)],
  ['the schema of its credential requests', ofBundle, 'instanceAuthRequestInputSchema', ['{}', 'true', '{"type":"object"}'], ['{']],
  [
    'its default credentials',
    ofBundle,
    'defaultInstanceAuth',
    [
      auth({ basic }),
      ...['https://example.com', 'http://issuer.inside.example:8080/token', ...withoutScheme.outside, 'localhost:8080', 'localhost'].map(
        (at) => auth({ oauth: { ...oauth, url: at } }),
      ),
    ],
    [auth({}), auth({ basic, oauth }), ...withoutScheme.none.map((at) => auth({ oauth: { ...oauth, url: at } }))],
  ],
  ['the name of an API', api, 'name', ...printable],
  ['its target', api, 'targetURL', ...urls],
  ['its group', api, 'group', ...upTo(100)],
  ['its description', api, 'description', ...upTo(2000)],
  ['its version', api, 'version', [{ value: '1.0.0' }, { value: '1.0', deprecated: true, deprecatedSince: '0.9' }], [{ value: '' }]],
  [
    'its specification',
    api,
    'spec',
    [
      spec({}),
      spec({ format: 'YAML' }),
      spec({ type: 'ODATA', format: 'XML', data: '<Edmx/>' }),
      spec({ type: 'ODATA' }),
      spec({ data: null, fetchRequest: { url: 'url.net/spec' } }),
    ],
    [
      spec({ format: 'XML' }),
      spec({ type: 'ODATA', format: 'YAML' }),
      spec({ data: null }),
      spec({ fetchRequest: { url: 'https://example.com' } }),
      ...['http://example.com:81', 'https://10.0.0.1', 'https://example.com:80', ...withoutScheme.inside].map((from) =>
        spec({ data: null, fetchRequest: { url: from } }),
      ),
    ],
  ],
  ['the name of an Event', event, 'name', ...printable],
  ['the group of an Event', event, 'group', ...upTo(100)],
  [
    'the specification of an Event',
    event,
    'spec',
    [asyncSpec({}), asyncSpec({ format: 'YAML' })],
    [asyncSpec({ format: 'XML' }), asyncSpec({ data: null })],
  ],
  ['the title of a document', document, 'title', [text(128)], [text(129)]],
  ['its name for display', document, 'displayName', [text(128)], [text(129)]],
  ['the description of a document', document, 'description', [text(2000)], ['', text(2001)]],
  [
    'the credentials of a webhook',
    { ...webhook, rest: () => ({ type: 'CONFIGURATION_CHANGED', url: 'https://example.com' }) },
    'auth',
    ['https://example.com', ...withoutScheme.outside].map((at) => auth({ oauth: { ...oauth, url: at } })),
    [...badTargets, ...withoutScheme.inside].map((bad) => auth({ oauth: { ...oauth, url: bad } })),
  ],
  ['where a webhook is', webhook, 'url', calledUrls[0], [...calledUrls[1], null]],
  [
    'the template of where a webhook is',
    { ...webhook, rest: () => ({ type: 'REGISTER_APPLICATION' }) },
    'urlTemplate',
    ['{"method":"POST","path":"https://example.com/{{.Application.ID}}"}', '{{if .X}}{"method":"GET","path":"https://example.com"}{{end}}'],
    [null, '{}', '{{.X', '{"method":"POST","path":"https://example.com"', '{{if .X}}'],
  ],
  ['the template of where a called webhook is', webhook, 'urlTemplate', [], ['{"method":"POST","path":"https://example.com"}', null]],
  ['the mode of a webhook', { ...webhook, rest: () => ({ type: 'CONFIGURATION_CHANGED', url: 'https://example.com' }) }, 'mode', modes, []],
  [
    'the mode of another',
    { ...webhook, rest: () => ({ type: 'REGISTER_APPLICATION', url: 'https://example.com' }) },
    'mode',
    ['ASYNC', null],
    ['SYNC', 'ASYNC_CALLBACK'],
  ],
  ['the name of an integration system', system, 'name', ['a', 'a-b.c1', text(36)], ['', 'A', '1a', 'a_b', '-a', 'a-', text(37)]],
];

describe.each(cases)('%s', (_, field, attribute, taken, refused) => {
  it.each(taken.map((value) => [value]))('may be %j', async (value) => {
    // Names of Applications are unique: what is tried must be new to the tenant.
    expect(await outcome(field, { [attribute]: value })).toBe('taken');
  });

  it.each(refused.map((value) => [value]))('may not be %j', async (value) => {
    expect(await outcome(field, { [attribute]: value })).toBe('InvalidData');
  });
});
