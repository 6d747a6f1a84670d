import { CloudFormationClient, DescribeStacksCommand, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, ListRulesCommand } from '@aws-sdk/client-eventbridge';
import { ListHostedZonesCommand, ListResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { agentConfigurationParameter, runtimeShortName, runtimeStackName } from '#shared/provisioning/runtime-template-contract.ts';
import { inventory } from './inventory.ts';
import type { EmulatedSystem } from './system.ts';

export type RuntimeAccount = ReturnType<typeof runtimeAccount>;

/** The account of the emulator, as far as it has to do with one Runtime. */
export function runtimeAccount({ emulator, deployment: { prefix } }: EmulatedSystem, runtimeId: string) {
  const { client: settings } = emulator;
  const [stackName, shortName] = [runtimeStackName(prefix, runtimeId), runtimeShortName(prefix, runtimeId)];
  const cloudFormation = new CloudFormationClient(settings);
  const systemsManager = new SSMClient(settings);
  const table = DynamoDBDocumentClient.from(new DynamoDBClient(settings));

  /** Undefined once it is gone. */
  const stack = async () => {
    const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({})).catch(() => ({ Stacks: [] }));
    return Stacks.find(({ StackName, StackStatus }) => StackName === stackName && StackStatus !== 'DELETE_COMPLETE');
  };
  const parameters = async (): Promise<Record<string, string>> => {
    const request = new GetParametersByPathCommand({ Path: `/${stackName}`, WithDecryption: true });
    const { Parameters = [] } = await systemsManager.send(request);
    return Object.fromEntries(Parameters.map(({ Name = '', Value = '' }) => [Name, Value]));
  };

  return {
    stackName,
    gatewayFunction: `${shortName}-gateway`,
    stack,
    outputs: async (): Promise<Record<string, string>> => {
      const { Outputs = [] } = (await stack()) ?? {};
      return Object.fromEntries(Outputs.map(({ OutputKey = '', OutputValue = '' }) => [OutputKey, OutputValue]));
    },
    /** Methods and paths of the events gateway, as the template names them. */
    routes: async (): Promise<{ readonly method: string; readonly path: string }[]> => {
      const { TemplateBody = '{}' } = await cloudFormation.send(new GetTemplateCommand({ StackName: stackName }));
      const { Resources } = JSON.parse(TemplateBody) as { Resources: Record<string, { Type: string; Properties: { RouteKey: string } }> };
      const routes = Object.values(Resources).filter(({ Type }) => Type === 'AWS::ApiGatewayV2::Route');
      return routes.map(({ Properties: { RouteKey } }) => RouteKey.split(' ')).map(([method = '', path = '']) => ({ method, path }));
    },
    /** The configuration of the Agent. */
    configuration: async () => (await parameters())[agentConfigurationParameter(stackName)],
    partition: async (pk: string): Promise<Record<string, unknown>[]> => {
      const query = { TableName: stackName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
      const { Items = [] } = await table.send(new QueryCommand(query));
      return Items;
    },
    /** The resources that are there under the names of the Runtime and under its domain. */
    left: async (domainName: string): Promise<string[]> => {
      const { Rules = [] } = await new EventBridgeClient(settings).send(new ListRulesCommand({ NamePrefix: shortName }));
      const resources = await inventory(emulator, new RegExp(`${stackName}|${shortName}`));
      return [
        ...((await stack()) ? [stackName] : []),
        ...Object.keys(await parameters()),
        ...Rules.map(({ Name }) => `rule ${Name}`),
        ...(await recordsOf(settings, domainName)),
        ...resources.map(({ type, id }) => `${type} ${id}`),
      ];
    },
  };
}

async function recordsOf(settings: EmulatedSystem['emulator']['client'], domainName: string): Promise<string[]> {
  const client = new Route53Client(settings);
  const { HostedZones: [zone] = [] } = await client.send(new ListHostedZonesCommand({}));
  const { ResourceRecordSets = [] } = await client.send(new ListResourceRecordSetsCommand({ HostedZoneId: zone?.Id }));
  return ResourceRecordSets.filter(({ Name = '' }) => Name.startsWith(domainName)).map(({ Name, Type }) => `${Type} record ${Name}`);
}
