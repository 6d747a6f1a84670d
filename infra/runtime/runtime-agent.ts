import { Aws, CfnMapping, Fn, Validations } from 'aws-cdk-lib';
import type { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig, CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { agentEnvironment } from '#agent/lambda/env.ts';
import {
  agentConfigurationParameter,
  agentSealingKeyParameter,
  pollSecondsChoices,
} from '#shared/provisioning/runtime-template-contract.ts';
import { allow } from '../constructs/access.ts';
import { RuntimeFunction } from './runtime-function.ts';
import type { RuntimeNames } from './runtime-names.ts';

export interface RuntimeAgentProps {
  readonly names: RuntimeNames;
  readonly table: CfnTable;
  readonly bus: { readonly name: string; readonly arn: string };
  /** URL of the events gateway that Applications are given. Empty if no Application could get in. */
  readonly eventsUrl: string;
  /** Empty if the gateway takes no access tokens. */
  readonly eventsUrlForTokens: string;
}

/** Seconds that an invocation may take. Its lease lasts longer. */
const timeoutSeconds = 60;
/** Megabytes. */
const memorySize = 256;

/**
 * The Runtime Agent on a schedule of the default bus, which is free of charge. It runs once at a time: by its lease, and by its concurrency. A wake-up
 * that meets a running cycle is repeated by Lambda.
 */
export class RuntimeAgent extends Construct {
  readonly functionName: string;

  constructor(scope: Construct, id: string, { names, table, bus, eventsUrl, eventsUrlForTokens }: RuntimeAgentProps) {
    super(scope, id);
    const configuration = agentConfigurationParameter(names.long);
    const sealingKey = agentSealingKeyParameter(names.long);
    const agent = new RuntimeFunction(this, 'Agent', {
      names,
      name: 'agent',
      // With the version, so that each one is a change of a resource: CloudFormation refuses updates without any.
      description: Fn.join(' ', [
        'Runtime Agent: pairs the Runtime and keeps its view of Applications up to date. Version',
        Fn.ref('TemplateVersion'),
      ]),
      codeKey: 'AgentCodeKey',
      schema: agentEnvironment,
      environment: {
        TABLE_NAME: table.ref,
        EVENT_BUS_NAME: bus.name,
        CONFIGURATION_PARAMETER: configuration,
        SEALING_KEY_PARAMETER: sealingKey,
        POLL_SECONDS: Fn.ref('PollSeconds'),
        EVENTS_URL: eventsUrl,
        EVENTS_URL_FOR_TOKENS: eventsUrlForTokens,
      },
      statements: [
        allow(
          ['ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map((action) => `dynamodb:${action}`),
          [table.attrArn],
        ),
        allow(['events:PutEvents'], [bus.arn]),
        allow(['ssm:GetParameter'], [parameterArn(configuration), parameterArn(sealingKey)]),
        allow(['ssm:PutParameter'], [parameterArn(sealingKey)]),
        throughSystemsManager([configuration, sealingKey]),
      ],
      timeoutSeconds,
      memorySize,
      reservedConcurrency: 1,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:kms:<AWS::Region>:<AWS::AccountId>:key/*]',
      reason: 'The id of the AWS managed key of Systems Manager is unknown; the condition allows these two parameters alone.',
    });
    new CfnEventInvokeConfig(this, 'Repetition', {
      functionName: agent.functionName,
      qualifier: '$LATEST',
      // Later the next cycle by the schedule does the same.
      maximumEventAgeInSeconds: 300,
      maximumRetryAttempts: 2,
    });
    this.schedule(names, agent.functionArn);
    this.functionName = agent.functionName;
  }

  private schedule(names: RuntimeNames, functionArn: string): void {
    const schedules = new CfnMapping(this, 'Schedules', {
      mapping: Object.fromEntries(pollSecondsChoices.map((seconds) => [String(seconds), { Expression: rateOf(seconds / 60) }])),
    });
    const rule = new CfnRule(this, 'Schedule', {
      name: names.short('schedule'),
      description: 'Runs the Runtime Agent',
      scheduleExpression: schedules.findInMap(Fn.ref('PollSeconds'), 'Expression'),
      targets: [{ id: 'agent', arn: functionArn }],
    });
    new CfnPermission(this, 'MayInvoke', {
      action: 'lambda:InvokeFunction',
      functionName: functionArn,
      principal: 'events.amazonaws.com',
      sourceArn: rule.attrArn,
    });
  }
}

const rateOf = (minutes: number): string => `rate(${minutes} ${minutes === 1 ? 'minute' : 'minutes'})`;

const parameterArn = (name: string): string =>
  Fn.join('', ['arn:', Aws.PARTITION, ':ssm:', Aws.REGION, ':', Aws.ACCOUNT_ID, ':parameter', name]);

/** The managed key's own policy allows this already, but not within a boundary. */
const throughSystemsManager = (names: readonly string[]): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:Decrypt', 'kms:Encrypt'],
    resources: [`arn:${Aws.PARTITION}:kms:${Aws.REGION}:${Aws.ACCOUNT_ID}:key/*`],
    conditions: {
      StringEquals: {
        'kms:ViaService': `ssm.${Aws.REGION}.${Aws.URL_SUFFIX}`,
        'kms:EncryptionContext:PARAMETER_ARN': names.map(parameterArn),
      },
    },
  });
