import { actsForTenant, describeActor, requireOwnership } from '#shared/core/actor.ts';
import { newId } from '#shared/core/ids.ts';
import { pageRequest } from '#shared/core/page.ts';
import { requireQuota } from '#shared/core/quotas.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { registerRuntime as register } from '#shared/runtimes/register-runtime.ts';
import { listKey, type Runtime } from '#shared/runtimes/runtime.ts';
import { unregisterRuntime as unregister } from '#shared/runtimes/unregister-runtime.ts';
import { updateRuntime as update } from '#shared/runtimes/update-runtime.ts';
import { newWebhook, type WebhookFields } from '#shared/webhooks/webhook-input.ts';
import { filteredPage } from '../filtered-page.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';

const runtime: QueryResolvers['runtime'] = async (_parent, { id }, { actor, deps }) =>
  actsForTenant(actor) || actor.id === id ? deps.runtimes.find(actor.tenant, id) : null;

const runtimes: QueryResolvers['runtimes'] = async (_parent, input, { actor, deps }) => {
  const request = pageRequest(input.first, input.after);
  const { page, count } = await filteredPage<Runtime>(input.filter ?? [], request, {
    list: (next) => deps.runtimes.list(actor.tenant, next),
    count: () => deps.runtimes.count(actor.tenant),
    labels: ({ labels, formations }) => withScenarios(labels, formations),
    key: listKey,
  });
  return wirePage(page, input, (one) => one, count);
};

const registerRuntime: MutationResolvers['registerRuntime'] = async (_parent, input, { actor, deps }) => {
  const { webhooks, ...fields } = input.in;
  const id = newId();
  const made = { owner: { tenant: actor.tenant, kind: 'runtime', id }, changedBy: describeActor(actor), now: deps.clock() } as const;
  requireQuota('webhooks', webhooks?.length ?? 0, made.owner, deps.limits);
  const initial = await Promise.all((webhooks ?? []).map((one) => newWebhook(one as WebhookFields, made, deps.sealer)));
  return register({ ...fields, id }, actor, deps, initial);
};

const updateRuntime: MutationResolvers['updateRuntime'] = (_parent, input, { actor, deps }) => {
  requireOwnership(actor, 'runtime', input.id);
  return update(input.id, input.in, actor, deps);
};

const unregisterRuntime: MutationResolvers['unregisterRuntime'] = (_parent, { id }, { actor, deps }) => {
  requireOwnership(actor, 'runtime', id);
  return unregister(id, actor, deps);
};

export const runtimesResolvers: ResolverPart = {
  Query: { runtime, runtimes },
  Mutation: { registerRuntime, updateRuntime, unregisterRuntime },
};
