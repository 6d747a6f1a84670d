import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { agentEnvironment } from '#agent/lambda/env.ts';
import { eventsGatewayEnvironment } from '#functions/events-gateway/env.ts';
import { bundleInOneFile } from '#infra/constructs/function-code.ts';
import { PublishedRuntimeTemplate } from '#infra/runtime/published-runtime-template.ts';
import { runtimeApp, runtimeTemplate } from '#infra/runtime/runtime-template.ts';
import type { Template } from '#infra/synthesize-templates.ts';
import {
  agentConfigurationParameter,
  agentSealingKeyParameter,
  deploymentParameters,
  pollSecondsChoices,
  runtimeOutputs,
  runtimeParameters,
  runtimeShortName,
  runtimeStackName,
} from '#shared/provisioning/runtime-template-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'compass-runtime-template-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const prefix = `compass-${'s'.repeat(20)}`;
const text = runtimeTemplate(prefix);
const template = JSON.parse(text) as Template & {
  readonly Mappings: Record<string, Record<string, { Expression: string }>>;
  readonly Rules?: unknown;
};
const runtimeId = '0197f000-0000-7000-8000-0000000000b1';
const stackName = runtimeStackName(prefix, runtimeId);
const withBoundary = { AWS: 'aws', PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary' };

/** The template as it is for one Runtime, with the names that CloudFormation makes. */
const deployed = resolved(template.Resources, {
  RuntimeId: runtimeId,
  'AWS::StackName': stackName,
  'AWS::Partition': 'aws',
  ...withBoundary,
}) as Record<
  string,
  // biome-ignore lint/suspicious/noExplicitAny: a template's properties are as deep as they are various
  { Type: string; Properties: any; DeletionPolicy?: string }
>;
const ofType = (type: string) => Object.values(deployed).filter((resource) => resource.Type === `AWS::${type}`);

/** Computes the intrinsic functions that names are made of; a condition counts as true, and a missing value stands for itself. */
function resolved(value: unknown, values: Record<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => resolved(one, values));
  if (typeof value !== 'object' || value === null) return value;
  const [[key = '', operand] = []] = Object.entries(value);
  const inner = resolved(operand, values);
  if (key === 'Ref') return values[String(inner)] ?? `<${inner}>`;
  if (key === 'Fn::GetAtt') return `<${(inner as string[]).join('.')}>`;
  if (key === 'Fn::Join') return (inner as [string, string[]])[1].join((inner as [string, string[]])[0]);
  if (key === 'Fn::Split') return (inner as [string, string])[1].split((inner as [string, string])[0]);
  if (key === 'Fn::Select') return (inner as [number, string[]])[1][(inner as [number, string[]])[0]];
  if (key === 'Fn::If') return (inner as unknown[])[1];
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, resolved(one, values)]));
}

