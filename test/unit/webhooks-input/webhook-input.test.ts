import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { jweSealer } from '#shared/aws/jwe-sealer.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { parseAuth } from '#shared/credentials/auth-value.ts';
import { webhookSealingContext } from '#shared/webhooks/webhook.ts';
import { changedWebhook, newWebhook, type WebhookFields, webhookFields } from '#shared/webhooks/webhook-input.ts';

const key = randomBytes(32);
const sealer = jweSealer(async () => key);
const owner = { tenant: tenantId('t'), kind: 'application' as const, id: 'a' };
const url = 'https://example.com/hook';
const type = 'CONFIGURATION_CHANGED';
const make = (given: WebhookFields) => newWebhook(given, { owner, changedBy: 'user/alice', now: new Date() }, sealer);
const by = (changedBy: string) => ({ changedBy, now: new Date() });
const refused = (field: string) => expect.objectContaining({ code: 'InvalidData', details: { [field]: expect.any(String) } });

describe('a webhook', () => {
  it('has a signing secret of its own that is sealed for it alone', async () => {
    const [one, other] = [await make({ type, url }), await make({ type, url })];
    const secretOf = ({ id, secrets }: typeof one) => sealer.open(webhookSealingContext(owner.tenant, id), secrets[0] ?? '');
    expect(await secretOf(one)).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(await secretOf(one)).not.toBe(await secretOf(other));
    await expect(secretOf({ ...one, id: other.id })).rejects.toThrow();
  });

  it('keeps its secret, identity and birth when its settings change', async () => {
    const webhook = await make({ type, url, auth: { credential: { basic: { username: 'u', password: 'p' } } } });
    const changed = await changedWebhook(webhook, webhookFields({ type, url: 'https://example.com/new' }), by('user/bob'), sealer);
    expect(changed).toEqual({
      owner,
      id: webhook.id,
      secrets: webhook.secrets,
      createdAt: webhook.createdAt,
      type,
      url: 'https://example.com/new',
      version: 2,
      changedBy: 'user/bob',
    });
  });

  it.each([
    ['neither url nor template', { type }, 'input'],
    ['both url and template', { type, url, urlTemplate: '{"method":"POST","path":"/"}' }, 'input'],
    ['no URL', { type, url: '/hook' }, 'url'],
    ['a host that the public DNS does not have', { type, url: 'https://hooks.invalid' }, 'url'],
    [
      'a template instead of the URL that is called',
      { type, urlTemplate: '{"method":"POST","path":"https://example.com"}' },
      'urlTemplate',
    ],
    ['a template that is no JSON', { type: 'REGISTER_APPLICATION', url, inputTemplate: '{"id":' }, 'inputTemplate'],
    [
      'a template of a URL without its method',
      { type: 'REGISTER_APPLICATION', urlTemplate: '{"path":"https://example.com"}' },
      'urlTemplate',
    ],
    ['the type of a formation template', { type: 'FORMATION_LIFECYCLE', url }, 'type'],
    ['a host of a network inside', { type, url: 'printer.local/hook' }, 'url'],
    ['a long URL', { type, url: `${url}/${'x'.repeat(256)}` }, 'url'],
    ['a URL of another protocol', { type, url: 'ftp://example.com/hook' }, 'url'],
    ['credentials in its URL', { type, url: 'https://me:secret@example.com' }, 'url'],
    ['a line break in its URL', { type, url: 'https://example.com/a\nb' }, 'url'],
    [
      'credentials that Compass cannot use',
      { type, url, auth: { credential: { certificateOAuth: { clientId: 'c', certificate: 'PEM', url } } } },
      'auth',
    ],
    [
      'parameters that make its URL too long',
      { type, url, auth: { additionalQueryParams: { q: ['x'.repeat(2048)] } } },
      'auth.additionalQueryParams',
    ],
    ['a timeout of nothing', { type, url, timeout: 0 }, 'timeout'],
    ['a negative interval', { type, url, retryInterval: -1 }, 'retryInterval'],
  ])('is refused with %s', async (_, given, field) => {
    await expect(make(given)).rejects.toEqual(refused(field));
  });
});

