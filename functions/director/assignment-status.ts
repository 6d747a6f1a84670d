import { readJson } from '#shared/core/bounded-json.ts';
import { AppError } from '#shared/core/errors.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { plainRefusal } from '#shared/graphql/plain-refusal.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { requestBody } from '#shared/lambda/request-body.ts';
import { assignmentStatusPath } from '#shared/webhooks/report-address.ts';
import { contextOf } from './authentication.ts';
import type { DirectorDeps } from './deps.ts';

const routes = [`PATCH ${assignmentStatusPath}`, `PATCH /oauth${assignmentStatusPath}`];

/** Maximum bytes of a report. */
const maxReportBytes = 64 * 1024;

/** Takes what participants report of their assignments, as the original does by the same path, and hands on all other requests. */
export const assignmentStatus =
  (deps: DirectorDeps, report: Report, serve: (event: ApiEvent) => Promise<ApiResult>) =>
  async (event: ApiEvent): Promise<ApiResult> => {
    if (!routes.includes(event.routeKey)) return serve(event);
    try {
      const { actor } = await contextOf(event, deps);
      const { formationId = '', assignmentId = '' } = event.pathParameters ?? {};
      const deliveryId = event.queryStringParameters?.delivery;
      // Few requests need the code, and the others need not wait for it.
      const { reportState } = await import('#shared/formation-assignments/report-state.ts');
      await reportState({ formationId, assignmentId, ...(deliveryId !== undefined && { deliveryId }) }, await bodyOf(event), actor, deps);
      return { statusCode: 200, headers: { 'cache-control': 'no-store' } };
    } catch (error) {
      return plainRefusal(error, report);
    }
  };

async function bodyOf(event: ApiEvent): Promise<unknown> {
  const received = await requestBody(event, maxReportBytes);
  if ('problem' in received) throw new AppError('BadRequest', received.problem);
  const read = readJson(received.body);
  if ('problem' in read) throw new AppError('BadRequest', `the request body ${read.problem}`);
  return read.value;
}
