import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { administrator, type ClientIdentity, type Data, ok, post, requestSecurely } from '#test/support/clients.ts';
import { itWithOpenssl, openssl } from '#test/support/openssl.ts';
import { pair } from '#test/support/pairing.ts';
import { register } from '#test/support/registered.ts';

const system = inject('system');
const admin = administrator(system);
const folder = mkdtempSync(join(tmpdir(), 'compass-legacy-'));
afterAll(() => rmSync(folder, { recursive: true }));

const decode = (text: string) => Buffer.from(text, 'base64').toString();

/** A request of openssl's for a new key, as base64 with the line ends that openssl puts into it. */
function csrOf(subject: string, name: string): { csr: string; key: string } {
  const made = openssl(
    folder,
    ...['req', '-new', '-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-out', `${name}.csr`],
    ...['-subj', `/${subject.replaceAll(',', '/')}`],
  );
  expect(made.status, made.text).toBe(0);
  return { csr: openssl(folder, 'base64', '-in', `${name}.csr`).text, key: readFileSync(join(folder, `${name}.key`), 'utf8') };
}

async function securely(url: string, identity: ClientIdentity, given: { method: string; body?: object }) {
  const { method, body } = given;
  const sent = { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) };
  const { status, headers, text } = await requestSecurely(system, url, identity, sent);
  return { status, type: headers['content-type'], body: text === '' ? undefined : JSON.parse(text) };
}

const refused = { status: 403, body: { code: 403, error: 'invalid token or certificate' } };

describe('an Application that was written for the Connectivity Adapter', () => {
  itWithOpenssl('pairs, renews and revokes, with no more than the address it was given', async () => {
    const id = await register(system, 'Application');
    await admin.director(`mutation { setApplicationLabel(applicationID: "${id}", key: "legacy", value: true) { key } }`);
    const query = `mutation { result: requestOneTimeTokenForApplication(id: "${id}") { token legacyConnectorURL } }`;
    const { result } = ok(await post(system.directorUrl, query, undefined, { ...admin.headers, suggest_token: 'true' }));
    expect(result.token).toBe(result.legacyConnectorURL);

    const answered = await fetch(result.token);
    expect(answered.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    const info = (await answered.json()) as Data;
    const again = await fetch(result.token);
    expect({ status: again.status, body: await again.json() }).toEqual(refused);

    const first = csrOf(info.certificate.subject, 'first');
    const headers = { 'content-type': 'application/json' };
    const signed = await fetch(info.csrUrl, { method: 'POST', headers, body: JSON.stringify({ csr: first.csr }) });
    expect(signed.status).toBe(201);
    const identity = { key: first.key, certificateChain: decode(((await signed.json()) as Data).crt) };

    const management = await securely(info.api.infoUrl, identity, { method: 'GET' });
    expect(management).toMatchObject({ status: 200, type: 'application/json;charset=UTF-8' });
    const { urls, certificate } = management.body;
    expect(certificate).toEqual(info.certificate);
    const { application } = await admin.director(`{ application(id: "${id}") { labels status { condition } } }`);
    expect(application.labels.name).toBe(management.body.clientIdentity.application);
    expect(application.status).toEqual({ condition: 'CONNECTED' });

    const second = csrOf(certificate.subject, 'second');
    const renewed = await securely(urls.renewCertUrl, identity, { method: 'POST', body: { csr: second.csr } });
    expect(renewed.status).toBe(201);
    const next = { key: second.key, certificateChain: decode(renewed.body.crt) };

    expect(await securely(urls.revokeCertUrl, next, { method: 'POST' })).toMatchObject({ status: 201, body: undefined });
    expect(await securely(info.api.infoUrl, next, { method: 'GET' })).toMatchObject(refused);
    expect((await securely(info.api.infoUrl, identity, { method: 'GET' })).status).toBe(200);
  });
});

describe('a monitor that was written for the original', () => {
  it.each([
    ['/v1/health', ''],
    ['/healthz', 'ok'],
    ['/readyz', ''],
    ['/v1/info', '{"certIssuer":"","certSubject":"","rootCA":"","ordAggregatorVersion":""}'],
  ])('gets 200 from %s at both addresses', async (path, body) => {
    const answered = await fetch(system.publicUrl + path);
    expect({ status: answered.status, body: await answered.text() }).toEqual({ status: 200, body });
    const id = await register(system, 'Application');
    const { result } = await admin.director(`mutation { result: requestOneTimeTokenForApplication(id: "${id}") { token } }`);
    const secured = await requestSecurely(system, system.mtlsUrl + path, await pair(system, result.token), { method: 'GET' });
    expect({ status: secured.status, body: secured.text }).toEqual({ status: 200, body });
  });
});
