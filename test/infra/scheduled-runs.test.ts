import { describe, expect, it } from 'vitest';
import { deploymentUnderTest } from './deployment-under-test.ts';
import { heartbeatsOf } from './heartbeats.ts';

const deployment = deploymentUnderTest();
const { ofType } = deployment;

describe('every scheduled run', () => {
  const runs = ofType('AWS::Events::Rule').filter(({ properties }) => properties.ScheduleExpression);

  it.each(runs.map(({ id, properties }) => [id, properties] as const))(
    '%s starts one function, now or not at all, and rings when it does not run, or runs in vain',
    (id, { Targets }) => {
      expect(Targets).toEqual([expect.objectContaining({ RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 } })]);
      const target = String(Targets[0].Arn).replace(/\.Arn$/, '');
      const invocations = ofType('AWS::Lambda::EventInvokeConfig').filter(({ properties }) => properties.FunctionName === target);
      expect(invocations.map(({ properties }) => properties)).toEqual([
        expect.objectContaining({ MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0 }),
      ]);
      expect(heartbeatsOf(deployment, target), id).toHaveLength(1);
    },
  );

  it('of the watch of authorities begins with each publication of the truststore too, so that no list is missing until the next hour', () => {
    const [watch] = runs.filter(({ properties }) => String(properties.Targets[0].Arn).startsWith('AuthorityWatch'));
    expect(watch?.properties.EventPattern).toEqual({
      source: ['aws.s3'],
      'detail-type': ['Object Created'],
      detail: { bucket: { name: ['TruststoreBucket'] }, object: { key: ['truststore.pem'] } },
    });
    const [bucket] = ofType('AWS::S3::Bucket').filter(({ id }) => id === 'TruststoreBucket');
    expect(bucket?.properties.NotificationConfiguration).toEqual({ EventBridgeConfiguration: { EventBridgeEnabled: true } });
  });

  it('ends before it comes again', () => {
    expect(runs).not.toEqual([]);
    for (const { id, properties } of runs) {
      const [, count, unit] = /^rate\((\d+) (minute|hour)s?\)$/.exec(properties.ScheduleExpression) ?? [];
      const target = ofType('AWS::Lambda::Function').find((one) => `${one.id}.Arn` === properties.Targets[0].Arn);
      expect(target?.properties.Timeout, id).toBeLessThanOrEqual(Number(count) * (unit === 'hour' ? 3600 : 60));
    }
  });
});
