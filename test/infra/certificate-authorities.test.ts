import { describe, expect, it } from 'vitest';
import { completeContext, type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { rightsOf } from './rights.ts';

const withAuthorities = (certificateAuthority: string, more: object = {}) =>
  deploymentUnderTest({ ...completeContext, certificateAuthority, ...more });

const environmentOf = ({ ofType }: DeploymentUnderTest, name: string): Record<string, string> =>
  ofType('AWS::Lambda::Function').find(({ properties }) => properties.FunctionName === `compass-test-${name}`)?.properties.Environment
    .Variables;

const signingKeys = ({ ofType }: DeploymentUnderTest) =>
  ofType('AWS::KMS::Key').filter(({ properties }) => properties.KeyUsage === 'SIGN_VERIFY');

const authoritiesOf = (deployment: DeploymentUnderTest) =>
  JSON.parse(environmentOf(deployment, 'truststore-publisher').CERTIFICATE_AUTHORITIES ?? '');

const kms = (keyId: string) => ({ kind: 'kms', keyId });

describe('the rotation of a key in KMS', () => {
  it.each([
    ['before', 'kms', 'CertificateAuthorityKey.Arn', [kms('CertificateAuthorityKey.Arn')]],
    [
      'with the next one trusted',
      'kms,kms-2',
      'CertificateAuthorityKey.Arn',
      [kms('CertificateAuthorityKey.Arn'), kms('CertificateAuthorityKey2.Arn')],
    ],
    [
      'with the next one in use',
      'kms-2,kms',
      'CertificateAuthorityKey2.Arn',
      [kms('CertificateAuthorityKey2.Arn'), kms('CertificateAuthorityKey.Arn')],
    ],
    ['after', 'kms-2', 'CertificateAuthorityKey2.Arn', [kms('CertificateAuthorityKey2.Arn')]],
  ])('%s: the Connector signs with one key, and the truststore has a root of each', (_, context, signing, authorities) => {
    const deployment = withAuthorities(context);
    expect(environmentOf(deployment, 'connector')).toMatchObject({ CERTIFICATE_AUTHORITY: 'kms', KMS_KEY_ID: signing });
    expect(authoritiesOf(deployment)).toEqual(authorities);
    const keys = Object.entries(rightsOf(deployment, 'compass-test-connector')).filter(([, actions]) => actions.includes('kms:Sign'));
    expect(keys).toEqual([[signing, ['kms:GetPublicKey', 'kms:Sign']]]);
  });

  it('leaves the first key as it is while another comes, and every key when it goes', () => {
    const [before, during, after] = ['kms', 'kms,kms-2', 'kms-2'].map((context) => signingKeys(withAuthorities(context)));
    expect(during?.[0]).toEqual(before?.[0]);
    expect(after?.[0]).toEqual(during?.[1]);
    for (const { template } of during ?? [])
      expect(template).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  it('publishes the truststore again with each step, and when a certificate is distrusted', () => {
    const publication = (context: string, more?: object) =>
      JSON.stringify(withAuthorities(context, more).ofType('Custom::CompassTruststore')[0]?.properties);
    const steps = [
      publication('kms'),
      publication('kms,kms-2'),
      publication('kms-2,kms'),
      publication('kms-2'),
      publication('kms-2', { distrustedCertificates: 'ab'.repeat(32) }),
    ];
    expect(new Set(steps).size).toBe(steps.length);
  });

  it('shows which certificates are trusted', () => {
    const { Outputs = {} } = withAuthorities('kms').templates['compass-test-api'] ?? {};
    expect(JSON.stringify(Outputs.TrustedCertificates?.Value)).toContain('"Certificates"');
  });
});

describe('the way from KMS to ACM Private CA', () => {
  it('keeps both trusted in between', () => {
    const deployment = withAuthorities('acm-pca,kms');
    expect(environmentOf(deployment, 'connector')).toMatchObject({
      CERTIFICATE_AUTHORITY: 'acm-pca',
      ACM_PCA_ARN: 'CertificateAuthorityRoot.Arn',
    });
    expect(authoritiesOf(deployment)).toEqual([
      { kind: 'acm-pca', arn: 'CertificateAuthorityRoot.Arn', revocable: true, signingAlgorithm: 'SHA256WITHRSA' },
      kms('CertificateAuthorityKey.Arn'),
    ]);
  });
});

describe('a private certificate authority that is created', () => {
  const created = (context: string) => withAuthorities(context).ofType('AWS::ACMPCA::CertificateAuthority')[0]?.properties;

  it('is for general purposes, and answers by OCSP what was revoked', () => {
    expect(created('acm-pca')).toMatchObject({
      UsageMode: 'GENERAL_PURPOSE',
      RevocationConfiguration: { OcspConfiguration: { Enabled: true } },
      Subject: { CommonName: 'compass-test root' },
    });
  });

  it('issues certificates of a week at most when it is short-lived, and revokes none', () => {
    const deployment = withAuthorities('acm-pca-short-lived');
    expect(created('acm-pca-short-lived').UsageMode).toBe('SHORT_LIVED_CERTIFICATE');
    expect(created('acm-pca-short-lived').RevocationConfiguration).toBeUndefined();
    expect(authoritiesOf(deployment)).toEqual([
      { kind: 'acm-pca', arn: 'CertificateAuthorityShortLivedRoot.Arn', revocable: false, signingAlgorithm: 'SHA256WITHRSA' },
    ]);
    const week = 7 * 86_400;
    const { APPLICATION_CERTIFICATE_SECONDS, RUNTIME_CERTIFICATE_SECONDS } = environmentOf(deployment, 'connector');
    for (const seconds of [APPLICATION_CERTIFICATE_SECONDS, RUNTIME_CERTIFICATE_SECONDS]) expect(Number(seconds)).toBeLessThan(week);
  });

  it('has a name of its own when it follows another', () => {
    expect(created('acm-pca-2').Subject.CommonName).toBe('compass-test root 2');
  });
});
