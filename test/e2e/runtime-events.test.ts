import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator, type ClientIdentity, type Data, type Headers, postSecurely, requestSecurely } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { clientCredentialsFor, withToken } from '#test/support/oauth-client.ts';
import { pair } from '#test/support/pairing.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';
import { type SampleApplication, sampleApplication } from '#test/support/sample-application.ts';
import type { RunningApplication } from '../../examples/application/application.ts';

const system = inject('system');
const admin = administrator(system);
const formation = `events-${randomUUID()}`;
let sample: SampleApplication;
let application: RunningApplication;
let runtimeId: string;
let place: ReturnType<typeof placeOfRuntime>;
let name: string;

beforeAll(async () => {
  sample = await sampleApplication(system, formation);
  name = `mp-${sample.name}`;
  application = await sample.start();
  const provisioner = provisionerOf(system);
  const { id, runtimeID } = await provisioner.provision({ parameters: { syncPeriodSeconds: 1 }, formations: [formation] });
  runtimeId = runtimeID;
  place = placeOfRuntime(inject('dataFolder'), runtimeId);
  expect((await provisioner.outcome(id)).state).toBe('Succeeded');
  await eventually(async () => expect(await place.applications()).toMatchObject([{ id: sample.id }]));
  await eventually(async () => expect((await sample.configuration())?.eventsUrl).toBe(`${gatewayUrl()}/${name}/v1/events`));
});
afterAll(async () => {
  await application.close();
  await sample.remove();
});

const gatewayUrl = (base: string = system.mtlsUrl) => `${base}/runtimes/${runtimeId}`;
const anEvent = (given: object = {}) => ({ specversion: '1.0', id: randomUUID(), source: '/shop', type: 'order.placed', ...given });
const structured = { 'content-type': 'application/cloudevents+json' };

const onBus = async (id: string): Promise<Data[]> => (await place.events()).filter(({ detail }) => detail.id === id);

