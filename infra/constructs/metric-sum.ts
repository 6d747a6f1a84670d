import type { Duration } from 'aws-cdk-lib';
import { type IMetric, MathExpression } from 'aws-cdk-lib/aws-cloudwatch';

/** The sum of metrics of which some may have no data: a sum with a missing term would have no value. */
export const sumOf = (usingMetrics: Readonly<Record<string, IMetric>>, period: Duration): MathExpression =>
  new MathExpression({
    expression: Object.keys(usingMetrics)
      .map((name) => `FILL(${name}, 0)`)
      .join(' + '),
    usingMetrics,
    period,
  });
