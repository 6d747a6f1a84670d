import * as z from 'zod';
import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import { certificateStandingPath } from '#shared/certificates/standing-path.ts';
import { readJson } from '#shared/core/bounded-json.ts';
import { AppError } from '#shared/core/errors.ts';
import type { Report } from '#shared/core/masked-error.ts';
import { plainRefusal } from '#shared/graphql/plain-refusal.ts';
import { type ApiEvent, type ApiResult, bodyOf } from '#shared/lambda/api-event.ts';
import type { ConnectorDeps } from './deps.ts';

type Deps = Pick<ConnectorDeps, 'auths' | 'anchors' | 'clock' | 'admit'>;

const maxBodyBytes = 16 * 1024;
const request = z.object({ certificate: z.string() });

/**
 * Serves `POST /connector/certificate-standing`, and hands on all other requests: tells whose a client certificate is and that it counts now. It authenticates
 * nothing: its caller, such as the events gateway of a Runtime, has seen the proof of possession in a handshake of its own. The answer holds what is in the
 * certificate.
 */
export const certificateStanding =
  (deps: Deps, report: Report, serve: (event: ApiEvent) => Promise<ApiResult>) =>
  async (event: ApiEvent): Promise<ApiResult> => {
    if (event.routeKey !== `POST ${certificateStandingPath}`) return serve(event);
    try {
      const { actor } = await authenticateCertificate(certificateIn(event), deps);
      await deps.admit(actor.tenant);
      return {
        statusCode: 200,
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
        body: JSON.stringify({ kind: actor.kind, id: actor.id, tenant: actor.tenant }),
      };
    } catch (error) {
      return plainRefusal(error, report);
    }
  };

function certificateIn(event: ApiEvent): string {
  const body = bodyOf(event);
  const read = Buffer.byteLength(body) > maxBodyBytes ? { problem: `must have at most ${maxBodyBytes} bytes` } : readJson(body);
  if ('problem' in read) throw new AppError('BadRequest', `the request body ${read.problem}`);
  const parsed = request.safeParse(read.value);
  if (!parsed.success) throw new AppError('BadRequest', 'the request body must be {"certificate": "<PEM>"}');
  return parsed.data.certificate;
}
