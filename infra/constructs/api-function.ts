import type { Alias, IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Access } from './access.ts';
import { CanaryRollout } from './canary-rollout.ts';
import { type EnvironmentSchema, ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

/**
 * A function that callers reach by the alias `live`, which leads to a version: code and variables that never change. A deployment publishes a version and
 * moves the alias; `rollout` says how. CloudFormation deletes the version before once the alias has left it.
 */
export class ApiFunction<
  S extends EnvironmentSchema = EnvironmentSchema,
  const A extends readonly Access[] = readonly Access[],
> extends ServiceFunction<S, A> {
  private readonly live: Alias;

  constructor(scope: Construct, id: string, props: ServiceFunctionProps<S, A>) {
    super(scope, id, props);
    this.live = this.function.addAlias('live');
    const { deployment } = props;
    if (deployment.settings.rollout === 'canary') {
      new CanaryRollout(this, 'Rollout', { deployment, functionName: this.functionName, alias: this.live, logGroup: this.logGroup });
    }
  }

  override get target(): IFunction {
    return this.live;
  }
}