describe('the template of a Runtime', () => {
  it('has the parameters and outputs that its driver knows', () => {
    expect(Object.keys(template.Parameters ?? {}).sort()).toEqual(Object.keys({ ...deploymentParameters, ...runtimeParameters }).sort());
    expect(Object.keys(template.Outputs ?? {}).sort()).toEqual(Object.keys(runtimeOutputs).sort());
  });

  it('needs neither a bootstrap nor a custom resource in its account', () => {
    expect(template.Rules).toBeUndefined();
    expect(text).not.toMatch(/cdk|bootstrap|AssetParameters/i);
    for (const { Type } of Object.values(template.Resources)) expect(Type).toMatch(/^AWS::(?!CloudFormation::CustomResource|CDK::)/);
  });

  it('fits in the 51,200 bytes of a request', () => {
    expect(JSON.stringify(template).length).toBeLessThan(51_200);
  });

  it('leads to nothing that the rules of AWS Solutions find and that is not justified beside its resource', { timeout: 60_000 }, () => {
    const app = runtimeApp(prefix, { outdir: join(folder, 'nag'), builtinCloudFormationValidation: false });
    app.synth();
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources.map((one) => one.constructPath)])).toEqual(
      [],
    );
  });

  it('names everything by the Runtime, within the lengths that AWS takes', () => {
    const short = runtimeShortName(prefix, runtimeId);
    expect(ofType('DynamoDB::Table').map(({ Properties }) => Properties.TableName)).toEqual([stackName]);
    expect(ofType('Events::EventBus').map(({ Properties }) => Properties.Name)).toEqual([stackName]);
    const names = [
      ...ofType('Lambda::Function').map(({ Properties }) => Properties.FunctionName),
      ...ofType('IAM::Role').map(({ Properties }) => Properties.RoleName),
      ...ofType('Events::Rule').map(({ Properties }) => Properties.Name),
    ];
    expect(names).toContain(`${short}-agent`);
    for (const name of names) {
      expect(name.startsWith(`${short}-`), name).toBe(true);
      expect(name.length, name).toBeLessThanOrEqual(64);
    }
  });

  it('bounds every role as the deployment asks', () => {
    expect(ofType('IAM::Role').length).toBeGreaterThan(0);
    for (const { Properties } of ofType('IAM::Role')) expect(Properties.PermissionsBoundary).toBe(withBoundary.PermissionsBoundary);
  });

  it('leaves nothing behind when it is removed, and keeps logs for a limited time', () => {
    for (const [id, { Type, DeletionPolicy = 'Delete' }] of Object.entries(deployed))
      expect(DeletionPolicy, `${id} ${Type}`).toBe('Delete');
    const logged = ofType('Logs::LogGroup').map(({ Properties }) => Properties.LogGroupName);
    expect(logged).toEqual(ofType('Lambda::Function').map(({ Properties }) => `/aws/lambda/${Properties.FunctionName}`));
    for (const { Properties } of ofType('Logs::LogGroup')) expect(Properties.RetentionInDays).toBe(30);
  });

  it('runs every function on arm64 and Node 24', () => {
    for (const { Properties } of ofType('Lambda::Function'))
      expect(Properties).toMatchObject({ Architectures: ['arm64'], Runtime: 'nodejs24.x' });
  });

  it('grants with its managed policy to read the view of Applications and nothing else', () => {
    const [policy] = ofType('IAM::ManagedPolicy');
    expect(policy?.Properties.PolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
        Resource: '<Table.Arn>',
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['APPLICATIONS', 'APPLICATION#*'] } },
      },
    ]);
  });
});

describe('the Agent of the template', () => {
  const agent = ofType('Lambda::Function').find(({ Properties }) => Properties.FunctionName.endsWith('-agent'))?.Properties;

  it('gets every variable that it reads, and the parameters that the driver and it agree on', () => {
    const { Variables } = agent.Environment;
    expect(Object.keys(Variables).sort()).toEqual(Object.keys(agentEnvironment.shape).sort());
    expect(Variables).toMatchObject({
      CONFIGURATION_PARAMETER: agentConfigurationParameter(stackName),
      SEALING_KEY_PARAMETER: agentSealingKeyParameter(stackName),
    });
  });

  it('runs once at a time, and waits for another invocation no longer than a few cycles', () => {
    expect(agent).toMatchObject({ ReservedConcurrentExecutions: 1, Timeout: 60 });
    const [repetition] = ofType('Lambda::EventInvokeConfig');
    expect(repetition?.Properties).toMatchObject({ MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 2 });
  });

  it('may read its two parameters, make one of them, use its table and put events on its bus', () => {
    const role = ofType('IAM::Role').find(({ Properties }) => Properties.RoleName.endsWith('-agent'));
    const statements: { Action: string | string[]; Resource: string | string[] }[] = role?.Properties.Policies[0].PolicyDocument.Statement;
    const parameter = (name: string) => `arn:aws:ssm:<AWS::Region>:<AWS::AccountId>:parameter${name}`;
    const rights = statements.map(({ Action, Resource }) => [[Action].flat().map((one) => one.split(':')[0])[0], Action, Resource]);
    expect(Object.fromEntries(rights.map(([service, , resource]) => [service, resource]))).toEqual({
      logs: expect.stringContaining('Logs'),
      dynamodb: '<Table.Arn>',
      events: '<Bus.Arn>',
      ssm: parameter(agentSealingKeyParameter(stackName)),
      kms: 'arn:aws:kms:<AWS::Region>:<AWS::AccountId>:key/*',
    });
    expect(statements).toContainEqual({
      Effect: 'Allow',
      Action: 'ssm:GetParameter',
      Resource: [parameter(agentConfigurationParameter(stackName)), parameter(agentSealingKeyParameter(stackName))],
    });
  });

  it('has a schedule for each period that the driver may choose', () => {
    const [schedules = {}] = Object.values(template.Mappings);
    expect(Object.keys(schedules).map(Number)).toEqual([...pollSecondsChoices]);
    expect(schedules['60']).toEqual({ Expression: 'rate(1 minute)' });
    expect(schedules['3600']).toEqual({ Expression: 'rate(60 minutes)' });
    expect(template.Parameters?.PollSeconds?.AllowedValues).toEqual(pollSecondsChoices.map(String));
  });

  it('is a bundle of its own with the SDK in it, which exports the handler', () => {
    bundleInOneFile('agent/lambda/handler.ts', folder);
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    for (const name of Object.keys(agentEnvironment.shape)) vi.stubEnv(name, '60');
    const { handler } = createRequire(import.meta.url)(join(folder, 'index.js'));
    // Node 24 on Lambda takes no handler with a callback.
    expect(handler).toHaveLength(2);
    vi.unstubAllEnvs();
  });
});

