import type { Template } from '#infra/synthesize-templates.ts';
import { environment } from '#shared/core/environment.ts';
import { quotas } from '#shared/core/quotas.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import type { Limit } from './limits.ts';

type Templates = Readonly<Record<string, Template>>;
type Properties = Readonly<Record<string, unknown>>;

/** The bounds that the templates of a deployment set, and what loads are computed with. */
export interface DeployedLimits {
  readonly pollSeconds: number;
  /** Megabytes of the Director. */
  readonly directorMemory: number;
  /** Megabytes of the function that calls webhooks. */
  readonly dispatcherMemory: number;
  /** Deliveries of one invocation. */
  readonly deliveriesAtOnce: number;
  readonly requests: Limit;
  readonly tenantRequests: Limit;
  readonly dispatchers: Limit;
  readonly endpointCalls: Limit;
  readonly runtimesOfTenant: Limit;
  readonly applicationsOfTenant: Limit;
}

export function deployedLimits(templates: Templates): DeployedLimits {
  const all = Object.values(templates).flatMap(({ Resources }) => Object.entries(Resources));
  const propertiesOf = (type: string, isIt: (text: string) => boolean): Properties => {
    const found = all.find(([id, { Type, Properties }]) => Type === type && isIt(`${id} ${JSON.stringify(Properties)}`));
    if (!found) throw new Error(`the templates have no ${type} that fits`);
    return found[1].Properties ?? {};
  };
  const functionNamed = (name: string) => propertiesOf('AWS::Lambda::Function', (text) => text.includes(`-${name}"`));
  const director = functionNamed('director');
  const variables = (director.Environment as { Variables: Properties }).Variables;
  const deliveries = propertiesOf('AWS::Lambda::EventSourceMapping', (text) => text.startsWith('WebhookDispatcher'));
  const stage = propertiesOf('AWS::ApiGatewayV2::Stage', () => true);
  const { ThrottlingRateLimit } = stage.DefaultRouteSettings as { ThrottlingRateLimit: number };
  const { MaximumConcurrency } = deliveries.ScalingConfig as { MaximumConcurrency: number };
  return {
    pollSeconds: environment.polling.POLL_AFTER_SECONDS.parse(variables.POLL_AFTER_SECONDS),
    directorMemory: Number(director.MemorySize),
    dispatcherMemory: Number(functionNamed('webhook-dispatcher').MemorySize),
    deliveriesAtOnce: Number(deliveries.BatchSize),
    requests: {
      name: '`requestsPerSecond`',
      most: ThrottlingRateLimit,
      unit: 'requests a second',
      of: 'API',
      remedy: 'set it, up to 10,000',
    },
    tenantRequests: {
      name: '`tenantRequestsPerSecond`',
      most: Number(variables.TENANT_REQUESTS_PER_SECOND),
      unit: 'requests a second',
      of: 'tenant',
      remedy: 'set it, up to `requestsPerSecond`',
    },
    dispatchers: {
      name: 'workers of deliveries',
      most: MaximumConcurrency,
      unit: 'at once',
      of: 'deployment',
      remedy: '`maxConcurrency` of the queue in the code, up to 1,000; deliveries wait until then',
    },
    endpointCalls: {
      name: 'calls of one host',
      most: deliveryCalls.calls,
      unit: 'at once',
      of: 'host of webhooks',
      remedy: '`deliveryCalls` in the code; until then its deliveries wait, those of other hosts do not',
    },
    runtimesOfTenant: {
      name: 'quota `runtimes`',
      most: quotas.runtimes.max,
      unit: 'Runtimes',
      of: 'tenant',
      remedy: `set it, up to ${quotas.runtimes.ceiling.toLocaleString('en')}`,
    },
    applicationsOfTenant: {
      name: 'quota `applications`',
      most: quotas.applications.max,
      unit: 'Applications',
      of: 'tenant',
      remedy: `set it, up to ${quotas.applications.ceiling.toLocaleString('en')}`,
    },
  };
}
