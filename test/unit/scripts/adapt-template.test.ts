import { describe, expect, it } from 'vitest';
import { type AdaptedTemplate, adaptTemplate } from '../../../scripts/emulator/adapt-template.ts';

const place = { replaced: { PUBLIC_URL: 'http://127.0.0.1:1' }, added: { EXTRA: 'true' }, hostedZoneId: 'ZREAL' };
const adapted = (Resources: AdaptedTemplate['Resources']) => adaptTemplate({ Resources }, place).Resources;

describe('a template that goes to the emulator', () => {
  it('loses what the emulator does not know, also where others wait for it', () => {
    const resources = adapted({
      Archive: { Type: 'AWS::Events::Archive' },
      Edge: { Type: 'AWS::CloudFront::Distribution' },
      Sum: { Type: 'AWS::CloudWatch::Alarm', Properties: { Metrics: [] } },
      Plain: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' }, DependsOn: ['Archive', 'Queue'] },
      Queue: { Type: 'AWS::SQS::Queue', DependsOn: 'Archive' },
    });
    expect(resources).toEqual({
      Plain: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: 'Errors' }, DependsOn: ['Queue'] },
      Queue: { Type: 'AWS::SQS::Queue', DependsOn: [] },
    });
  });

  it('moves an alias without CodeDeploy, which the emulator does not have', () => {
    const resources = adapted({
      Group: { Type: 'AWS::CodeDeploy::DeploymentGroup' },
      Application: { Type: 'AWS::CodeDeploy::Application' },
      Live: { Type: 'AWS::Lambda::Alias', UpdatePolicy: { CodeDeployLambdaAliasUpdate: { ApplicationName: { Ref: 'Application' } } } },
    });
    expect(resources).toEqual({ Live: { Type: 'AWS::Lambda::Alias' } });
  });

  it('gives functions the variables of this machine: some only where the template sets them', () => {
    const variables = (given: object) => ({
      Type: 'AWS::Lambda::Function',
      Metadata: { 'compass:entry': 'functions/x/handler.ts' },
      Properties: { Environment: { Variables: given } },
    });
    const resources = adapted({ A: variables({ PUBLIC_URL: { Ref: 'Api' } }), B: variables({ TABLE_NAME: 'table' }) });
    expect(resources.A?.Properties).toEqual({ Environment: { Variables: { PUBLIC_URL: 'http://127.0.0.1:1', EXTRA: 'true' } } });
    expect(resources.B?.Properties).toEqual({ Environment: { Variables: { TABLE_NAME: 'table', EXTRA: 'true' } } });
  });

  it('names secrets, issuer and zone as AWS does', () => {
    const resources = adapted({
      Key: { Type: 'AWS::SecretsManager::Secret' },
      Record: { Type: 'AWS::Route53::RecordSet', Properties: { HostedZoneId: 'Z0', Secret: { Ref: 'Key' }, Other: { Ref: 'Queue' } } },
      Issuer: { Type: 'X', Properties: { Url: { 'Fn::GetAtt': ['Pool', 'ProviderURL'] } } },
    });
    expect(resources.Record?.Properties).toEqual({
      HostedZoneId: 'ZREAL',
      Secret: { 'Fn::GetAtt': ['Key', 'Id'] },
      Other: { Ref: 'Queue' },
    });
    expect(resources.Issuer?.Properties).toEqual({
      Url: { 'Fn::Sub': `https://cognito-idp.\${AWS::Region}.\${AWS::URLSuffix}/\${Pool}` },
    });
  });

  it('lets a role that may send one message send several at once', () => {
    const statement = (Action: unknown) => ({ Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: [{ Action }] } } });
    const actionOf = (action: unknown) =>
      JSON.parse(JSON.stringify(adapted({ P: statement(action) }).P)).Properties.PolicyDocument.Statement[0].Action;
    expect(actionOf('sqs:SendMessage')).toEqual(['sqs:SendMessage', 'sqs:SendMessageBatch']);
    expect(actionOf(['kms:Decrypt', 'sqs:SendMessage'])).toEqual(['kms:Decrypt', 'sqs:SendMessage', 'sqs:SendMessageBatch']);
    expect(actionOf('sqs:ReceiveMessage')).toBe('sqs:ReceiveMessage');
  });
});