describe('the events gateway of the template', () => {
  const gateway = ofType('Lambda::Function').find(({ Properties }) => Properties.FunctionName.endsWith('-gateway'))?.Properties;

  it('gets every variable that it reads', () => {
    expect(gateway.Environment.Variables).toEqual({
      TENANT: '<Tenant>',
      CONTROL_PLANE_URL: '<ControlPlaneUrl>',
      OIDC_ISSUER: '<TokenIssuer>',
      VIEW_TABLE: '<Table>',
      EVENT_BUS_NAME: '<Bus>',
    });
    expect(Object.keys(gateway.Environment.Variables).sort()).toEqual(Object.keys(eventsGatewayEnvironment.shape).sort());
  });

  it('may read the heads of the view, which hold no credentials, count requests, put events on the bus, and write its log', () => {
    const role = ofType('IAM::Role').find(({ Properties }) => Properties.RoleName.endsWith('-gateway'));
    const [log, ...statements] = role?.Properties.Policies[0].PolicyDocument.Statement ?? [];
    expect(log.Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
    expect(statements).toEqual([
      {
        Effect: 'Allow',
        Action: 'dynamodb:GetItem',
        Resource: '<Table.Arn>',
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['APPLICATIONS'] } },
      },
      {
        Effect: 'Allow',
        Action: 'dynamodb:UpdateItem',
        Resource: '<Table.Arn>',
        Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['RATE#*'] } },
      },
      { Effect: 'Allow', Action: 'events:PutEvents', Resource: '<Bus.Arn>' },
    ]);
  });

  it('takes events at two paths, up to a rate', () => {
    expect(ofType('ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey)).toEqual([
      'POST /{application}/events',
      'POST /{application}/v1/events',
    ]);
    const described = parse(readFileSync(join(import.meta.dirname, '../../docs/api/events.openapi.yaml'), 'utf8'));
    expect(Object.keys(described.paths).map((path) => `POST ${path}`)).toEqual(
      ofType('ApiGatewayV2::Route').map(({ Properties }) => Properties.RouteKey),
    );
    expect(ofType('ApiGatewayV2::Integration')[0]?.Properties).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
    const [stage] = ofType('ApiGatewayV2::Stage');
    expect(stage?.Properties.DefaultRouteSettings).toMatchObject({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
  });

  it('has a domain for client certificates only if the parameters name one', () => {
    const resources = Object.values(template.Resources) as { readonly Type: string; readonly Condition?: string }[];
    const conditional = resources.filter(({ Condition }) => Condition !== undefined);
    expect(conditional.map(({ Type }) => Type).sort()).toEqual([
      'AWS::ApiGatewayV2::ApiMapping',
      'AWS::ApiGatewayV2::DomainName',
      'AWS::CertificateManager::Certificate',
      'AWS::Route53::RecordSet',
      'AWS::Route53::RecordSet',
    ]);
    expect(new Set(conditional.map(({ Condition }) => Condition)).size).toBe(1);
    const [domain] = ofType('ApiGatewayV2::DomainName');
    expect(domain?.Properties.MutualTlsAuthentication).toEqual({
      TruststoreUri: '<TruststoreUri>',
      TruststoreVersion: '<TruststoreVersion>',
    });
  });

  it('has the address of the domain if there is one, and its own address for access tokens', () => {
    const url = (of: 'EventsUrl' | 'EventsTokenUrl') => template.Outputs?.[of]?.Value as unknown;
    const ownAddress = { 'Fn::GetAtt': [expect.stringContaining('Api'), 'ApiEndpoint'] };
    expect(url('EventsTokenUrl')).toEqual(ownAddress);
    expect(url('EventsUrl')).toEqual({
      'Fn::If': [
        expect.stringContaining('HasEventsDomainName'),
        { 'Fn::Join': ['', ['https://', { Ref: 'EventsDomainName' }]] },
        ownAddress,
      ],
    });
    const agent = ofType('Lambda::Function').find(({ Properties }) => Properties.FunctionName.endsWith('-agent'))?.Properties;
    expect(agent.Environment.Variables).toMatchObject({
      EVENTS_URL: 'https://<EventsDomainName>',
      EVENTS_URL_FOR_TOKENS: expect.stringMatching(/^<.*Api.*\.ApiEndpoint>$/),
    });
  });

  it('publishes no address where no Application could get in: without a domain and without OAuth clients', () => {
    const agent = Object.values(template.Resources).find(({ Properties }) => JSON.stringify(Properties).includes('EVENTS_URL'))?.Properties;
    const { EVENTS_URL, EVENTS_URL_FOR_TOKENS } = (agent as { Environment: { Variables: Record<string, unknown> } }).Environment.Variables;
    const endpoint = { 'Fn::GetAtt': [expect.stringContaining('Api'), 'ApiEndpoint'] };
    const forTokens = { 'Fn::If': [expect.stringContaining('HasTokenIssuer'), endpoint, ''] };
    expect(EVENTS_URL_FOR_TOKENS).toEqual(forTokens);
    expect(EVENTS_URL).toEqual({ 'Fn::If': [expect.stringContaining('HasEventsDomainName'), expect.anything(), forTokens] });
  });

  it('loads another truststore when its version changes, and names no version that it was not given', () => {
    const resources = Object.values(template.Resources) as { readonly Type: string; readonly Properties: Record<string, unknown> }[];
    const domain = resources.find(({ Type }) => Type === 'AWS::ApiGatewayV2::DomainName');
    const given = [expect.stringContaining('HasTruststoreVersion'), { Ref: 'TruststoreVersion' }, { Ref: 'AWS::NoValue' }];
    expect(domain?.Properties.MutualTlsAuthentication).toMatchObject({ TruststoreVersion: { 'Fn::If': given } });
  });

  it('is a bundle of its own with the SDK in it, which exports the handler', () => {
    bundleInOneFile('functions/events-gateway/handler.ts', folder);
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    for (const name of Object.keys(eventsGatewayEnvironment.shape)) vi.stubEnv(name, 'https://value.example');
    const require = createRequire(import.meta.url);
    delete require.cache[join(folder, 'index.js')];
    expect(require(join(folder, 'index.js')).handler).toHaveLength(2);
    vi.unstubAllEnvs();
  });
});

describe('the published template', () => {
  const publish = (name: string) => {
    const app = new App({ outdir: join(folder, name), context: { 'aws:cdk:bundling-stacks': [] }, analyticsReporting: false });
    return new PublishedRuntimeTemplate(new Stack(app, 'stack'), 'Published', {
      prefix,
      parameters: { ControlPlaneUrl: 'https://compass.example', TokenIssuer: 'https://issuer.example' },
    });
  };

  it('has a URL, a bucket and keys of the code, and the same version for the same content', () => {
    const [one, same] = [publish('one'), publish('same')];
    expect(JSON.stringify(Stack.of(one).resolve(one.templateUrl))).toMatch(/https:\/\/s3\..*\.json/);
    expect(one.parameters).toEqual(same.parameters);
    expect(one.parameters).toEqual({
      AgentCodeKey: expect.stringMatching(/\.zip$/),
      GatewayCodeKey: expect.stringMatching(/\.zip$/),
      TemplateVersion: expect.stringMatching(/^[0-9a-f]{12}$/),
      ControlPlaneUrl: 'https://compass.example',
      TokenIssuer: 'https://issuer.example',
    });
  });
});
