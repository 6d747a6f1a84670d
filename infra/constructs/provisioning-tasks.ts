import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { stepEnvironments } from '#functions/provisioning/env.ts';
import { functionNameOf, type StepName, stepNames, steps } from '#functions/provisioning/steps.ts';
import type { Access } from './access.ts';
import { AgentConfigurations } from './agent-configurations.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import type { Deployment } from './deployment.ts';
import type { RuntimeDrivers } from './runtime-drivers.ts';
import { ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

export interface ProvisioningTasksProps {
  readonly deployment: Deployment;
  readonly table: ControlPlaneTable;
  readonly drivers: RuntimeDrivers;
  readonly urls: { readonly PUBLIC_URL: string; readonly MTLS_URL: string };
}

/** The functions behind the steps of the workflows, one each: the rights of a step are those of its function. */
export class ProvisioningTasks extends Construct {
  readonly functions: Readonly<Record<StepName, IFunction>>;
  private readonly props: ProvisioningTasksProps;
  private readonly configurations: AgentConfigurations;

  constructor(scope: Construct, id: string, props: ProvisioningTasksProps) {
    super(scope, id);
    this.props = props;
    this.configurations = new AgentConfigurations(this, 'AgentConfigurations', props.deployment);
    this.functions = Object.fromEntries(stepNames.map((name) => [name, this.functionOf(name)])) as Record<StepName, IFunction>;
  }

  private functionOf(name: StepName): IFunction {
    const { module, rights } = steps[name];
    const table = rights.table === 'registry' ? this.props.table.registryAccess() : this.props.table.access(...rights.table);
    if (module === 'registry') return this.task(name, stepEnvironments.registry, [table], {});
    const access = [table, this.configurations.access(...rights.secrets)] as const;
    if (module === 'tokens') return this.task(name, stepEnvironments.tokens, access, this.props.urls);
    if (module === 'drivers' && rights.driver) {
      return this.task(name, stepEnvironments.drivers, [...access, this.props.drivers.access(rights.driver)], {});
    }
    return this.task(name, stepEnvironments[module], access, {});
  }

  private task<S extends z.ZodType<object, object>, const A extends readonly Access[]>(
    step: StepName,
    schema: S,
    access: A,
    environment: ServiceFunctionProps<S, A>['environment'],
  ): IFunction {
    const name = functionNameOf(step);
    const task = new ServiceFunction(this, name, {
      deployment: this.props.deployment,
      name,
      entry: `functions/provisioning/${steps[step].module}.ts`,
      handler: step,
      schema,
      access,
      environment,
      timeout: Duration.seconds(30),
      memorySize: 512,
      // A failing step is repeated or caught; the alarm of its workflow rings if that does not help.
    });
    return task.function;
  }
}
