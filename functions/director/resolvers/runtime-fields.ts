import { labelsOf } from '#functions/director/labels-by-key.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { eventingUrlOf } from '#shared/runtimes/runtime.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { RuntimeResolvers } from '../schema.generated.ts';

const runtimeFields: RuntimeResolvers = {
  labels: ({ labels, formations }, { key }) => labelsOf(withScenarios(labels, formations), key),
  metadata: ({ createdAt }) => ({ creationTimestamp: createdAt }),
  eventingConfiguration: (runtime) => ({ defaultURL: eventingUrlOf(runtime) }),
  auths: ({ tenant, id }, _arguments, { deps }) => deps.auths.listByOwner({ tenant, kind: 'runtime', id }),
  webhooks: ({ tenant, id }, _arguments, { deps }) => deps.webhooks.listByOwner({ tenant, kind: 'runtime', id }),
};

export const runtimeFieldsResolvers: ResolverPart = { Runtime: runtimeFields };
