import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { readDeploymentSettings } from '#infra/environments.ts';
import { defaultLimits } from '#shared/core/quotas.ts';

const read = (context: Record<string, string>) => readDeploymentSettings(new App({ context }).node);

const aPrivateAuthority = { kind: 'acm-pca', suffix: '', shortLived: false, existing: undefined };

describe('the deployment settings', () => {
  it('need nothing to be given', () => {
    expect(read({})).toMatchObject({ stage: 'dev', prefix: 'compass-dev', mutualTls: undefined, identityProvider: undefined });
  });

  it('have certificates signed with a key in KMS by default', () => {
    expect(read({}).certificateAuthorities).toEqual([{ kind: 'kms', suffix: '' }]);
    expect(read({ certificateAuthority: 'acm-pca' }).certificateAuthorities).toEqual([aPrivateAuthority]);
  });

  it('take the labels that hide Applications, as text or as they are', () => {
    const selectors = { internal: ['true'] };
    expect(read({}).applicationHideSelectors).toEqual({});
    expect(read({ applicationHideSelectors: JSON.stringify(selectors) }).applicationHideSelectors).toEqual(selectors);
    const inFile = new App({ context: { applicationHideSelectors: selectors } });
    expect(readDeploymentSettings(inFile.node).applicationHideSelectors).toEqual(selectors);
    expect(() => read({ applicationHideSelectors: 'internal' })).toThrow(/applicationHideSelectors/);
  });

  it('take quotas, as text or as they are, and leave the others as they are documented', () => {
    const quotas = { ...defaultLimits, webhooks: 5 };
    expect(read({}).quotas).toEqual(defaultLimits);
    expect(read({ quotas: '{"webhooks":5}' }).quotas).toEqual(quotas);
    expect(readDeploymentSettings(new App({ context: { quotas: { webhooks: 5 } } }).node).quotas).toEqual(quotas);
  });

  it.each([
    ['a name that is no quota', '{"webhook":5}', /webhook is not known; did you mean webhooks\?/],
    ['a number below one', '{"webhooks":0}', /quotas\.webhooks/],
    ['a number above what the system bears', '{"webhooks":41}', /quotas\.webhooks/],
    ['a number with a fraction', '{"webhooks":1.5}', /quotas\.webhooks/],
    ['a text', '{"webhooks":"5"}', /quotas\.webhooks/],
    ['what is no object', '5', /quotas/],
    ['what is no JSON', 'webhooks=5', /quotas/],
  ])('refuse quotas with %s', (_, quotas, message) => {
    expect(() => read({ quotas })).toThrow(message);
  });

  it('refuse context that is nearly one of them, and leave that of the CDK and of other tools alone', () => {
    const read = (context: Record<string, unknown>) => readDeploymentSettings(new App({ context }).node);
    expect(() => read({ domianName: 'compass.example.com' })).toThrow('domianName is no known setting; did you mean domainName?');
    expect(() => read({ Stage: 'prod' })).toThrow('did you mean stage?');
    const others = { 'acknowledged-issue-numbers': [1], 'cli-telemetry': false, 'hosted-zone:account=1:domainName=x': {}, tool: 'x' };
    expect(read(others)).toEqual(read({}));
  });

  it('take an existing private certificate authority', () => {
    const arn = 'arn:aws:acm-pca:eu-central-1:1:certificate-authority/x';
    const context = {
      certificateAuthority: 'acm-pca',
      certificateAuthorityArn: arn,
      certificateAuthoritySigningAlgorithm: 'SHA256WITHRSA',
    };
    const existing = { arn, signingAlgorithm: 'SHA256WITHRSA' };
    expect(read(context).certificateAuthorities).toEqual([{ ...aPrivateAuthority, existing }]);
    expect(read({ ...context, certificateAuthority: 'acm-pca-2, acm-pca' }).certificateAuthorities).toEqual([
      { ...aPrivateAuthority, suffix: '-2' },
      { ...aPrivateAuthority, existing },
    ]);
  });

  it('take several authorities, of which the first issues', () => {
    expect(read({ certificateAuthority: 'kms-2,kms,acm-pca-short-lived-3' }).certificateAuthorities).toEqual([
      { kind: 'kms', suffix: '-2' },
      { kind: 'kms', suffix: '' },
      { ...aPrivateAuthority, suffix: '-3', shortLived: true },
    ]);
  });

  it('have certificates of 90 days for Applications and 7 for Runtimes by default', () => {
    expect(read({}).certificateDays).toEqual({ application: 90, runtime: 7 });
    expect(read({ applicationCertificateDays: '30', runtimeCertificateDays: '1' }).certificateDays).toEqual({
      application: 30,
      runtime: 1,
    });
  });

  it('keep to what a short-lived authority can issue, with room for clocks that differ', () => {
    expect(read({ certificateAuthority: 'acm-pca-short-lived' }).certificateDays).toEqual({ application: 6, runtime: 6 });
    expect(read({ certificateAuthority: 'kms,acm-pca-short-lived' }).certificateDays).toEqual({ application: 90, runtime: 7 });
  });

  it('take fingerprints as openssl and as the outputs print them', () => {
    const [one, other] = [`${'AB:'.repeat(31)}AB`, 'cd'.repeat(32)];
    expect(read({ distrustedCertificates: `${one}, ${other}` }).distrustedCertificates).toEqual([one, other]);
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
    [{ domainName: 'compass.example.com' }, /domainName and hostedZoneId must be set together/],
    [{ publicDomainName: 'api.example.com' }, /publicDomainName and publicHostedZoneId must be set together/],
    [
      { domainName: 'a.example.com', hostedZoneId: 'Z1', publicDomainName: 'a.example.com', publicHostedZoneId: 'Z1' },
      /publicDomainName must differ from domainName/,
    ],
    [{ hostedZoneId: 'Z1' }, /domainName and hostedZoneId must be set together/],
    [{ oidcIssuer: 'https://login.example.com' }, /oidcIssuer and oidcAudience must be set together/],
    [{ oidcIssuer: 'http://login.example.com', oidcAudience: 'compass' }, /oidcIssuer/],
    [{ certificateAuthority: 'openssl' }, /certificateAuthority/],
    [{ certificateAuthority: 'acm-pca', certificateAuthorityArn: 'arn:aws:acm-pca:x' }, /SigningAlgorithm must be set together/],
    [
      { certificateAuthorityArn: 'arn:aws:acm-pca:x', certificateAuthoritySigningAlgorithm: 'SHA256WITHRSA' },
      /certificateAuthorityArn needs certificateAuthority to name acm-pca/,
    ],
    [{ certificateAuthority: 'kms,kms' }, /an authority is named twice/],
    [{ certificateAuthority: 'kms-1' }, /certificateAuthority/],
    [{ certificateAuthority: '' }, /certificateAuthority/],
    [{ certificateAuthority: 'acm-pca-short-lived', applicationCertificateDays: '90' }, /6 days at most: lower applicationCertificateDays/],
    [{ applicationCertificateDays: '366' }, /applicationCertificateDays/],
    [{ runtimeCertificateDays: '0.5' }, /runtimeCertificateDays/],
    [{ distrustedCertificates: 'abc' }, /SHA-256 fingerprints/],
    [{ requestsPerSecond: '100' }, /tenantRequestsPerSecond exceeds requestsPerSecond/],
    [{ reservedConcurrency: '{"director":901}' }, /leaves less than 100 of accountConcurrency/],
    [{ reservedConcurrency: '{"relay":1}' }, /reservedConcurrency/],
    [{ rollout: 'linear' }, /rollout/],
    [{ stage: 'Not A Stage' }, /stage/],
    [{ leaveOut: 'alarms' }, /types of CloudFormation/],
  ])('refuse %o', (context, message) => {
    expect(() => read(context as Record<string, string>)).toThrow(message);
  });
});

describe('the app of the deployment', () => {
  it.each([
    ['a setting that is not known', { domianName: 'x.example' }, 'domianName is no known setting; did you mean domainName?'],
    ['a setting that is not valid', { quotas: '{"webhooks":0}' }, "The deployment's settings are not valid."],
  ])('ends for %s with the fault, and without a stack', async (_, context, message) => {
    const env = { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context) };
    const ended = promisify(execFile)(process.execPath, ['infra/app.ts'], { env });
    const { code, stderr } = await ended.then(
      () => expect.fail('the app ends well'),
      (error: { code: number; stderr: string }) => error,
    );
    expect(code).toBe(1);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
