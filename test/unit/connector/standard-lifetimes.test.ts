import { describe, expect, it } from 'vitest';
import { connectorEnvironment } from '#functions/connector/env.ts';

const given = {
  TABLE_NAME: 't',
  OIDC_ISSUER: 'https://issuer.example',
  OIDC_AUDIENCE: 'compass',
  TRUSTSTORE_BUCKET: 'b',
  TRUSTSTORE_KEY: 'k',
  PUBLIC_URL: 'https://compass.example',
  CRL_URL: 'http://lists.example',
  MTLS_URL: '',
  CERTIFICATE_AUTHORITY: 'kms',
  KMS_KEY_ID: 'key',
};

describe('the Connector, where nothing else is set,', () => {
  const standard = connectorEnvironment.parse(given) as Record<string, unknown>;

  it('lets tokens live 5 minutes for Applications and 60 for Runtimes', () => {
    expect([standard.APPLICATION_TOKEN_SECONDS, standard.RUNTIME_TOKEN_SECONDS]).toEqual([5 * 60, 60 * 60]);
  });

  it('makes certificates valid for 90 days for Applications and 7 for Runtimes', () => {
    expect([standard.APPLICATION_CERTIFICATE_SECONDS, standard.RUNTIME_CERTIFICATE_SECONDS]).toEqual([90 * 86_400, 7 * 86_400]);
  });

  it('accepts a CSR signed with SHA-1, as node-forge makes it', () => {
    expect(standard.ALLOW_SHA1_CSR).toBe(true);
  });
});