/** Sends a body over mutual TLS, JSON unless it is text, and returns the status with the type of the error. */
async function send(identity: ClientIdentity, path: string, body: unknown, headers: Headers = structured): Promise<string> {
  const sent = { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
  const { status, text } = await requestSecurely(system, `${gatewayUrl()}/${path}`, identity, sent);
  const { type = '' } = text === '' ? {} : JSON.parse(text);
  return `${status} ${type}`.trim();
}

/** A further pairing of an Application; without an id, of a new one in the formations. */
async function paired(id?: string, scenarios: string[] = []) {
  const label = `other-${randomUUID()}`;
  const register = 'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }';
  const applicationId: string = id ?? (await admin.director(register, { in: { name: label, labels: { scenarios } } })).result.id;
  const { result } = await admin.director(`mutation { result: requestOneTimeTokenForApplication(id: "${applicationId}") { token } }`);
  return { id: applicationId, name: `mp-${label}`, identity: await pair(system, result.token) };
}

describe('an event that an Application sends to the URL it was given', () => {
  it('is on the bus of the Runtime under its name when the answer comes', async () => {
    const id = await application.sendEvent({ type: 'order.placed.v1', data: { order: '4711' } });
    expect(await onBus(id)).toMatchObject([
      { source: name, 'detail-type': 'order.placed.v1', detail: { id, type: 'order.placed.v1', data: { order: '4711' } } },
    ]);
  });

  it('is taken in every mode of CloudEvents, and in the JSON of the original', async () => {
    const { identity } = await paired(sample.id);
    const [batched, binary, legacy] = [anEvent(), randomUUID(), randomUUID()];
    expect(await send(identity, `${name}/events`, [batched], { 'content-type': 'application/cloudevents-batch+json' })).toBe('204');
    const headers = { 'ce-specversion': '1.0', 'ce-id': binary, 'ce-source': '/shop', 'ce-type': 't', 'ce-subject': 'Gr%C3%B6%C3%9Fe' };
    expect(await send(identity, `${name}/events`, 'plain', { ...headers, 'content-type': 'text/plain' })).toBe('204');
    const body = { 'event-id': legacy, 'event-type': 'order', 'event-type-version': 'v1', 'event-time': '2026-01-01T00:00:00Z', data: 1 };
    expect(await send(identity, `${name}/v1/events`, body, { 'content-type': 'application/json' })).toBe('200');
    expect(await onBus(batched.id)).toHaveLength(1);
    expect(await onBus(binary)).toMatchObject([{ detail: { subject: 'Größe', data: 'plain' } }]);
    expect(await onBus(legacy)).toMatchObject([{ source: name, 'detail-type': 'order.v1' }]);
  });

  it('is refused at the gateway of a Runtime that does not exist', async () => {
    const { identity } = await paired(sample.id);
    for (const id of [randomUUID(), '..', 'place.json']) {
      const url = `${system.mtlsUrl}/runtimes/${id}/${name}/events`;
      const { status } = await requestSecurely(system, url, identity, {
        method: 'POST',
        headers: structured,
        body: JSON.stringify(anEvent()),
      });
      expect(status).toBe(404);
    }
  });
});

describe('an event with an access token', () => {
  const sendWith = async (token: string, body: object): Promise<number> => {
    const headers = { ...structured, authorization: `Bearer ${token}` };
    return (await fetch(`${gatewayUrl(system.publicUrl)}/${name}/events`, { method: 'POST', headers, body: JSON.stringify(body) })).status;
  };
  const tokenOf = async (kind: 'Application' | 'Runtime', id: string, tenant?: string, scope?: string) =>
    (await withToken(system, await clientCredentialsFor(system, kind, id, tenant), tenant, scope)).token;

  it('is taken from the OAuth client of the Application, also with a single scope', async () => {
    const event = anEvent();
    expect(await sendWith(await tokenOf('Application', sample.id, undefined, 'application:read'), event)).toBe(204);
    expect(await onBus(event.id)).toMatchObject([{ source: name }]);
  });

  it('is taken at the address that the Application asks for with the token', async () => {
    const token = await tokenOf('Application', sample.id, undefined, 'application:read');
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const query = `{ application(id: "${sample.id}") { eventingConfiguration { defaultURLForTokens } } }`;
    const asked = await fetch(system.oauthDirectorUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data } = (await asked.json()) as { data: Data };
    const { defaultURLForTokens } = data.application.eventingConfiguration;
    expect(defaultURLForTokens).toBe(`${gatewayUrl(system.publicUrl)}/${name}/v1/events`);
    const event = anEvent();
    const sent = { method: 'POST', headers: { ...headers, ...structured }, body: JSON.stringify(event) };
    expect((await fetch(defaultURLForTokens, sent)).status).toBe(204);
    expect(await onBus(event.id)).toMatchObject([{ source: name }]);
  });

  it('is refused from an administrator, a Runtime, and an Application of another tenant', async () => {
    const elsewhere = administrator(system, system.tenants[1]);
    const { result } = await elsewhere.director(`mutation { result: registerApplication(in: { name: "${sample.name}" }) { id } }`);
    const event = anEvent();
    expect(await sendWith(system.adminTokens[admin.tenant] ?? '', event)).toBe(401);
    expect(await sendWith(await tokenOf('Runtime', runtimeId), event)).toBe(403);
    expect(await sendWith(await tokenOf('Application', result.id, elsewhere.tenant), event)).toBe(403);
    expect(await onBus(event.id)).toEqual([]);
  });
});

describe('an event with the certificate of another', () => {
  it('is refused from an Application outside the formation, under either name', async () => {
    const other = await paired();
    const event = anEvent();
    expect(await send(other.identity, `${name}/events`, event)).toBe('403 EventSenderRefused');
    expect(await send(other.identity, `${other.name}/events`, event)).toBe('403 EventSenderRefused');
    expect(await onBus(event.id)).toEqual([]);
  });

  it('is refused from an Application of the formation under the name of another', async () => {
    const other = await paired(undefined, [formation]);
    const event = anEvent();
    await eventually(async () => expect(await send(other.identity, `${other.name}/events`, anEvent())).toBe('204'));
    expect(await send(other.identity, `${name}/events`, event)).toBe('403 EventSenderRefused');
    expect(await onBus(event.id)).toEqual([]);
  });

  it('is refused from the Runtime itself', async () => {
    const pem = await place.identity();
    const event = anEvent();
    expect(await send({ key: pem, certificateChain: pem }, `${name}/events`, event)).toBe('403 EventSenderRefused');
    expect(await onBus(event.id)).toEqual([]);
  });

  it('is refused if the certificate is revoked', async () => {
    const { identity } = await paired(sample.id);
    await postSecurely(system, system.mtlsConnectorUrl, identity, 'mutation { revokeCertificate }');
    expect(await send(identity, `${name}/events`, anEvent())).toBe('401 CertificateInvalid');
  });

  it('is refused in the handshake without a certificate', async () => {
    const sent = { method: 'POST', headers: structured, body: JSON.stringify(anEvent()) };
    await expect(requestSecurely(system, `${gatewayUrl()}/${name}/events`, undefined, sent)).rejects.toThrow();
  });
});

describe('an event that cannot be taken', () => {
  it.each<[string, number, unknown, Headers]>([
    ['structured', 400, '{"specversion":"1.0"', structured],
    ['structured', 400, { specversion: '1.0', id: '1', type: 't' }, structured],
    ['batched', 400, { id: '1' }, { 'content-type': 'application/cloudevents-batch+json' }],
    ['binary', 400, '', { 'ce-specversion': '1.0', 'ce-id': '%zz', 'ce-source': '/s', 'ce-type': 't' }],
    ['large', 413, { specversion: '1.0', id: '1', source: '/s', type: 't', data: 'x'.repeat(300_000) }, structured],
    ['foreign', 415, '<event/>', { 'content-type': 'application/xml' }],
  ])('is answered with what is wrong: %s, %i', async (_, status, body, headers) => {
    const { identity } = await paired(sample.id);
    expect(await send(identity, `${name}/events`, body, headers)).toMatch(new RegExp(`^${status} `));
  });
});

describe('an Application that leaves the formation', () => {
  it('is refused as soon as the Agent has applied the change', async () => {
    const leaving = await paired(undefined, [formation]);
    await eventually(async () => expect(await send(leaving.identity, `${leaving.name}/events`, anEvent())).toBe('204'));
    await admin.director(
      'mutation ($id: ID!, $name: String!) { unassignFormation(objectID: $id, objectType: APPLICATION, formation: { name: $name }) { id } }',
      {
        id: leaving.id,
        name: formation,
      },
    );
    await eventually(async () => expect((await place.applications()).map(({ id }) => id)).not.toContain(leaving.id));
    expect(await send(leaving.identity, `${leaving.name}/events`, anEvent())).toBe('403 EventSenderRefused');
  });
});
