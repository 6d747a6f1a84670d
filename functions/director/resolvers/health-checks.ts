import { emptyPage, pageRequest, wantedPage } from '#shared/core/page.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { HealthCheckResolvers, QueryResolvers } from '../schema.generated.ts';

const healthChecks: QueryResolvers['healthChecks'] = async (_parent, input, { actor, deps }) => {
  const request = pageRequest(input.first, input.after);
  const ofNoType = input.types?.length === 0;
  if (!ofNoType && !input.origin) {
    const page = await wantedPage(request, (next) => deps.healthChecks.list(actor.tenant, next));
    return wirePage(
      page,
      input,
      (one) => one,
      () => deps.healthChecks.count(actor.tenant),
    );
  }
  const check = ofNoType || !input.origin ? undefined : await deps.healthChecks.find(actor.tenant, input.origin);
  const data = check ? [check] : [];
  return wirePage(
    { ...emptyPage, data },
    input,
    (one) => one,
    async () => data.length,
  );
};

const healthCheckFields: HealthCheckResolvers = {
  type: () => 'MANAGEMENT_PLANE_APPLICATION_HEALTHCHECK',
  condition: ({ result }) => result.condition,
  origin: ({ applicationId }) => applicationId,
  message: ({ result }) => result.message,
  timestamp: ({ result }) => result.probedAt,
};

export const healthChecksResolvers: ResolverPart = { Query: { healthChecks }, HealthCheck: healthCheckFields };
