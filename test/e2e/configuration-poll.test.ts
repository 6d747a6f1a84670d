import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator, type ClientIdentity, getSecurely } from '#test/support/clients.ts';
import { aPaired } from '#test/support/registered.ts';

const system = inject('system');
const admin = administrator(system);
const formation = `poll-${randomUUID()}`;
const origin = new URL(system.mtlsDirectorUrl).origin;

let application: ClientIdentity & { id: string };
let runtime: ClientIdentity & { id: string };

beforeAll(async () => {
  application = await aPaired(system);
  runtime = await aPaired(system, 'Runtime');
  await admin.director(`mutation { createFormation(formation: { name: "${formation}" }) { id } }`);
  for (const [type, { id }] of [
    ['APPLICATION', application],
    ['RUNTIME', runtime],
  ] as const) {
    await admin.director(
      `mutation { assignFormation(objectID: "${id}", objectType: ${type}, formation: { name: "${formation}" }) { id } }`,
    );
  }
  await admin.director(
    `mutation { setRuntimeLabel(runtimeID: "${runtime.id}", key: "runtime_eventServiceUrl", value: "https://events.example.com") { key } }`,
  );
});

const parties = [
  { kind: 'runtime', own: () => runtime, other: () => application },
  { kind: 'application', own: () => application, other: () => runtime },
] as const;

describe.each(parties)('over mutual TLS a $kind', ({ kind, own, other }) => {
  const poll = (identity: ClientIdentity, headers = {}) =>
    getSecurely(system, `${origin}/${kind}s/${own().id}/configuration`, identity, headers);

  it('gets its configuration, and 304 as long as it is the same', async () => {
    const { status, headers, text } = await poll(own());
    expect(status).toBe(200);
    expect(text).toContain('https://events.example.com/mp-one');
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache', 'compass-poll-after': expect.stringMatching(/^\d+$/) });
    expect(headers['content-length']).toBe(String(Buffer.byteLength(text)));
    let known = headers.etag;
    const pollAgain = async () => {
      const again = await poll(own(), { 'if-none-match': known });
      known = again.headers.etag;
      return { status: again.status, text: again.text, length: again.headers['content-length'] };
    };
    // Others change things in this tenant meanwhile.
    await expect.poll(pollAgain, { timeout: 20_000, interval: 100 }).toEqual({ status: 304, text: '', length: undefined });
  });

  it('gets no other', async () => {
    const { status, text } = await poll(other());
    expect({ status, error: JSON.parse(text).error }).toEqual({ status: 404, error: 'NotFound' });
  });
});
