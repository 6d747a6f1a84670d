import { isKnownTag } from '#shared/http/entity-tags.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { headerOf } from '#shared/lambda/api-event.ts';
import type { CrlEndpointDeps } from './deps.ts';

const listName = /^([0-9a-f]{64})\.crl$/;
/** Time in seconds for which caches may keep a list. */
const cachedFor = 300;

/** Serves the latest revocation list of the authority in the path, without authentication. */
export async function serveList(
  event: ApiEvent,
  { revocations, objects }: Pick<CrlEndpointDeps, 'revocations' | 'objects'>,
): Promise<ApiResult> {
  const authorityId = listName.exec(event.pathParameters?.list ?? '')?.[1];
  const list = authorityId && (await revocations.latest(authorityId));
  if (!list) return { statusCode: 404, headers: { 'content-type': 'application/json' }, body: '{"message":"Not Found"}' };
  const headers = { etag: `"${list.number}"`, 'cache-control': `public, max-age=${cachedFor}` };
  if (isKnownTag(headers.etag, headerOf(event, 'if-none-match'))) return { statusCode: 304, headers };
  const der = await objects.get(list);
  return {
    statusCode: 200,
    headers: { ...headers, 'content-type': 'application/pkix-crl' },
    body: Buffer.from(der).toString('base64'),
    isBase64Encoded: true,
  };
}
