import { Duration, Stack, type StackProps, Validations } from 'aws-cdk-lib';
import { CfnFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { provisionerEnvironment } from '#functions/provisioner/env.ts';
import { type WorkflowName, workflows } from '#functions/provisioning/workflows.ts';
import { type Access, allow } from '../constructs/access.ts';
import { AlarmRule, type AlarmRuleProps, fieldOf } from '../constructs/alarm-rule.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { admittingConsoleElsewhere } from '../constructs/console/console-site.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { throughFirewall } from '../constructs/firewall/origin-secret.ts';
import { ProvisioningTasks } from '../constructs/provisioning-tasks.ts';
import { RuntimeDrivers } from '../constructs/runtime-drivers.ts';
import { RuntimeWorkflow, type RuntimeWorkflowProps } from '../constructs/runtime-workflows/runtime-workflow.ts';
import { PublishedRuntimeTemplate } from '../runtime/published-runtime-template.ts';
import type { ApiStack } from './api-stack.ts';
import type { StatefulStack } from './stateful-stack.ts';

export interface ProvisioningStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
  readonly api: ApiStack;
}

/** The workflows that provision, deprovision, reconnect and upgrade Runtimes, their tasks, and the endpoint that starts them. */
export class ProvisioningStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, stateful, api, ...props }: ProvisioningStackProps) {
    super(scope, id, props);
    const { table, identityProvider, truststore } = stateful;
    const template = new PublishedRuntimeTemplate(this, 'RuntimeTemplate', {
      prefix: deployment.settings.prefix,
      parameters: {
        ControlPlaneUrl: api.urls.PUBLIC_URL,
        TokenIssuer: identityProvider.clients ? identityProvider.issuer : '',
      },
    });
    const drivers = new RuntimeDrivers(this, 'RuntimeDrivers', { deployment, template, truststore });
    const { functions } = new ProvisioningTasks(this, 'Tasks', { deployment, table, drivers, urls: api.urls });
    const parts = { settings: deployment.settings, functions };
    const provision = this.workflow('ProvisionRuntime', 'provision', parts);
    const deprovision = this.workflow('DeprovisionRuntime', 'deprovision', parts);
    const reconnect = this.workflow('ReconnectRuntime', 'reconnect', parts);
    const upgrade = this.workflow('UpgradeRuntime', 'upgrade', parts);
    const machines = [provision, deprovision, reconnect, upgrade].map(({ stateMachine }) => stateMachine);
    for (const machine of machines) acknowledgeWildcards(machine, Object.values(functions));
    new AlarmRule(this, 'WorkflowFailures', { deployment, ...failuresOf(machines, deployment) });
    const provisioner = new ApiFunction(this, 'Provisioner', {
      deployment,
      name: 'provisioner',
      entry: 'functions/provisioner/handler.ts',
      schema: provisionerEnvironment,
      access: [
        table.access('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        identityProvider.access(),
        admittingConsoleElsewhere(this, deployment, api.consoleClient),
        drivers.choiceAccess(),
        throughFirewall(deployment),
        starting('PROVISION_STATE_MACHINE_ARN', provision.stateMachine),
        starting('DEPROVISION_STATE_MACHINE_ARN', deprovision.stateMachine),
        starting('RECONNECT_STATE_MACHINE_ARN', reconnect.stateMachine),
        starting('UPGRADE_STATE_MACHINE_ARN', upgrade.stateMachine),
      ],
      environment: {},
      timeout: Duration.seconds(29),
      memorySize: 1024,
    });
    api.publicApi.post(this, '/provisioner/graphql', provisioner, api.userAuthorizer);
    api.publicApi.get(this, 'ProvisionerSchema', '/provisioner/schema.graphql', provisioner, api.userAuthorizer);
    if (identityProvider.clients) api.publicApi.postForClients(this, '/provisioner/graphql', provisioner);
  }

  private workflow(id: string, name: WorkflowName, parts: Pick<RuntimeWorkflowProps, 'settings' | 'functions'>): RuntimeWorkflow {
    return new RuntimeWorkflow(this, id, { ...parts, name, workflow: workflows[name] });
  }
}

/** Grants the right to start executions, with the state machine in the variable. */
function starting<const K extends string>(variable: K, { stateMachineArn }: StateMachine): Access<Record<K, string>> {
  return {
    environment: { [variable]: stateMachineArn } as Record<K, string>,
    statements: [allow(['states:StartExecution'], [stateMachineArn])],
  };
}

/** Accepts the wildcards that the library's Lambda and logging integrations grant to a state machine. */
function acknowledgeWildcards({ role, stack }: StateMachine, tasks: IFunction[]): void {
  const acknowledge = (resource: string, reason: string) =>
    Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  acknowledge('*', 'The actions of log delivery and of X-Ray accept * only.');
  for (const { node } of tasks) {
    const logicalId = node.defaultChild instanceof CfnFunction ? stack.getLogicalId(node.defaultChild) : node.id;
    acknowledge(`<${logicalId}.Arn>:*`, 'The versions and aliases of one task.');
  }
}

const failuresOf = (machines: readonly StateMachine[], { settings }: Deployment): Omit<AlarmRuleProps, 'deployment'> => ({
  description: 'Workflows that ended without success',
  eventPattern: {
    source: ['aws.states'],
    detailType: ['Step Functions Execution Status Change'],
    detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: machines.map(({ stateMachineArn }) => stateMachineArn) },
  },
  summary: `The workflow of operation ${fieldOf('detail.name')} of ${settings.prefix} ended as ${fieldOf('detail.status')}.`,
  runbook: 'workflow-failures',
});
