import { nameInPaths } from '#shared/applications/compat/name-in-paths.ts';
import { deleteBundle } from '#shared/bundles/change-bundle.ts';
import { requireScope } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { answerOf, refusal } from '#shared/graphql/compat/legacy-answer.ts';
import { maxKnownBodyBytes } from '#shared/graphql/limits.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { answerTooLarge, fittingAnswer } from '#shared/lambda/fitting-answer.ts';
import { requestBody } from '#shared/lambda/request-body.ts';
import { metadataPaths } from '#shared/pairing/compat/legacy-paths.ts';
import { contextOf } from '../authentication.ts';
import type { Context } from '../context.ts';
import type { DirectorDeps } from '../deps.ts';
import { ownService, registerService, updateService } from './change-service.ts';
import { readExactJson } from './exact-json.ts';
import { serviceDetailsOf, serviceOf } from './service-answer.ts';
import { bundleOf, readService } from './service-input.ts';

type Operation = (context: Context, event: ApiEvent) => Promise<ApiResult>;

/** Serves a request for services, whose route is one of `metadataPaths`. */
export async function serveServices(event: ApiEvent, deps: DirectorDeps, report: Report): Promise<ApiResult> {
  try {
    const operation = operations[event.routeKey];
    if (!operation) throw new AppError('BadRequest', `there is no operation ${event.routeKey}`);
    const context = await contextOf(event, deps);
    await requireNamed(event.pathParameters?.application ?? '', context);
    const answer = await fittingAnswer(event, await operation(context, event));
    if (!answer) throw answerTooLarge();
    return answer;
  } catch (error) {
    return refusal(inWordsOfServices(error, event), report);
  }
}

const serviceId = ({ pathParameters }: ApiEvent): string => pathParameters?.serviceId ?? '';

const operations: Readonly<Record<string, Operation>> = {
  [`GET ${metadataPaths.services}`]: async ({ actor, deps }) => {
    requireScope(actor, 'application:read');
    const details = await deps.applications.details(actor.tenant, actor.id);
    return answerOf(200, (details?.bundles ?? []).map(serviceOf));
  },

  [`POST ${metadataPaths.services}`]: async ({ actor, deps }, event) => {
    requireScope(actor, 'application:write');
    return answerOf(200, { id: await registerService(await inputOf(event), actor, deps) });
  },

  [`GET ${metadataPaths.service}`]: async (context, event) => {
    requireScope(context.actor, 'application:read');
    return detailsOf(serviceId(event), context);
  },

  [`PUT ${metadataPaths.service}`]: async (context, event) => {
    const { actor, deps } = context;
    requireScope(actor, 'application:write');
    const input = await inputOf(event);
    await updateService(await ownService(serviceId(event), actor, deps), input, actor, deps);
    return detailsOf(serviceId(event), context);
  },

  [`DELETE ${metadataPaths.service}`]: async ({ actor, deps }, event) => {
    requireScope(actor, 'application:write');
    await deleteBundle(serviceId(event), actor, deps);
    return answerOf(204);
  },
};

const detailsOf = async (id: string, context: Context): Promise<ApiResult> =>
  answerOf(200, await serviceDetailsOf(await ownService(id, context.actor, context.deps), context));

async function inputOf(event: ApiEvent) {
  const received = await requestBody(event, maxKnownBodyBytes);
  if ('problem' in received) throw new AppError('BadRequest', received.problem);
  const read = readExactJson(received.body);
  if ('problem' in read) throw new AppError('BadRequest', `while unmarshalling service: the body ${read.problem}`);
  return bundleOf(readService(read.value));
}

/** Refuses everything but an Application at its own path. Throws Unauthorized, NotFound. */
async function requireNamed(name: string, { actor, deps }: Context): Promise<void> {
  if (actor.kind !== 'application') throw new AppError('Unauthorized', 'a client certificate of an Application is required');
  const application = await deps.applications.find(actor.tenant, actor.id);
  if (application && (name === nameInPaths(application) || name === application.name)) return;
  throw new AppError('NotFound', `application with name ${name.slice(0, 256)} not found`);
}

/** Names a service that is not there as clients of the original know it. */
function inWordsOfServices(error: unknown, event: ApiEvent): unknown {
  if (!(error instanceof AppError) || error.code !== 'NotFound' || error.details.object !== 'bundle') return error;
  return new AppError('NotFound', `entity with ID ${serviceId(event).slice(0, 256)} not found`, { cause: error });
}
