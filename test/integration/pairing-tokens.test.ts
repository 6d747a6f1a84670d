import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes, seconds } from '#shared/core/clock.ts';
import { formatToken, newSecret, parseToken } from '#shared/pairing/one-time-token.ts';
import { spendOneTimeToken } from '#shared/pairing/spend-one-time-token.ts';
import { type ConnectorWorld, configurationQuery, startConnector, tokenInvalid } from '#test/support/connector-world.ts';
import { aCsr, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const partsOf = (token: string) => parseToken(token) ?? expect.fail('the token is unreadable');

/** The answers of `configuration` and `signCertificateSigningRequest` to a token. */
async function answersTo(token: string, authId: string = randomUUID()) {
  const { encoded } = await aCsr({ name: subjectOf(authId) });
  return [(await connector.sign(token, encoded)).error, (await connector.configuration(token)).error];
}

describe('a token', () => {
  it('leads through configuration to a certificate', async () => {
    const { token, authId } = await connector.invite();
    const { data } = await connector.configuration(token);
    expect(data.result).toEqual({
      token: { token: expect.stringMatching(/^cmp_app_/) },
      certificateSigningRequestInfo: {
        subject: `O=Compass,OU=Control Plane,L=Locality,ST=State,C=DE,CN=${authId}`,
        keyAlgorithm: 'rsa2048',
      },
      managementPlaneInfo: {
        directorURL: 'https://mtls.test/director/graphql',
        certificateSecuredConnectorURL: 'https://mtls.test/connector/graphql',
      },
    });
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    const { error } = await connector.sign(data.result.token.token, encoded);
    expect(error).toBeUndefined();
  });

  it('leads to a certificate at once, too', async () => {
    const { token, authId } = await connector.invite('runtime');
    const { encoded } = await aCsr({ name: subjectOf(authId) });
    expect((await connector.sign(token, encoded)).error).toBeUndefined();
  });

  it.each(['Connector-Token', 'connector-token', 'CONNECTOR-TOKEN'])('is read from the header %s', async (header) => {
    const { token } = await connector.invite();
    const { error } = await connector.call(configurationQuery, { headers: { [header]: token } });
    expect(error).toBeUndefined();
  });

  it('is read from the query parameter token', async () => {
    const { token } = await connector.invite();
    const { error } = await connector.call(configurationQuery, { query: { token } });
    expect(error).toBeUndefined();
  });

  it('of an Application lives five minutes, of a Runtime sixty', async () => {
    for (const [kind, lifetime] of [
      ['application', minutes(5)],
      ['runtime', minutes(60)],
    ] as const) {
      const { createdAt, expiresAt } = await connector.invite(kind);
      expect(Date.parse(expiresAt) - Date.parse(createdAt)).toBe(lifetime);
    }
  });

  it('is stored as its SHA-256 only, the one from configuration as well', async () => {
    const { token } = await connector.invite();
    const { data } = await connector.configuration(token, { headers: { 'Idempotency-Key': 'the-key-itself' } });
    const stored = await connector.stored();
    for (const one of [token, data.result.token.token]) {
      const { secret } = partsOf(one);
      expect(stored).not.toContain(one);
      for (const form of ['hex', 'base64', 'base64url'] as const) expect(stored).not.toContain(secret.toString(form));
    }
    expect(stored).not.toContain('the-key-itself');
    expect(stored).toContain(parseToken(token)?.authId);
  });
});

describe('a token is refused, with the same words and without a hint at the reason, when', () => {
  it('its secret is wrong', async () => {
    const { token, authId } = await connector.invite();
    const wrong = formatToken({ ...partsOf(token), secret: newSecret() });
    expect(await answersTo(wrong, authId)).toEqual([tokenInvalid, tokenInvalid]);
    expect((await connector.configuration(token)).error).toBeUndefined();
  });

  it('it was never issued', async () => {
    const owner = await connector.register('application');
    const authId = randomUUID();
    expect(await answersTo(formatToken({ owner, authId, secret: newSecret() }), authId)).toEqual([tokenInvalid, tokenInvalid]);
  });

  it('it names another owner, another tenant, or another kind of owner', async () => {
    const { token, owner, authId } = await connector.invite();
    const stranger = await connector.register('application');
    for (const other of [{ ...owner, id: stranger.id }, stranger, { ...owner, kind: 'runtime' as const }]) {
      expect(await answersTo(formatToken({ ...partsOf(token), owner: other }), authId)).toEqual([tokenInvalid, tokenInvalid]);
    }
  });

  it('it is malformed, which costs no look-up', async () => {
    const { token } = await connector.invite();
    const before = connector.calls.length;
    const typo = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0');
    for (const text of [typo, token.slice(1), `${token}0`, 'token', 'null', '0'.repeat(10_000), 'Bearer x']) {
      expect(await answersTo(text)).toEqual([tokenInvalid, tokenInvalid]);
    }
    expect(connector.calls.slice(before)).toEqual([]);
  });

  it('it was used for configuration', async () => {
    const { token, authId } = await connector.invite();
    await connector.configuration(token);
    expect(await answersTo(token, authId)).toEqual([tokenInvalid, tokenInvalid]);
  });

  it('it was used for another certificate signing request', async () => {
    const { token, authId } = await connector.pair();
    expect(await answersTo(token, authId)).toEqual([tokenInvalid, tokenInvalid]);
  });

  it.each([
    ['application', 5],
    ['runtime', 60],
  ] as const)('it is one of an %s and %i minutes have passed', async (kind, lifetime) => {
    const [early, late] = [await connector.invite(kind), await connector.invite(kind)];
    connector.pass(minutes(lifetime) - seconds(10));
    expect((await connector.configuration(early.token)).error).toBeUndefined();
    connector.pass(seconds(10));
    expect(await answersTo(late.token, late.authId)).toEqual([tokenInvalid, tokenInvalid]);
  });

  it('its owner was unregistered', async () => {
    const { token, authId, owner } = await connector.invite();
    await connector.unregister(owner);
    expect(await answersTo(token, authId)).toEqual([tokenInvalid, tokenInvalid]);
  });

  it('it was made useless by an administrator or a workflow', async () => {
    const { token, authId, owner } = await connector.invite('runtime');
    await spendOneTimeToken(owner, authId, connector.deps);
    expect(await answersTo(token, authId)).toEqual([tokenInvalid, tokenInvalid]);
  });
});

it('the Connector asks for a token or a certificate where there is neither', async () => {
  const nobody = 'Unauthorized: Failed to authenticate request. neither a one-time token nor a client certificate was presented';
  expect(await connector.call(configurationQuery)).toMatchObject({ status: 200, error: nobody });
  expect(await connector.configuration('')).toMatchObject({ error: nobody });
});

it('the Connector takes the certificate for revocation from nowhere but the handshake', async () => {
  const { token } = await connector.invite();
  const { error } = await connector.call('mutation { revokeCertificate }', { token });
  expect(error).toBe('Unauthorized: Failed to authenticate request. a client certificate is required');
  expect((await connector.configuration(token)).error).toBeUndefined();
});

it('the Connector lets several pairings of one Application stand beside each other', async () => {
  const first = await connector.invite();
  const second = await connector.invite('application', first.owner);
  const answers = await Promise.all([first, second].map(({ token }) => connector.configuration(token)));
  expect(answers.map(({ error }) => error)).toEqual([undefined, undefined]);
  expect(first.authId).not.toBe(second.authId);
});