describe('a webhook of a Runtime', () => {
  const ofRuntime = (given: WebhookFields) =>
    newWebhook(given, { owner: { ...owner, kind: 'runtime' }, changedBy: 'user/alice', now: new Date() }, sealer);

  it('may have the types that concern it', async () => {
    for (const one of [type, 'APPLICATION_TENANT_MAPPING']) expect(await ofRuntime({ type: one, url })).toMatchObject({ type: one, url });
  });

  it.each(['REGISTER_APPLICATION', 'UNREGISTER_APPLICATION', 'UNPAIR_APPLICATION', 'OPEN_RESOURCE_DISCOVERY', 'FORMATION_LIFECYCLE'])(
    'is refused with %s, which is of other objects',
    async (other) => {
      await expect(ofRuntime({ type: other, url })).rejects.toEqual(refused('type'));
      const made = await ofRuntime({ type, url });
      await expect(changedWebhook(made, { type: other, url }, by('user/bob'), sealer)).rejects.toEqual(refused('type'));
    },
  );
});

/** Parses credentials like a resolver does: read, not yet checked. */
const parse = (given: object) => parseAuth(given);

describe('credentials', () => {
  const oauth = { clientId: 'c', clientSecret: 's', url: 'https://issuer.example/token' };

  it.each([
    ['a line break in a header', { additionalHeaders: { 'X-Key': ['a\r\nX-Evil: 1'] } }, 'additionalHeaders.X-Key.0'],
    ['a line break at the end of a header', { additionalHeaders: { 'X-Key': ['a', 'b\n'] } }, 'additionalHeaders.X-Key.1'],
    ['a header beyond Latin-1', { additionalHeaders: { 'X-Key': ['€'] } }, 'additionalHeaders.X-Key.0'],
    ['a blank in a header name', { additionalHeaders: { 'X Key': ['a'] } }, 'additionalHeaders.X Key'],
    ['a colon in a header name', { additionalHeadersSerialized: '{"X-Key:":["a"]}' }, 'additionalHeaders.X-Key:'],
    ['an empty header name', { additionalHeaders: { '': ['a'] } }, 'additionalHeaders.'],
    ['half a character in a parameter', { additionalQueryParams: { q: ['\ud800'] } }, 'additionalQueryParams.q.0'],
    [
      'a colon in the user of basic credentials',
      { credential: { basic: { username: 'a:b', password: 'c' } } },
      'credential.basic.username',
    ],
    ['half a character in the secret', { credential: { oauth: { ...oauth, clientSecret: '\ud800' } } }, 'credential.oauth.clientSecret'],
    ['a token endpoint of another protocol', { credential: { oauth: { ...oauth, url: 'ftp://e.com' } } }, 'credential.oauth.url'],
  ])('are refused with %s', (_, given, field) => {
    expect(() => parse(given)).toThrow(refused(field));
  });

  it('are refused with the reason why a name is no name of a header', () => {
    const given = { additionalHeaders: { 'X Key': ['a'] } };
    expect(() => parse(given)).toThrow(/additionalHeaders.X Key=must be the name of an HTTP header/);
  });

  it('come as objects or serialised', () => {
    const value = { additionalHeaders: { 'X-Key': ['a', 'b'] }, additionalQueryParams: { q: ['1'] } };
    const serialized = { additionalHeadersSerialized: '{"X-Key":["a","b"]}', additionalQueryParamsSerialized: '{"q":["1"]}' };
    expect(parse(value)).toEqual(value);
    expect(parse(serialized)).toEqual(value);
    expect(parse({ requestAuth: { csrf: { tokenEndpointURL: 'https://example.com', ...serialized } } })).toEqual({
      requestAuth: { csrf: { tokenEndpointURL: 'https://example.com', ...value } },
    });
  });

  it('may be empty', () => {
    expect(parse({})).toEqual({});
  });

  it.each([
    ['two kinds', { credential: { basic: { username: 'u', password: 'p' }, oauth } }, 'credential'],
    ['a token URL that is none', { credential: { oauth: { ...oauth, url: 'issuer' } } }, 'credential.oauth.url'],
    ['headers that are no lists', { additionalHeaders: { a: 'b' } }, 'additionalHeaders.a'],
    ['a serialisation that is not JSON', { additionalHeadersSerialized: '{' }, 'additionalHeadersSerialized'],
  ])('are refused with %s', (_, given, field) => {
    expect(() => parse(given)).toThrow(refused(field));
  });

  it('never show up in what is wrong with them', () => {
    const attempt = () => parse({ credential: { basic: { username: '', password: 'hidden' } } });
    expect(attempt).toThrow(expect.objectContaining({ message: expect.not.stringContaining('hidden') }));
  });
});
