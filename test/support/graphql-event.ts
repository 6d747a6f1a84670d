import type { ApiEvent } from '#shared/lambda/api-event.ts';

/** A request to a GraphQL API as API Gateway hands it over. */
export const graphqlEvent = (body: string, method = 'POST'): ApiEvent =>
  ({
    headers: { 'content-type': 'application/json' },
    body,
    isBase64Encoded: false,
    requestContext: { http: { method, path: '/director/graphql' } },
  }) as unknown as ApiEvent;

/** The same request, packed. API Gateway hands bytes over as base64. */
export const packedEvent = (body: Buffer, coding = 'gzip'): ApiEvent => ({
  ...graphqlEvent(body.toString('base64')),
  headers: { 'content-type': 'application/json', 'Content-Encoding': coding },
  isBase64Encoded: true,
});
