import { notFound } from '#shared/core/errors.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { plainRefusal } from '#shared/graphql/plain-refusal.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { contextOf } from './authentication.ts';
import type { DirectorDeps } from './deps.ts';

const route = 'GET /director/documents/{document}';

/** Serves the OpenAPI and AsyncAPI documents of this release to every authenticated caller, and hands on all other requests. */
export const documentsEndpoint =
  (deps: DirectorDeps, report: Report, serve: (event: ApiEvent) => Promise<ApiResult>) =>
  async (event: ApiEvent): Promise<ApiResult> => {
    if (event.routeKey !== route) return serve(event);
    try {
      await contextOf(event, deps);
      const { documents } = await import('./documents.generated.ts');
      const name = event.pathParameters?.document ?? '';
      const body = Object.hasOwn(documents, name) ? documents[name] : undefined;
      if (body === undefined) throw notFound('document', name);
      // The media type of RFC 9512.
      return { statusCode: 200, headers: { 'content-type': 'application/yaml; charset=utf-8', 'cache-control': 'no-store' }, body };
    } catch (error) {
      return plainRefusal(error, report);
    }
  };
