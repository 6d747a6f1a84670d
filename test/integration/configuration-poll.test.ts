import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configurationDocuments } from '#functions/director/configuration/documents.ts';
import { hours } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ConfigurationWorld, configurationWorld, settled } from '#test/support/configuration-world.ts';
import { aSystem, aTenant, aUser } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let world: ConfigurationWorld;
let tenant: TenantId;
let own: Subjects;
let other: Subjects;
let runtime: { certificate: string; authId: string };
let application: { certificate: string; authId: string };

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
  tenant = aTenant();
  own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  other = await oneOfEverything(world.as(aUser(tenant)), 'other');
  runtime = await world.pair({ tenant, kind: 'runtime', id: own.runtime });
  application = await world.pair({ tenant, kind: 'application', id: own.application });
});
afterAll(() => dynamo.stop());

const parties = [
  { kind: 'runtime' as const, id: () => own.runtime, certificate: () => runtime.certificate },
  { kind: 'application' as const, id: () => own.application, certificate: () => application.certificate },
];

const change = () =>
  world.as(aUser(tenant)).do(`mutation { setRuntimeLabel(runtimeID: "${own.runtime}", key: "runtime_eventServiceUrl",
    value: "https://events-${crypto.randomUUID()}.example.com") { key } }`);

describe.each(parties)('the configuration of a $kind', ({ kind, id, certificate }) => {
  const poll = (knows?: string, query?: Record<string, string>, later = settled) =>
    world.poll(kind, id(), { certificate: certificate(), knows, query, later });

  it('is what the same query answers over GraphQL', async () => {
    const { status, json, headers } = await poll();
    const expected = await world.as(aSystem(kind, id(), tenant)).do(configurationDocuments[kind], { id: id() });
    expect(status).toBe(200);
    expect(json).toEqual(expected);
    expect(json[kind]).toBeTruthy();
    expect(headers).toEqual({
      etag: expect.stringMatching(/^"[\w-]{20,}"$/),
      'cache-control': 'private, no-cache',
      'compass-poll-after': '60',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('is not sent again to who has it', async () => {
    const first = await poll();
    const { status, text, headers } = await poll(first.etag);
    expect({ status, text }).toEqual({ status: 304, text: '' });
    const { 'content-type': _, ...same } = first.headers;
    expect(headers).toEqual(same);
  });

  it('is the same text and tag as long as nothing changes', async () => {
    const [one, two] = [await poll(), await poll()];
    expect([two.etag, two.text]).toEqual([one.etag, one.text]);
  });

  it('has another tag once it has changed', async () => {
    const before = await poll();
    await change();
    const after = await poll(before.etag);
    expect(after.status).toBe(200);
    expect(after.etag).not.toBe(before.etag);
    expect(after.text).not.toBe(before.text);
  });

  it('is tagged again once a change has settled, as a transaction may be seen half for a moment', async () => {
    await change();
    const young = await poll(undefined, undefined, 0);
    expect((await poll(young.etag, undefined, 0)).status).toBe(304);
    const old = await poll(young.etag);
    expect({ status: old.status, text: old.text }).toEqual({ status: 200, text: young.text });
    expect((await poll(old.etag)).status).toBe(304);
  });

  it.each([
    ['any', () => '*'],
    ['a weak form of the tag', (tag: string) => `W/${tag}`],
    ['several', (tag: string) => `"a", ${tag} , "b"`],
  ])('is not sent to who names %s', async (_, named) => {
    const { etag } = await poll();
    expect((await poll(named(etag))).status).toBe(304);
    expect((await poll('"another"')).status).toBe(200);
  });

  it('is not sent again, but the contact is noted, with its credential every six hours', async () => {
    const { etag } = await poll();
    const lastSeen = async () => {
      const [auth] = (await world.deps.auths.listByOwner({ tenant, kind, id: id() })).filter(({ certificate: it }) => it !== undefined);
      return auth?.lastSeenAt;
    };
    const before = await lastSeen();
    expect((await poll(etag, undefined, hours(5))).status).toBe(304);
    expect(await lastSeen()).toBe(before);
    expect((await poll(etag, undefined, hours(7))).status).toBe(304);
    expect(Date.parse((await lastSeen()) ?? '')).toBeGreaterThan(Date.parse(before ?? ''));
  });

  it('is refused without a certificate', async () => {
    const { status, json } = await world.poll(kind, id(), {});
    expect({ status, json }).toEqual({
      status: 401,
      json: { message: 'a client certificate is required', error_code: 26, error: 'Unauthorized' },
    });
  });

  it.each(['0', '201', '-1', '1.5', 'x', ''])('is refused in pages of %s', async (first) => {
    expect(await poll(undefined, { first })).toMatchObject({ status: 400, json: { error: 'InvalidData' } });
  });

  it('is refused after a cursor that we did not make, whatever the caller knows', async () => {
    expect(await poll('*', { after: 'nonsense' })).toMatchObject({
      status: 400,
      json: { message: 'Invalid data [reason=cursor is not correct]', error_code: 22 },
    });
  });

  it('is refused for a tenant that the certificate is not of', async () => {
    const answer = await world.poll(kind, id(), { certificate: certificate(), headers: { Tenant: aTenant() } });
    expect(answer).toMatchObject({ status: 400, json: { error: 'TenantNotFound' } });
  });
});

describe('the configuration of another owner', () => {
  it('answers as what does not exist', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    for (const [kind, id, certificate] of [
      ['runtime', other.runtime, runtime.certificate],
      ['runtime', own.runtime, application.certificate],
      ['application', own.application, runtime.certificate],
      ['application', other.application, application.certificate],
      ['application', own.runtime, runtime.certificate],
      ['runtime', 'not-an-id', runtime.certificate],
    ] as const) {
      const answer = await world.poll(kind, id, { certificate, knows: '*' });
      const missing = await world.poll(kind, unknown, { certificate, knows: '*' });
      expect(answer.status).toBe(404);
      expect({ ...answer, text: answer.text.replace(id, unknown), json: {} }).toEqual({ ...missing, json: {} });
    }
  });

  it('is refused to a certificate that was revoked or whose owner is gone', async () => {
    const caller = world.as(aUser(tenant));
    const { r } = await caller.do('mutation { r: registerRuntime(in: { name: "short-lived" }) { id } }');
    const owner = { tenant, kind: 'runtime' as const, id: r.id };
    const [revoked, deleted] = [await world.pair(owner), await world.pair(owner)];
    const auth = await world.deps.auths.find(owner, revoked.authId);
    if (!auth?.certificate) throw new Error('not paired');
    await world.deps.auths.revoke(auth, auth.certificate, new Date());
    expect(await world.poll('runtime', r.id, revoked)).toMatchObject({ status: 401, json: { error: 'CertificateInvalid' } });
    expect((await world.poll('runtime', r.id, deleted)).status).toBe(200);
    await caller.do(`mutation { unregisterRuntime(id: "${r.id}") { id } }`);
    expect((await world.poll('runtime', r.id, deleted)).status).toBe(401);
  });
});
