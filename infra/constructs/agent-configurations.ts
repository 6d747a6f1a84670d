import { Aws } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';

type Verb = 'CreateSecret' | 'DeleteSecret' | 'DescribeSecret' | 'GetSecretValue' | 'PutSecretValue';

/** The secrets that Runtime Agents are configured with, one per Runtime: made and deleted by the workflows, known by their prefix. */
export class AgentConfigurations extends Construct {
  private readonly prefix: string;

  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    this.prefix = `${settings.prefix}/agent-configuration/`;
  }

  /** Without a verb: the prefix only, for a task that passes on the name. */
  access(...verbs: Verb[]): Access<{ AGENT_CONFIGURATION_PREFIX: string }> {
    const environment = { AGENT_CONFIGURATION_PREFIX: this.prefix };
    if (verbs.length === 0) return { environment, statements: [] };
    const arnIn = (partition: string, region: string, account: string) =>
      `arn:${partition}:secretsmanager:${region}:${account}:secret:${this.prefix}*`;
    return {
      environment,
      statements: [
        allow(
          verbs.map((verb) => `secretsmanager:${verb}`),
          [arnIn(Aws.PARTITION, Aws.REGION, Aws.ACCOUNT_ID)],
        ),
      ],
      wildcards: [
        {
          resource: arnIn('<AWS::Partition>', '<AWS::Region>', '<AWS::AccountId>'),
          reason: 'One secret per Runtime, named by its id: the prefix is what they have in common.',
        },
      ],
    };
  }
}
