import { describe, expect, it } from 'vitest';
import { eventCatalogue } from '#shared/events/event-catalogue.ts';
import { completeContext, type DeploymentUnderTest, deploymentUnderTest } from './deployment-under-test.ts';
import { publishedMetrics } from './published-metrics.ts';

interface Widget {
  readonly type: string;
  readonly properties: { readonly title?: string; readonly query?: string; readonly metrics?: readonly (readonly unknown[])[] };
}

const widgetsOf = ({ ofType }: DeploymentUnderTest): Widget[] =>
  ofType('AWS::CloudWatch::Dashboard').flatMap(({ properties }) => JSON.parse(properties.DashboardBody).widgets);

/** An entry is namespace, name, then keys and values of dimensions in turn, then the way it is drawn. */
const metricsIn = ({ properties: { metrics = [] } }: Widget) =>
  metrics.map(([namespace, name, ...rest]) => {
    const texts = rest.filter((part) => typeof part === 'string');
    const dimensions = texts.flatMap((key, index) => (index % 2 === 0 ? [[key, texts[index + 1] ?? ''] as const] : []));
    return { namespace: String(namespace), name: String(name), dimensions };
  });

/** The physical names and references by which a dimension can name a resource. */
const namesOf = ({ all }: DeploymentUnderTest): Set<string> =>
  new Set(
    all.flatMap(({ id, properties }) => [
      id,
      properties.FunctionName,
      properties.QueueName,
      properties.TableName,
      properties.LogGroupName,
      ...(properties.GlobalSecondaryIndexes ?? []).map(({ IndexName }: { IndexName: string }) => IndexName),
    ]),
  );

describe.each([
  ['with a certificate-secured API', completeContext],
  ['without one', { stage: 'test' }],
] as const)('the dashboard of a deployment %s', (_, context) => {
  const deployment = deploymentUnderTest(context);
  const widgets = widgetsOf(deployment);
  const names = namesOf(deployment);

  it('draws metrics that are published, of resources that exist', () => {
    const metrics = widgets.flatMap(metricsIn);
    expect(metrics.length).toBeGreaterThan(20);
    const filters = deployment.ofType('AWS::Logs::MetricFilter').flatMap(({ properties }) => properties.MetricTransformations);
    for (const { namespace, name, dimensions } of metrics) {
      const own = namespace === 'Compass' ? filters.filter(({ MetricName }) => MetricName === name).map(() => []) : undefined;
      expect(own ?? publishedMetrics[namespace]?.[name], `${namespace} ${name}`).toContainEqual(dimensions.map(([key]) => key).sort());
      for (const [, value] of dimensions) expect(names, `${namespace} ${name}`).toContain(value);
    }
  });

  it('asks log groups that exist, by events that exist', () => {
    const queries = widgets.filter(({ type }) => type === 'log').map(({ properties }) => properties.query ?? '');
    expect(queries.length).toBeGreaterThanOrEqual(5);
    for (const [, group] of queries.join('\n').matchAll(/SOURCE '([^']+)'/g)) expect(names).toContain(group);
    const events = [...queries.join('\n').matchAll(/sum\(events\.(\w+)\)/g)].map(([, type]) => type);
    expect(events.length).toBeGreaterThan(0);
    for (const type of events) expect(Object.keys(eventCatalogue)).toContain(type);
  });

  it('draws at most 50 metrics, so that it is among the dashboards that are free in an account', () => {
    expect(widgets.flatMap(metricsIn).length).toBeLessThanOrEqual(50);
  });

  it('shows traffic, errors and latency at the middle and at the edge of every API', () => {
    const drawn = JSON.stringify(widgets.filter(({ type }) => type === 'metric'));
    for (const { id } of deployment.ofType('AWS::ApiGatewayV2::Api')) {
      for (const metric of ['Count', '4xx', '5xx', 'Latency']) expect(drawn).toContain(`"AWS/ApiGateway","${metric}","ApiId","${id}"`);
    }
    expect(drawn).toContain('"stat":"p50"');
    expect(drawn).toContain('"stat":"p99"');
  });

  it('shows pairing, provisioning, deliveries and certificates that were not renewed', () => {
    const titles = widgets.map(({ properties }) => properties.title).join('\n');
    for (const subject of ['Pairing', 'Provisioning', 'Deliveries', 'oldest', 'did not renew', 'authority'])
      expect(titles).toContain(subject);
    expect(titles.includes('Agents and Applications connected')).toBe('domainName' in context);
  });
});
