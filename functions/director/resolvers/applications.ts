import type { GraphQLResolveInfo } from 'graphql';
import type { Application } from '#shared/applications/application.ts';
import { normalizedName } from '#shared/applications/application-name.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import { listForRuntime } from '#shared/applications/list-for-runtime.ts';
import { registerApplication as register } from '#shared/applications/register-application.ts';
import { unregisterApplication as unregister } from '#shared/applications/unregister-application.ts';
import { updateApplication as update } from '#shared/applications/update-application.ts';
import { requireOwnership } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import { isUuid } from '#shared/core/ids.ts';
import { type Page, pageRequest } from '#shared/core/page.ts';
import { wantsNormalizedNames } from '#shared/eventing/eventing-url.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { fromDetails, fromHead } from '../application-model.ts';
import { filteredPage } from '../filtered-page.ts';
import type { ApplicationModel } from '../models.ts';
import { wirePage } from '../page.ts';
import { cutToBudget, namesPageSize, selectsTexts, textBytesOf } from '../page-budget.ts';
import type { MutationResolvers, QueryResolvers } from '../schema.generated.ts';
import { visibleApplication } from '../visible-application.ts';

export const application: QueryResolvers['application'] = async (_parent, { id }, context) => {
  const details = await visibleApplication(id, context);
  return details ? fromDetails(details) : null;
};

export const applications: QueryResolvers['applications'] = async (_parent, input, { actor, deps }, info) => {
  const request = pageRequest(input.first, input.after);
  const { page, count } = await filteredPage<Application>(input.filter ?? [], request, {
    list: (next) => deps.applications.list(actor.tenant, next),
    count: () => deps.applications.count(actor.tenant),
    labels: ({ labels, formations }) => withScenarios(labels, formations),
    key: ({ id }) => id,
  });
  const models = { ...page, data: page.data.map((one) => fromHead(one, deps)) };
  return wirePage(selectsTexts(info) ? await cutByTexts(models) : models, input, (one) => one, count);
};

/** A page of Applications with texts ends where they are enough for one answer. What cannot be read says so where it is asked for. */
async function cutByTexts(page: Page<ApplicationModel>): Promise<Page<ApplicationModel>> {
  const sizes = new Map<ApplicationModel, number>();
  const measure = async (one: ApplicationModel) => sizes.set(one, await one.details().then(textBytesOf, () => 0));
  await Promise.all(page.data.map(measure));
  return cutToBudget(
    page,
    (one) => sizes.get(one) ?? 0,
    ({ application: { id } }) => id,
  );
}

export const applicationsForRuntime: QueryResolvers['applicationsForRuntime'] = async (_parent, input, { actor, deps }, info) => {
  requireOwnership(actor, 'runtime', input.runtimeID);
  const request = pageRequest(input.first, input.after);
  if (request.after !== undefined && !isUuid(request.after)) throw new AppError('InvalidData', 'cursor is not correct');
  const runtime = isUuid(input.runtimeID) ? await deps.runtimes.find(actor.tenant, input.runtimeID) : undefined;
  if (!runtime) throw new AppError('InvalidData', 'runtime does not exist');
  const normalized = wantsNormalizedNames(runtime);
  const { page, total } = await listForRuntime(runtime, request, deps);
  const named = (details: ApplicationDetails) => {
    const { application: head } = details;
    return fromDetails(normalized ? { ...details, application: { ...head, name: normalizedName(head.name) } } : details);
  };
  return wirePage(cutBySize(page, info), input, named, total);
};

/** A page that would not fit into one answer ends early, for callers who read on; others are better told that it does not fit. */
function cutBySize(page: Page<ApplicationDetails>, info: GraphQLResolveInfo): Page<ApplicationDetails> {
  const texts = selectsTexts(info);
  if (!texts && !namesPageSize(info)) return page;
  const sizeOf = (details: ApplicationDetails) => JSON.stringify(details).length + (texts ? textBytesOf(details) : 0);
  return cutToBudget(page, sizeOf, ({ application: { id } }) => id);
}

export const registerApplication: MutationResolvers['registerApplication'] = async (_parent, input, { actor, deps }) =>
  fromDetails(await register(input.in, actor, deps));

export const updateApplication: MutationResolvers['updateApplication'] = async (_parent, input, { actor, deps }) =>
  fromHead(await update(input.id, input.in, actor, deps), deps);

export const unregisterApplication: MutationResolvers['unregisterApplication'] = async (_parent, { id }, { actor, deps }) =>
  fromDetails(await unregister(id, actor, deps));
