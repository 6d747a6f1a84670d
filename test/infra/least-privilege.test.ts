import { describe, expect, it } from 'vitest';
import { functionNameOf, type StepName, stepNames, steps } from '#functions/provisioning/steps.ts';
import { stepsOf, workflows } from '#functions/provisioning/workflows.ts';
import { clientTemplate } from '#shared/aws/authorities/acm-pca-authority.ts';
import type { RuntimeDriver } from '#shared/provisioning/runtime-driver.ts';
import { acmPcaContext, deploymentUnderTest } from './deployment-under-test.ts';
import { type Rights, rightsOf, rightsOfRole } from './rights.ts';

const deployment = deploymentUnderTest();

const table = 'ControlPlaneTable.Arn';
const viaDynamo = 'DataKey.Arn if kms:ViaService=dynamodb.*.amazonaws.com';
const readingTheKey = ['kms:Decrypt', 'kms:DescribeKey'];
const usingTheKey = [...readingTheKey, 'kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
const everyFunction = (logs: string): Rights => ({
  [`${logs}.Arn`]: ['logs:CreateLogStream', 'logs:PutLogEvents'],
});

const items = (...actions: string[]): Rights => ({
  [table]: actions.map((action) => `dynamodb:${action}`),
  [viaDynamo]: actions.some((action) => /(Put|Update|Delete)Item/.test(action)) ? usingTheKey : readingTheKey,
});

const registry: Rights = {
  ...items('BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
  [`${table}/index/byId`]: ['dynamodb:Query'],
  [`${table}/index/listing`]: ['dynamodb:Query'],
  [`${table}/index/log`]: ['dynamodb:Query'],
};

const sealingKey: Rights = {
  SealingKeySecret: ['secretsmanager:GetSecretValue'],
  'DataKey.Arn if kms:ViaService=secretsmanager.*.amazonaws.com': ['kms:Decrypt'],
};

const specifications = 'SpecificationsBucket.Arn';
const viaS3 = 'DataKey.Arn if kms:ViaService=s3.*.amazonaws.com';

const truststore: Rights = { 'TruststoreBucket.Arn/truststore.pem': ['s3:GetObject'] };

const consuming = (queue: string): Rights => ({
  [`${queue}.Arn`]: ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'],
});

const sending = (queue: string): Rights => ({
  [`${queue}.Arn`]: ['sqs:SendMessage'],
  'MessageKey.Arn': ['kms:Decrypt', 'kms:GenerateDataKey'],
});

const userPool = 'IdentityProviderUserPool.Arn';

const signing: Rights = { 'CertificateAuthorityKey.Arn': ['kms:GetPublicKey', 'kms:Sign'] };

const rights = (name: string) => rightsOf(deployment, `compass-test-${name}`);
const rightsWithAcmPca = (name: string) => rightsOf(deploymentUnderTest(acmPcaContext), `compass-test-${name}`);

describe('the Director', () => {
  const withoutClients = {
    ...everyFunction('DirectorLogs'),
    ...registry,
    ...truststore,
    ...sealingKey,
    [`${specifications}/*`]: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
    [specifications]: ['s3:ListBucket'],
    [viaS3]: ['kms:Decrypt', 'kms:GenerateDataKey'],
    'WebhookTesterFunction.Arn': ['lambda:InvokeFunction'],
  };

  it('reads and writes the registry and the texts of specifications, reads the truststore, seals credentials, has webhooks tested and makes OAuth clients', () => {
    expect(rights('director')).toEqual({
      ...withoutClients,
      [userPool]: ['cognito-idp:CreateUserPoolClient', 'cognito-idp:DeleteUserPoolClient'],
    });
  });

  it('makes no clients where the identity provider is an external one', () => {
    const external = deploymentUnderTest({ stage: 'test', oidcIssuer: 'https://login.example.com', oidcAudience: 'compass' });
    expect(rightsOf(external, 'compass-test-director')).toEqual(withoutClients);
  });
});

describe('the token endpoint', () => {
  it('may do nothing', () => {
    expect(rights('token-endpoint')).toEqual(everyFunction('TokenEndpointLogs'));
  });
});

describe('the remover of clients', () => {
  it('deletes clients and their addresses, and makes none', () => {
    expect(rights('client-remover')).toEqual({
      ...everyFunction('RevokedClientsClientRemoverLogs'),
      ...items('DeleteItem'),
      [userPool]: ['cognito-idp:DeleteUserPoolClient'],
      ...consuming('RevokedClientsWorkQueue'),
      'MessageKey.Arn': ['kms:Decrypt'],
    });
  });
});

describe('the Connector', () => {
  const withoutAuthority = {
    ...everyFunction('ConnectorLogs'),
    ...items('ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
    ...truststore,
  };

  it('reads and writes System Auths, reads where an Application sends its events, and signs with the key of the certificate authority', () => {
    expect(rights('connector')).toEqual({ ...withoutAuthority, ...signing });
  });

  it('has ACM PCA issue certificates for clients only, and reads when its certificate ends', () => {
    expect(rightsWithAcmPca('connector')).toEqual({
      ...withoutAuthority,
      [`CertificateAuthorityRoot.Arn if acm-pca:TemplateArn=${clientTemplate}`]: ['acm-pca:IssueCertificate'],
      'CertificateAuthorityRoot.Arn': ['acm-pca:GetCertificate', 'acm-pca:GetCertificateAuthorityCertificate'],
    });
  });
});

describe('the Provisioner', () => {
  it('keeps operations and starts the four workflows', () => {
    expect(rights('provisioner')).toEqual({
      ...everyFunction('ProvisionerLogs'),
      ...items('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ProvisionRuntimeStateMachine: ['states:StartExecution'],
      DeprovisionRuntimeStateMachine: ['states:StartExecution'],
      ReconnectRuntimeStateMachine: ['states:StartExecution'],
      UpgradeRuntimeStateMachine: ['states:StartExecution'],
    });
  });
});

describe('the health prober', () => {
  it('finds what is due through one index and changes items one by one', () => {
    expect(rights('health-prober')).toEqual({
      ...everyFunction('HealthProberLogs'),
      ...items('UpdateItem'),
      [`${table}/index/byId`]: ['dynamodb:Query'],
    });
  });
});

describe('the liveness watcher', () => {
  it('finds what is due through one index, looks at credentials and changes items one by one', () => {
    expect(rights('liveness-watcher')).toEqual({
      ...everyFunction('LivenessWatcherLogs'),
      ...items('ConditionCheckItem', 'Query', 'UpdateItem'),
      [`${table}/index/byId`]: ['dynamodb:Query'],
    });
  });
});

describe('the sweeper', () => {
  it('finds what is due, looks whether its head is there, deletes, and releases what a Runtime had', () => {
    expect(rights('sweeper')).toEqual({
      ...everyFunction('SweeperLogs'),
      ...items('BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      [`${table}/index/byId`]: ['dynamodb:Query'],
      [`${table}/index/listing`]: ['dynamodb:Query'],
    });
  });
});

describe('the event relay', () => {
  it('reads the stream but not the table, publishes to the bus, and notes failures', () => {
    expect(rights('event-relay')).toEqual({
      ...everyFunction('EventRelayLogs'),
      'ControlPlaneTable.StreamArn': [
        'dynamodb:DescribeStream',
        'dynamodb:GetRecords',
        'dynamodb:GetShardIterator',
        'dynamodb:ListStreams',
      ],
      [viaDynamo]: ['kms:Decrypt'],
      'EventBus.Arn': ['events:PutEvents'],
      ...sending('FailedMessagesUndelivered'),
    });
  });
});

describe('the notification fan-out', () => {
  it('reads the table without changing it, sends deliveries, and leaves the rest of a large audience to itself', () => {
    expect(rights('notification-fanout')).toEqual({
      ...everyFunction('NotificationFanoutLogs'),
      ...items('BatchGetItem', 'GetItem', 'Query'),
      ...sending('DeliveriesQueue'),
      'NotificationsQueue.Arn': [...(consuming('NotificationsQueue')['NotificationsQueue.Arn'] ?? []), 'sqs:SendMessage'],
    });
  });
});

describe('the tester of webhooks', () => {
  it('reads webhooks, leases their endpoints and opens sealed credentials', () => {
    expect(rights('webhook-tester')).toEqual({
      ...everyFunction('WebhookTesterLogs'),
      ...items('GetItem', 'UpdateItem'),
      ...sealingKey,
    });
  });
});

describe('the webhook dispatcher', () => {
  it('notes single deliveries, opens sealed credentials, and sends nothing to any queue', () => {
    expect(rights('webhook-dispatcher')).toEqual({
      ...everyFunction('WebhookDispatcherLogs'),
      ...items('BatchGetItem', 'GetItem', 'PartiQLInsert', 'PartiQLUpdate', 'UpdateItem'),
      ...sealingKey,
      ...consuming('DeliveriesQueue'),
      'MessageKey.Arn': ['kms:Decrypt'],
    });
  });
});

describe('the fetcher of specifications', () => {
  it('reads and writes items, counts what an Application has, stores texts that it cannot read again, and opens sealed credentials', () => {
    expect(rights('spec-fetcher')).toEqual({
      ...everyFunction('SpecFetcherLogs'),
      ...items('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ...sealingKey,
      [`${specifications}/*`]: ['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:PutObject'],
      [viaS3]: ['kms:Decrypt', 'kms:GenerateDataKey'],
      'FetchesQueue.Arn': [...(consuming('FetchesQueue')['FetchesQueue.Arn'] ?? []), 'sqs:SendMessage'],
      'MessageKey.Arn': ['kms:Decrypt', 'kms:GenerateDataKey'],
    });
  });
});

describe('the cleaner of specifications', () => {
  it('finds and deletes texts without reading any, and knows no table', () => {
    expect(rights('spec-cleaner')).toEqual({
      ...everyFunction('SpecCleanerLogs'),
      [`${specifications}/*`]: ['s3:DeleteObject'],
      [specifications]: ['s3:ListBucket'],
      ...consuming('RubbishQueue'),
      'MessageKey.Arn': ['kms:Decrypt'],
    });
  });
});

describe('the truststore publisher', () => {
  const logs = everyFunction('PublishedTruststoreTruststorePublisherLogs');
  const updating: Rights = {
    'TruststoreBucket.Arn/truststore.pem': ['s3:GetObject', 's3:PutObject'],
    'TruststoreBucket.Arn': ['s3:ListBucket'],
  };

  it('signs the root, and reads and writes that one object, of which it must know whether it exists', () => {
    expect(rights('truststore-publisher')).toEqual({ ...logs, ...signing, ...updating });
  });

  it('reads the certificate of ACM PCA, and reads and writes that one object', () => {
    expect(rightsWithAcmPca('truststore-publisher')).toEqual({
      ...logs,
      ...updating,
      'CertificateAuthorityRoot.Arn': ['acm-pca:GetCertificateAuthorityCertificate'],
    });
  });
});

describe('the publisher of the console', () => {
  it('writes and deletes the files of the console, and reads none', () => {
    expect(rights('console-publisher')).toEqual({
      ...everyFunction('ConsolePublishedConsolePublisherLogs'),
      'ConsoleFiles.Arn/*': ['s3:DeleteObject', 's3:PutObject'],
      'ConsoleFiles.Arn': ['s3:ListBucket'],
    });
  });
});

const revocationLists = (action: string): Rights => ({
  'arn:AWS::Partition:s3:::compass-test-crl-AWS::AccountId-AWS::Region/*': [action],
});

describe('the publisher of revocation lists', () => {
  const withoutAuthority = {
    ...everyFunction('CrlPublisherLogs'),
    ...items('PutItem', 'Query', 'UpdateItem'),
    ...truststore,
    ...revocationLists('s3:PutObject'),
    ...consuming('RevocationsQueue'),
    'MessageKey.Arn': ['kms:Decrypt'],
  };

  it('keeps what was revoked, and signs lists of it, which it cannot read back', () => {
    expect(rights('crl-publisher')).toEqual({ ...withoutAuthority, ...signing });
  });

  it('has ACM PCA revoke', () => {
    const authority = { 'CertificateAuthorityRoot.Arn': ['acm-pca:GetCertificateAuthorityCertificate', 'acm-pca:RevokeCertificate'] };
    expect(rightsWithAcmPca('crl-publisher')).toEqual({ ...withoutAuthority, ...authority });
  });

  it('has nothing to revoke with a short-lived authority', () => {
    const deployed = deploymentUnderTest({ ...acmPcaContext, certificateAuthority: 'acm-pca-short-lived' });
    expect(rightsOf(deployed, 'compass-test-crl-publisher')).toEqual({
      ...withoutAuthority,
      'CertificateAuthorityShortLivedRoot.Arn': ['acm-pca:GetCertificateAuthorityCertificate'],
    });
  });
});

describe('the endpoint of revocation lists', () => {
  it('reads which list is the latest, and that list', () => {
    expect(rights('crl-endpoint')).toEqual({
      ...everyFunction('CrlEndpointLogs'),
      ...items('GetItem'),
      ...revocationLists('s3:GetObject'),
    });
  });
});

describe('the watch over authorities', () => {
  const withoutAuthority = {
    ...everyFunction('AuthorityWatchLogs'),
    ...items('GetItem', 'Query', 'UpdateItem'),
    ...truststore,
    ...revocationLists('s3:PutObject'),
  };

  it('signs lists of what was revoked, and records nothing as revoked', () => {
    expect(rights('authority-watch')).toEqual({ ...withoutAuthority, ...signing });
  });

  it('reads the certificate of ACM PCA', () => {
    const authority = { 'CertificateAuthorityRoot.Arn': ['acm-pca:GetCertificateAuthorityCertificate'] };
    expect(rightsWithAcmPca('authority-watch')).toEqual({ ...withoutAuthority, ...authority });
  });
});

const idOf = (step: StepName): string => `Tasks${functionNameOf(step).replaceAll('-', '')}`;

const ofRuntimes = (service: string, resource: string) => `arn:AWS::Partition:${service}:AWS::Region:AWS::AccountId:${resource}`;
const serviceRole = 'arn:AWS::Partition:iam::AWS::AccountId:role/compass-test-stack-deployer-AWS::Region';
const stacks = ofRuntimes('cloudformation', 'stack/compass-test-runtime-*');
const parameters = ofRuntimes('ssm', 'parameter/compass-test-runtime-*');
const code = 'arn:AWS::Partition:s3:::cdk-hnb659fds-assets-AccountId-Region/*';

const building = (action: string): Rights => ({
  [stacks]: ['cloudformation:DescribeStacks', 'cloudformation:TagResource'],
  [`${stacks} if cloudformation:RoleArn=${serviceRole}`]: [`cloudformation:${action}`],
  [`${serviceRole} if iam:PassedToService=cloudformation.amazonaws.com`]: ['iam:PassRole'],
  [code]: ['s3:GetObject'],
  'TruststoreBucket.Arn/truststore.pem': ['s3:GetObject', 's3:GetObjectVersion'],
});

/** The rights of the calls of the driver of stacks. */
const driverRights: Record<keyof RuntimeDriver, Rights> = {
  provision: building('CreateStack'),
  upgrade: building('UpdateStack'),
  checkUpgraded: { [stacks]: ['cloudformation:DescribeStackEvents', 'cloudformation:DescribeStacks'], ...truststore },
  check: { [stacks]: ['cloudformation:DescribeStackEvents', 'cloudformation:DescribeStacks'] },
  configure: {
    [stacks]: ['cloudformation:DescribeStacks'],
    [parameters]: ['ssm:PutParameter'],
    [ofRuntimes('lambda', 'function:compass-test-runtime-*-agent')]: ['lambda:InvokeFunction'],
  },
  forgetToken: { [stacks]: ['cloudformation:DescribeStacks'], [parameters]: ['ssm:PutParameter'] },
  remove: { [stacks]: ['cloudformation:DeleteStack', 'cloudformation:DescribeStacks'], [parameters]: ['ssm:DeleteParameters'] },
  checkRemoved: {
    [stacks]: ['cloudformation:DescribeStackEvents', 'cloudformation:DescribeStacks'],
    [parameters]: ['ssm:DeleteParameters'],
  },
};

describe('the steps of the workflows', () => {
  const agentConfigurations = 'arn:AWS::Partition:secretsmanager:AWS::Region:AWS::AccountId:secret:compass-test/agent-configuration/*';
  const rightsOn = (secrets: readonly string[]): Rights =>
    secrets.length === 0 ? {} : { [agentConfigurations]: secrets.map((action) => `secretsmanager:${action}`) };

  it.each(stepNames)('%s may do what the table of steps says', (name) => {
    const { table: actions, secrets, driver }: (typeof steps)[StepName]['rights'] & { driver?: keyof RuntimeDriver } = steps[name].rights;
    const onTable = actions === 'registry' ? registry : items(...actions);
    const onStacks = driver ? driverRights[driver] : {};
    expect(rights(functionNameOf(name))).toEqual({
      ...everyFunction(`${idOf(name)}Logs`),
      ...onTable,
      ...rightsOn(secrets),
      ...onStacks,
    });
  });

  it.each([
    ['may do everything with registered objects', ['registerRuntime', 'unregisterRuntime'], 'registry'],
    ['deletes items', ['obtainToken'], 'DeleteItem'],
    ['makes agent configurations', ['obtainToken'], 'CreateSecret'],
    ['reads agent configurations', ['injectConfiguration'], 'GetSecretValue'],
    ['deletes agent configurations', ['spendToken'], 'DeleteSecret'],
  ])('%s only in %j', (_, names, right) => {
    const having = stepNames.filter((name) => [steps[name].rights.table, steps[name].rights.secrets].flat().includes(right as never));
    expect(having).toEqual(names);
  });
});

describe('the state machines', () => {
  it.each([
    ['ProvisionRuntime', workflows.provision],
    ['DeprovisionRuntime', workflows.deprovision],
    ['ReconnectRuntime', workflows.reconnect],
    ['UpgradeRuntime', workflows.upgrade],
  ])('%s invokes its own steps, traces and writes its log, nothing more', (name, workflow) => {
    const { '*': unnamed = [], ...named } = rightsOfRole(deployment, 'compass-test-provisioning', `${name}StateMachineRole`);
    const functions = stepsOf(workflow).map((step) => `${idOf(step)}Function.Arn`);
    const versions = functions.map((arn) => `${arn}:*`);
    expect(named).toEqual(Object.fromEntries([...functions, ...versions].map((arn) => [arn, ['lambda:InvokeFunction']])));
    expect(unnamed.filter((action) => !/^(logs|xray):/.test(action))).toEqual([]);
  });
});

describe('all roles together', () => {
  it('use no managed policy', () => {
    for (const { properties, id } of deployment.ofType('AWS::IAM::Role')) expect(properties.ManagedPolicyArns, id).toBeUndefined();
  });

  it('name every action: no wildcard stands for several', () => {
    const actions = deployment
      .ofType('AWS::IAM::Policy')
      .flatMap(({ properties }) => properties.PolicyDocument.Statement)
      .flatMap(({ Action }) => Action);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });
});
