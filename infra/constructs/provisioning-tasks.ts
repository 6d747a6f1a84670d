import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { taskEnvironments } from '#functions/provisioning/env.ts';
import type { TaskName } from '#shared/provisioning/workflow-tasks.ts';
import type { Access } from './access.ts';
import { AgentConfigurations } from './agent-configurations.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import type { Deployment } from './deployment.ts';
import { ServiceFunction, type SuppliedBy } from './service-function.ts';

export interface ProvisioningTasksProps {
  readonly deployment: Deployment;
  readonly table: ControlPlaneTable;
  readonly urls: { readonly PUBLIC_URL: string; readonly MTLS_URL: string };
}

type TaskEnvironment<N extends TaskName> = z.input<(typeof taskEnvironments)[N]>;

/** The functions behind the steps of the workflows, one each: what a step may do is what its function may do. */
export class ProvisioningTasks extends Construct {
  readonly functions: Readonly<Record<TaskName, IFunction>>;
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, { deployment, table, urls }: ProvisioningTasksProps) {
    super(scope, id);
    this.deployment = deployment;
    const configurations = new AgentConfigurations(this, 'AgentConfigurations', deployment);
    this.functions = {
      'register-runtime': this.task('register-runtime', [table.registryAccess()], {}),
      'fetch-configuration': this.task('fetch-configuration', [table.access('GetItem', 'PutItem')], {}),
      'obtain-token': this.task(
        'obtain-token',
        [
          table.access('ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
          configurations.access('CreateSecret', 'PutSecretValue'),
        ],
        urls,
      ),
      'provision-infrastructure': this.task('provision-infrastructure', [table.access('GetItem'), configurations.access()], {}),
      'check-infrastructure': this.task('check-infrastructure', [table.access('GetItem'), configurations.access()], {}),
      'inject-configuration': this.task(
        'inject-configuration',
        [table.access('GetItem', 'Query'), configurations.access('GetSecretValue')],
        {},
      ),
      'check-agent': this.task('check-agent', [table.access('GetItem', 'Query')], {}),
      'finish-operation': this.task('finish-operation', [table.access('GetItem', 'PutItem')], {}),
      'undo-infrastructure': this.task('undo-infrastructure', [table.access('GetItem'), configurations.access()], {}),
      'spend-token': this.task('spend-token', [table.access('GetItem', 'UpdateItem'), configurations.access('DeleteSecret')], {}),
      'fail-operation': this.task('fail-operation', [table.access('GetItem', 'PutItem')], {}),
      'remove-infrastructure': this.task('remove-infrastructure', [table.access('GetItem', 'PutItem'), configurations.access()], {}),
      'check-removal': this.task('check-removal', [table.access('GetItem'), configurations.access()], {}),
      'unregister-runtime': this.task('unregister-runtime', [table.registryAccess()], {}),
    };
  }

  private task<N extends TaskName, const A extends readonly Access[]>(
    name: N,
    access: A,
    environment: Omit<TaskEnvironment<N>, SuppliedBy<A>>,
  ): IFunction {
    const task = new ServiceFunction(this, name, {
      deployment: this.deployment,
      name,
      entry: `functions/provisioning/${name}.ts`,
      schema: taskEnvironments[name] as z.ZodType<object, object>,
      access,
      environment,
      timeout: Duration.seconds(30),
      memorySize: 512,
    });
    return task.function;
  }
}
