import { isDeepStrictEqual } from 'node:util';
import { Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { deploymentApp } from '#infra/deployment-app.ts';
import { withoutBundling } from '#infra/synthesize-templates.ts';
import { tableShape } from '#shared/table/table-shape.ts';
import { acmPcaContext, completeContext, deploymentUnderTest } from './deployment-under-test.ts';

const deployment = deploymentUnderTest();
const { ofType } = deployment;

/** It stays when its stack is deleted, and goes when the deployment that made it fails. */
const keptUnlessJustMade = { DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' };

describe('the control-plane table', () => {
  const [table, ...others] = ofType('AWS::DynamoDB::Table');

  it('is the only one, on demand, with the keys and indexes that the adapters use', () => {
    expect(others).toEqual([]);
    expect(table?.properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(table?.properties.KeySchema).toEqual([
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ]);
    expect(table?.properties.GlobalSecondaryIndexes).toEqual(
      Object.entries(tableShape.indexes).map(([IndexName, keys]) => ({
        IndexName,
        KeySchema: [
          { AttributeName: keys.partitionKey, KeyType: 'HASH' },
          { AttributeName: keys.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'ALL' },
      })),
    );
  });

  it('streams old and new images and forgets what has expired', () => {
    expect(table?.properties.StreamSpecification).toMatchObject({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
    expect(table?.properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true });
  });

  it('can be restored to any second and is encrypted with our own key', () => {
    expect(table?.properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(table?.properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: 'DataKey.Arn' });
  });

  it('outlives a deleted stack', () => {
    expect(table?.template).toMatchObject(keptUnlessJustMade);
  });
});

describe('protection against deletion by hand', () => {
  const templates = Object.values(deployment.templates).filter(({ Parameters = {} }) => 'DeletionProtection' in Parameters);

  it('is on, unless a parameter of the stack switches it off', () => {
    expect(templates).toHaveLength(1);
    expect(templates[0]?.Parameters?.DeletionProtection).toMatchObject({ Default: 'on', AllowedValues: ['on', 'off'] });
    expect(templates[0]?.Conditions).toMatchObject({ IsProtected: { 'Fn::Equals': [{ Ref: 'DeletionProtection' }, 'on'] } });
  });

  it.each([
    ['AWS::DynamoDB::Table', 'DeletionProtectionEnabled', [true, false]],
    ['AWS::Cognito::UserPool', 'DeletionProtection', ['ACTIVE', 'INACTIVE']],
  ])('guards every %s', (type, property, values) => {
    const guarded = ofType(type);
    expect(guarded).toHaveLength(1);
    for (const { template } of guarded) expect(template.Properties?.[property]).toEqual({ 'Fn::If': ['IsProtected', ...values] });
  });
});

describe('a deployment that fails', () => {
  it('leaves nothing of what it has just made, under any settings', () => {
    for (const context of [completeContext, acmPcaContext, { ...completeContext, certificateAuthority: 'kms,kms-2,acm-pca-short-lived' }]) {
      const retained = deploymentUnderTest(context).all.filter(({ template }) => template.DeletionPolicy === 'Retain');
      expect(retained.map(({ id }) => id)).toEqual([]);
    }
  });
});

describe('the stateful stack', () => {
  it('is protected against termination, as the only one', () => {
    const stacks = deploymentApp({ context: withoutBundling(completeContext) }).node.children.filter(Stack.isStack);
    expect(stacks.filter(({ terminationProtection }) => terminationProtection).map(({ stackName }) => stackName)).toEqual([
      'compass-test-stateful',
    ]);
  });

  it.each([
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::KMS::Key',
    'AWS::Cognito::UserPool',
    'AWS::SecretsManager::Secret',
    'AWS::ACMPCA::CertificateAuthority',
  ])('keeps every %s', (type) => {
    const kept = [...deployment.all, ...deploymentUnderTest(acmPcaContext).all]
      .filter((resource) => resource.type === type)
      .filter(({ stack }) => stack === 'compass-test-stateful');
    expect(kept.length).toBeGreaterThan(0);
    for (const { template, id } of kept) expect(template, id).toMatchObject(keptUnlessJustMade);
  });
});

describe('the log of certificates whose key may have been copied', () => {
  it('outlives its stack, and the replacement of its group', () => {
    const [group, ...others] = ofType('AWS::Logs::LogGroup').filter(({ properties }) => /clone-suspicions$/.test(properties.LogGroupName));
    expect(others).toEqual([]);
    expect(group?.template).toMatchObject(keptUnlessJustMade);
  });
});

describe('the journal of revocations', () => {
  const [group] = ofType('AWS::Logs::LogGroup').filter(({ properties }) => /-revocations$/.test(properties.LogGroupName));

  it('reaches further back than the table can be restored, and outlives its stack', () => {
    expect(group?.properties.RetentionInDays).toBeGreaterThan(35);
    expect(group?.template).toMatchObject(keptUnlessJustMade);
  });

  it('gets every event that ends a credential', () => {
    const types = ['CertificateRevoked', 'ClientCredentialsRevoked'];
    const rule = ofType('AWS::Events::Rule').find(({ properties }) => isDeepStrictEqual(properties.EventPattern?.['detail-type'], types));
    expect(rule?.properties.EventPattern.source).toEqual(['compass.connector', 'compass.director']);
    expect(JSON.stringify(rule?.properties.Targets)).toContain(group?.id);
  });
});

describe('buckets', () => {
  it.each(ofType('AWS::S3::Bucket').map((bucket) => [bucket.id, bucket] as const))(
    '%s is encrypted and closed to the public, and asks for TLS',
    (id, bucket) => {
      expect(bucket.properties.BucketEncryption).toBeDefined();
      expect(bucket.properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      const policy = ofType('AWS::S3::BucketPolicy').find(({ properties }) => properties.Bucket === id);
      expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    },
  );

  it('forget deleted specifications after a month, and expire none that is in use', () => {
    const bucket = ofType('AWS::S3::Bucket').find(({ id }) => id === 'SpecificationsBucket');
    const rules = bucket?.properties.LifecycleConfiguration.Rules;
    expect(rules).toContainEqual({
      Status: 'Enabled',
      NoncurrentVersionExpiration: { NoncurrentDays: 30 },
      ExpiredObjectDeleteMarker: true,
    });
    for (const rule of rules) expect(rule).not.toHaveProperty('ExpirationInDays');
  });

  it('end uploads of specifications that a crash left', () => {
    const bucket = ofType('AWS::S3::Bucket').find(({ id }) => id === 'SpecificationsBucket');
    const rule = { Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } };
    expect(bucket?.properties.LifecycleConfiguration.Rules).toContainEqual(rule);
  });

  it('hold versions of specifications and of the truststore', () => {
    const versioned = ofType('AWS::S3::Bucket').filter(({ properties }) => properties.VersioningConfiguration?.Status === 'Enabled');
    expect(versioned.map(({ id }) => id).sort()).toEqual(['SpecificationsBucket', 'TruststoreBucket']);
  });
});

describe('the key of the certificate authority', () => {
  it('signs, and nothing else, and cannot be exported', () => {
    const [authority, ...others] = ofType('AWS::KMS::Key').filter(({ properties }) => properties.KeyUsage === 'SIGN_VERIFY');
    expect(others).toEqual([]);
    expect(authority?.stack).toBe('compass-test-stateful');
    expect(authority?.properties).toMatchObject({ KeySpec: 'ECC_NIST_P256' });
    expect(authority?.properties.Origin).toBeUndefined();
  });

  it('costs no private certificate authority', () => {
    expect(deployment.all.filter(({ type }) => type.startsWith('AWS::ACMPCA::'))).toEqual([]);
  });

  it('does not exist when ACM PCA has its own', () => {
    const keys = deploymentUnderTest(acmPcaContext).ofType('AWS::KMS::Key');
    expect(keys.filter(({ properties }) => properties.KeyUsage === 'SIGN_VERIFY')).toEqual([]);
  });
});

describe('keys', () => {
  it('go with their stack, where they encrypt messages only', () => {
    const others = ofType('AWS::KMS::Key').filter(({ stack }) => stack !== 'compass-test-stateful');
    expect(others.map(({ id }) => id)).toEqual(['MessageKey']);
    for (const { template, id } of others) expect(template.DeletionPolicy, id).toBe('Delete');
  });

  it('rotate, where they encrypt', () => {
    const keys = ofType('AWS::KMS::Key').filter(({ properties }) => properties.KeyUsage !== 'SIGN_VERIFY');
    expect(keys.map(({ id }) => id).sort()).toEqual(['DataKey', 'MessageKey']);
    for (const { properties } of keys) expect(properties.EnableKeyRotation).toBe(true);
  });
});

describe('the alarm topic', () => {
  it('needs no key, which could keep an alarm from being published', () => {
    expect(ofType('AWS::SNS::Topic').map(({ properties }) => properties.KmsMasterKeyId)).toEqual([undefined]);
  });
});

describe('secrets', () => {
  it('get their value from Secrets Manager: no template holds one', () => {
    for (const { properties } of ofType('AWS::SecretsManager::Secret')) {
      expect(properties.SecretString).toBeUndefined();
      expect(properties.GenerateSecretString).toBeDefined();
      expect(properties.KmsKeyId).toBe('DataKey.Arn');
    }
    expect(JSON.stringify(deployment.templates)).not.toMatch(/PRIVATE KEY|\{\{resolve:secretsmanager|"?ClientSecret|BEGIN CERTIFICATE/);
  });

  it('give the sealing key 64 hexadecimal digits', () => {
    const [secret] = ofType('AWS::SecretsManager::Secret');
    const { GenerateSecretString: rules } = secret?.properties ?? {};
    const allowed = [...'abcdefghijklmnopqrstuvwxyz0123456789'].filter((character) => !rules.ExcludeCharacters.includes(character));
    expect(rules).toMatchObject({ PasswordLength: 64, ExcludePunctuation: true, ExcludeUppercase: true });
    expect(rules.IncludeSpace).not.toBe(true);
    expect(allowed.join('')).toBe('abcdef0123456789');
  });
});
