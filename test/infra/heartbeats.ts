import { runDone } from '#shared/lambda/run-done.ts';
import type { DeploymentUnderTest } from './deployment-under-test.ts';

/** Patterns of the line that a successful run writes: its message, or a field that is written with it. */
const ofSuccesses = [`{ $.message = "${runDone}" }`, '{ $.issuerDaysLeft = "*" }'];

/** Alarms that ring while a function has no successful run: they count lines of its log, and take silence for a fault. */
export function heartbeatsOf({ ofType }: DeploymentUnderTest, functionId: string) {
  const logGroup = ofType('AWS::Lambda::Function').find(({ id }) => id === functionId)?.properties.LoggingConfig.LogGroup;
  const metrics = ofType('AWS::Logs::MetricFilter')
    .filter(({ properties }) => properties.LogGroupName === logGroup && ofSuccesses.includes(properties.FilterPattern))
    .flatMap(({ properties }) => properties.MetricTransformations.map(({ MetricName }: { MetricName: string }) => MetricName));
  return ofType('AWS::CloudWatch::Alarm').filter(
    ({ properties }) =>
      metrics.includes(properties.MetricName) &&
      properties.TreatMissingData === 'breaching' &&
      properties.Statistic === 'SampleCount' &&
      properties.ComparisonOperator === 'LessThanThreshold',
  );
}
