import { type App, BootstraplessSynthesizer, CfnDeletionPolicy, CfnOutput, Fn, Stack, Validations } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { CfnEventBus } from 'aws-cdk-lib/aws-events';
import { CfnManagedPolicy, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { contentPartition, partitions } from '#agent/lambda/table-layout.ts';
import { runtimeOutputs } from '#shared/provisioning/runtime-template-contract.ts';
import { EventsGateway } from './events-gateway.ts';
import { RuntimeAgent } from './runtime-agent.ts';
import { declareParameters } from './runtime-conditions.ts';
import { type RuntimeNames, runtimeNames } from './runtime-names.ts';

/**
 * The stack of one Runtime. CloudFormation deploys it from the template alone, with parameters: it has no assets, no custom resources and no need of
 * the CDK in the target account.
 */
export class RuntimeStack extends Stack {
  constructor(scope: App, id: string, { prefix }: { readonly prefix: string }) {
    super(scope, id, {
      synthesizer: new BootstraplessSynthesizer(),
      analyticsReporting: false,
      description: 'A Runtime of Compass: Agent, view of Applications, bus and events gateway',
    });
    declareParameters(this);
    const names = runtimeNames(prefix);
    const table = this.table(names);
    const bus = new CfnEventBus(this, 'Bus', { name: names.long, description: 'Events of the Runtime and of its Applications' });
    const shared = { names, table, bus: { name: bus.ref, arn: bus.attrArn } };
    const gateway = new EventsGateway(this, 'EventsGateway', shared);
    const { published } = gateway;
    const agent = new RuntimeAgent(this, 'RuntimeAgent', {
      ...shared,
      eventsUrl: published.url,
      eventsUrlForTokens: published.urlForTokens,
    });
    const policy = this.readPolicy(names, table);
    this.outputs({
      EventsUrl: gateway.url,
      EventsTokenUrl: gateway.tokenUrl,
      EventBusName: bus.ref,
      AgentFunctionName: agent.functionName,
      TableName: table.ref,
      ApplicationsReadPolicyArn: policy.attrPolicyArn,
      TemplateVersion: Fn.ref('TemplateVersion'),
    });
  }

  /** Encrypted with the key of DynamoDB; what must not be readable by readers of the table is sealed by the Agent besides. */
  private table(names: RuntimeNames): CfnTable {
    const table = new CfnTable(this, 'Table', {
      tableName: names.long,
      billingMode: 'PAY_PER_REQUEST',
      keySchema: [
        { attributeName: 'pk', keyType: 'HASH' },
        { attributeName: 'sk', keyType: 'RANGE' },
      ],
      attributeDefinitions: ['pk', 'sk'].map((attributeName) => ({ attributeName, attributeType: 'S' })),
      timeToLiveSpecification: { attributeName: 'expiresAt', enabled: true },
    });
    // The Runtime is removed as a whole.
    table.cfnOptions.deletionPolicy = CfnDeletionPolicy.DELETE;
    table.cfnOptions.updateReplacePolicy = CfnDeletionPolicy.DELETE;
    Validations.of(table).acknowledge({
      id: 'AwsSolutions-DDB3',
      reason: 'The control plane has the view, and a restored identity would look like a copied one: a fresh token replaces it.',
    });
    return table;
  }

  /** Grants to read the view of Applications and nothing else of the table. */
  private readPolicy(names: RuntimeNames, table: CfnTable): CfnManagedPolicy {
    return new CfnManagedPolicy(this, 'ApplicationsRead', {
      managedPolicyName: names.short('applications'),
      description: 'Reads the view of Applications of a Runtime, credentials included',
      policyDocument: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['BatchGetItem', 'GetItem', 'Query'].map((action) => `dynamodb:${action}`),
            resources: [table.attrArn],
            conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [partitions.heads, contentPartition('*')] } },
          }),
        ],
      }),
    });
  }

  private outputs(values: Readonly<Record<keyof typeof runtimeOutputs, string>>): void {
    for (const [name, description] of Object.entries(runtimeOutputs))
      new CfnOutput(this, `${name}Output`, { value: values[name as keyof typeof runtimeOutputs], description }).overrideLogicalId(name);
  }
}
