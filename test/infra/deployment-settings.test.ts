import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readDeploymentSettings } from '#infra/environments.ts';

const read = (context: Record<string, string>) => readDeploymentSettings(new App({ context }).node);

describe('the deployment settings', () => {
  it('need nothing to be given', () => {
    expect(read({})).toMatchObject({ stage: 'dev', prefix: 'compass-dev', mutualTls: undefined, identityProvider: undefined });
  });

  it('keep logs and events of production for longer', () => {
    expect(read({ stage: 'prod' }).logRetention).toBeGreaterThan(read({}).logRetention);
    expect(read({ stage: 'prod' }).eventArchiveDays).toBeGreaterThan(read({}).eventArchiveDays);
  });

  it.each([
    [{ domainName: 'compass.example.com' }, /domainName and hostedZoneId go together/],
    [{ hostedZoneId: 'Z1' }, /domainName and hostedZoneId go together/],
    [{ oidcIssuer: 'https://login.example.com' }, /oidcIssuer and oidcAudience go together/],
    [{ oidcIssuer: 'http://login.example.com', oidcAudience: 'compass' }, /oidcIssuer/],
    [{ certificateAuthority: 'kms' }, /cannot issue certificates with KMS yet/],
    [{ certificateAuthority: 'openssl' }, /certificateAuthority/],
    [{ certificateAuthorityArn: 'arn:aws:acm-pca:eu-central-1:1:certificate-authority/x' }, /SigningAlgorithm go together/],
    [{ stage: 'Not A Stage' }, /stage/],
  ])('refuse %o', (context, message) => {
    expect(() => read(context as Record<string, string>)).toThrow(message);
  });
});
