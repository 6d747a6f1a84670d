import { describe, expect, it } from 'vitest';
import { connectorEnvironment } from '#functions/connector/env.ts';
import { identityProviderOf } from '#shared/lambda/identity-provider.ts';

const required = {
  CERTIFICATE_AUTHORITY: 'local',
  LOCAL_CA_FILE: '/ca.pem',
  TABLE_NAME: 'table',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'compass',
  TRUSTSTORE_BUCKET: 'bucket',
  TRUSTSTORE_KEY: 'truststore.pem',
  PUBLIC_URL: 'https://compass.example',
  CRL_URL: 'http://lists.example',
  MTLS_URL: 'https://mtls.compass.example',
};

describe('the client of the console', () => {
  const consoleClientOf = (given: object) => identityProviderOf(connectorEnvironment.parse({ ...required, ...given })).consoleClient;

  it('is the one of the deployment; without one, no token is taken for its own', () => {
    expect(consoleClientOf({ CONSOLE_CLIENT_ID: 'a1b2' })).toBe('a1b2');
    expect(consoleClientOf({})).toBeUndefined();
  });
});

describe('the subject that CSRs must carry', () => {
  it('has no blank by default, because agents take it apart without trimming', () => {
    const parts = Object.entries(connectorEnvironment.parse(required)).filter(([name]) => name.startsWith('CSR_'));
    expect(parts).toHaveLength(5);
    for (const [, value] of parts) expect(value).toMatch(/^\w+$/);
  });

  it('may have several words in a part', () => {
    expect(connectorEnvironment.parse({ ...required, CSR_ORGANIZATION: 'Fine Goods' })).toMatchObject({ CSR_ORGANIZATION: 'Fine Goods' });
  });

  it.each(['Goods, Inc', 'a=b', ' a', 'a ', ''])('may not have %j as a part', (part) => {
    expect(connectorEnvironment.safeParse({ ...required, CSR_ORGANIZATION: part }).success).toBe(false);
  });
});
