import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { healthProberEnvironment } from '#functions/health-prober/env.ts';
import { livenessWatcherEnvironment } from '#functions/liveness-watcher/env.ts';
import { sweeperEnvironment } from '#functions/sweeper/env.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { ScheduledRun } from '../constructs/scheduled-run.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import type { StatefulStack } from './stateful-stack.ts';

export interface UpkeepStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
}

/** Scheduled work. */
export class UpkeepStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, stateful, ...props }: UpkeepStackProps) {
    super(scope, id, props);
    const prober = new ServiceFunction(this, 'HealthProber', {
      deployment,
      name: 'health-prober',
      entry: 'functions/health-prober/handler.ts',
      schema: healthProberEnvironment,
      access: [stateful.table.dueWorkAccess()],
      environment: { HEALTH_CHECK_SECONDS: deployment.settings.healthCheckSeconds },
      timeout: Duration.seconds(60),
      memorySize: 512,
    });
    new ScheduledRun(this, 'HealthChecks', {
      deployment,
      description: 'Probes the health of Applications',
      every: Duration.minutes(1),
      target: prober,
    });
    const watcher = new ServiceFunction(this, 'LivenessWatcher', {
      deployment,
      name: 'liveness-watcher',
      entry: 'functions/liveness-watcher/handler.ts',
      schema: livenessWatcherEnvironment,
      access: [stateful.table.dueWorkAccess('ConditionCheckItem', 'Query')],
      environment: {},
      timeout: Duration.seconds(60),
      memorySize: 512,
    });
    new ScheduledRun(this, 'LivenessChecks', {
      deployment,
      description: 'Finds Runtimes that fell silent',
      every: Duration.minutes(1),
      target: watcher,
    });
    const sweeper = new ServiceFunction(this, 'Sweeper', {
      deployment,
      name: 'sweeper',
      entry: 'functions/sweeper/handler.ts',
      schema: sweeperEnvironment,
      access: [stateful.table.sweepingAccess()],
      environment: {},
      timeout: Duration.seconds(60),
      memorySize: 256,
    });
    new ScheduledRun(this, 'Sweeps', {
      deployment,
      description: 'Deletes what is left under deleted objects',
      every: Duration.minutes(1),
      target: sweeper,
    });
  }
}
