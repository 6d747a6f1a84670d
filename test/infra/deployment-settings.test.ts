import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readDeploymentSettings } from '#infra/environments.ts';

const read = (context: Record<string, string>) => readDeploymentSettings(new App({ context }).node);

describe('the deployment settings', () => {
  it('need nothing to be given', () => {
    expect(read({})).toMatchObject({ stage: 'dev', prefix: 'compass-dev', mutualTls: undefined, identityProvider: undefined });
  });

  it('have certificates signed with a key in KMS unless told otherwise', () => {
    expect(read({}).certificateAuthority).toEqual({ kind: 'kms' });
    expect(read({ certificateAuthority: 'acm-pca' }).certificateAuthority).toEqual({ kind: 'acm-pca', existing: undefined });
  });

  it('take an existing private certificate authority', () => {
    const arn = 'arn:aws:acm-pca:eu-central-1:1:certificate-authority/x';
    const context = {
      certificateAuthority: 'acm-pca',
      certificateAuthorityArn: arn,
      certificateAuthoritySigningAlgorithm: 'SHA256WITHRSA',
    };
    expect(read(context).certificateAuthority).toEqual({ kind: 'acm-pca', existing: { arn, signingAlgorithm: 'SHA256WITHRSA' } });
  });

  it('keep logs and events of production for longer', () => {
    expect(read({ stage: 'prod' }).logRetention).toBeGreaterThan(read({}).logRetention);
    expect(read({ stage: 'prod' }).eventArchiveDays).toBeGreaterThan(read({}).eventArchiveDays);
  });

  it('name the types that an emulator does not know', () => {
    expect(read({}).leaveOut).toEqual([]);
    expect(read({ leaveOut: 'AWS::Events::Archive,AWS::CloudWatch::Alarm' }).leaveOut).toEqual([
      'AWS::Events::Archive',
      'AWS::CloudWatch::Alarm',
    ]);
  });

  it.each([
    [{ domainName: 'compass.example.com' }, /domainName and hostedZoneId go together/],
    [{ hostedZoneId: 'Z1' }, /domainName and hostedZoneId go together/],
    [{ oidcIssuer: 'https://login.example.com' }, /oidcIssuer and oidcAudience go together/],
    [{ oidcIssuer: 'http://login.example.com', oidcAudience: 'compass' }, /oidcIssuer/],
    [{ certificateAuthority: 'openssl' }, /certificateAuthority/],
    [{ certificateAuthority: 'acm-pca', certificateAuthorityArn: 'arn:aws:acm-pca:x' }, /SigningAlgorithm go together/],
    [
      { certificateAuthorityArn: 'arn:aws:acm-pca:x', certificateAuthoritySigningAlgorithm: 'SHA256WITHRSA' },
      /certificateAuthorityArn needs certificateAuthority=acm-pca/,
    ],
    [{ stage: 'Not A Stage' }, /stage/],
    [{ leaveOut: 'alarms' }, /types of CloudFormation/],
  ])('refuse %o', (context, message) => {
    expect(() => read(context as Record<string, string>)).toThrow(message);
  });
});
