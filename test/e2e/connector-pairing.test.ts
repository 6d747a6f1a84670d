import { X509Certificate } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { administrator, ok, post, postSecurely, type WireAnswer } from '#test/support/clients.ts';
import { configurationQuery, ec, makeCsr, rsa, signMutation } from '#test/support/pairing.ts';
import { aToken, register } from '#test/support/registered.ts';

const system = inject('system');
const { director } = administrator(system);
const decode = (text: string) => Buffer.from(text, 'base64').toString();
const refusal = 'Failed to authenticate request. Token authentication error: the one-time token is unknown, used or expired';

const configure = (token: string, url = system.connectorUrl) => post(url, configurationQuery, undefined, { 'Connector-Token': token });
const sign = (token: string, csr: string) => post(system.connectorUrl, signMutation, { csr }, { 'Connector-Token': token });
const subjectOf = (configuration: WireAnswer): string => ok(configuration).result.certificateSigningRequestInfo.subject;

describe('a Runtime as existing agents pair it', () => {
  it('sends everything inline and uses a key of RSA 4096', async () => {
    const id = await register(system, 'Runtime');
    const { result: invitation } = await director(`mutation { result: requestOneTimeTokenForRuntime(id: "${id}") { token connectorURL } }`);
    const configuration = await post(
      invitation.connectorURL,
      'query {\n\tresult: configuration()\n\t{\n\t\ttoken { token }\n\t\tcertificateSigningRequestInfo { subject keyAlgorithm }\n\t\tmanagementPlaneInfo { directorURL certificateSecuredConnectorURL }\n\t}\n}',
      undefined,
      { 'connector-token': invitation.token, accept: 'application/json; charset=utf-8' },
    );
    const { token, managementPlaneInfo } = ok(configuration).result;
    expect(managementPlaneInfo).toEqual({
      directorURL: system.mtlsDirectorUrl,
      certificateSecuredConnectorURL: system.mtlsConnectorUrl,
    });
    const csr = await makeCsr(subjectOf(configuration), { ...rsa, modulusLength: 4096 });
    const signed = await post(
      invitation.connectorURL,
      `mutation { result: signCertificateSigningRequest(csr: "${csr.encoded}") { certificateChain caCertificate clientCertificate } }`,
      undefined,
      { 'connector-token': token.token },
    );
    const certificateChain = decode(ok(signed).result.certificateChain);
    const viewer = await postSecurely(system, system.mtlsDirectorUrl, { key: csr.key, certificateChain }, '{ viewer { id type } }');
    expect(ok(viewer).viewer).toEqual({ id, type: 'RUNTIME' });
  });
});

describe('an Application as existing clients pair it', () => {
  it('reads its token from the encoded text, uses variables, type names, and line ends of Windows', async () => {
    const id = await register(system, 'Application');
    const { result } = await director(`mutation { result: requestOneTimeTokenForApplication(id: "${id}") { rawEncoded } }`);
    const { token, connectorURL } = JSON.parse(decode(result.rawEncoded));
    const configuration = await post(
      connectorURL,
      'query { result: configuration { token { token __typename } certificateSigningRequestInfo { subject keyAlgorithm __typename } __typename } }',
      {},
      { 'connector-token': token },
    );
    const csr = await makeCsr(subjectOf(configuration), rsa);
    const windows = Buffer.from(decode(csr.encoded).replaceAll('\n', '\r\n')).toString('base64');
    const signed = await post(
      connectorURL,
      'mutation ($csr: String!) { result: signCertificateSigningRequest(csr: $csr) { certificateChain __typename } }',
      { csr: windows },
      { 'connector-token': ok(configuration).result.token.token },
    );
    const certificateChain = decode(ok(signed).result.certificateChain);
    const viewer = await postSecurely(
      system,
      system.mtlsDirectorUrl,
      { key: csr.key, certificateChain },
      '{ viewer { id type __typename } }',
    );
    expect(ok(viewer).viewer).toEqual({ id, type: 'APPLICATION', __typename: 'Viewer' });
    const { application } = await director(`{ application(id: "${id}") { auths { id } } }`);
    expect(application.auths).toEqual([{ id: /CN=(.+)/.exec(new X509Certificate(certificateChain).subject)?.[1] }]);
  });

  it('may have its token in the address', async () => {
    const token = await aToken(system, 'Application', await register(system, 'Application'));
    const answer = await post(`${system.connectorUrl}?token=${encodeURIComponent(token)}`, configurationQuery);
    expect(answer).toMatchObject({ status: 200, errors: [] });
  });
});

describe('a token over the wire', () => {
  it('makes one certificate when 64 clients with keys of their own present it at once', async () => {
    const id = await register(system, 'Application');
    const configuration = await configure(await aToken(system, 'Application', id));
    const requests = await Promise.all(Array.from({ length: 64 }, () => makeCsr(subjectOf(configuration), ec)));
    const answers = await Promise.all(requests.map(({ encoded }) => sign(ok(configuration).result.token.token, encoded)));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ errors }) => errors.map(({ message }) => message)))).toEqual(new Set([refusal]));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('makes the same certificate for a client that repeats its request', async () => {
    const configuration = await configure(await aToken(system, 'Runtime', await register(system, 'Runtime')));
    const { encoded } = await makeCsr(subjectOf(configuration));
    const answers = [];
    for (let attempt = 0; attempt < 3; attempt++) answers.push(ok(await sign(ok(configuration).result.token.token, encoded)).result);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('that is wrong is answered with status 200 and an error that clients know', async () => {
    const token = await aToken(system, 'Application', await register(system, 'Application'));
    await configure(token);
    for (const bad of [token, `${token.slice(0, -1)}x`, 'nonsense']) {
      const { status, data, errors } = await configure(bad);
      expect({ status, data }).toEqual({ status: 200, data: {} });
      expect(errors).toMatchObject([{ message: refusal, extensions: { error_code: 26, error: 'TokenInvalid' } }]);
    }
  });

  it('opens nothing at the Director', async () => {
    const token = await aToken(system, 'Application', await register(system, 'Application'));
    const headers = { 'Connector-Token': token, tenant: system.tenants[0] ?? '' };
    expect((await post(`${system.directorUrl}?token=${token}`, '{ viewer { id } }', undefined, headers)).status).toBe(401);
    expect((await post(system.directorUrl, '{ viewer { id } }', undefined, { ...headers, authorization: `Bearer ${token}` })).status).toBe(
      401,
    );
  });

  it('is lost when its Application is unregistered', async () => {
    const id = await register(system, 'Application');
    const token = await aToken(system, 'Application', id);
    await director(`mutation { unregisterApplication(id: "${id}") { id } }`);
    expect((await configure(token)).errors).toMatchObject([{ message: refusal }]);
  });
});
