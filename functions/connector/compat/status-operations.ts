import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { answerOf } from '#shared/graphql/compat/legacy-answer.ts';
import type { ApiResult } from '#shared/lambda/api-event.ts';
import { unlogged } from '#shared/lambda/http-handler.ts';
import { statusPaths } from '#shared/pairing/compat/legacy-paths.ts';

type Deps = Pick<ConnectorDeps, 'applications' | 'anchors' | 'clock' | 'log'>;

/** Time for which a process answers `/readyz` by what it found last, in milliseconds: a monitor without a pause costs one read in that time. */
const knownFor = seconds(5);

/** A tenant without objects, of which one item is read to learn whether the table answers. */
const emptyTenant = tenantId('00000000-0000-0000-0000-000000000000');

/**
 * Certificate with which the original calls others, its root, and the version of Open Resource Discovery that it reads. All are empty: this system calls
 * others without a client certificate, signs its webhooks instead, and reads no such documents.
 */
const ownCertificate = { certIssuer: '', certSubject: '', rootCA: '', ordAggregatorVersion: '' };

/** Answers of monitors by their routes. Good answers stay out of the log. */
export function statusOperations(deps: Deps): Readonly<Record<string, () => Promise<ApiResult>>> {
  const isReady = readiness(deps);
  return {
    [`GET ${statusPaths.health}`]: async () => unlogged(answerOf(200)),
    [`GET ${statusPaths.alive}`]: async () => unlogged({ statusCode: 200, headers: plainText, body: 'ok' }),
    [`GET ${statusPaths.ready}`]: async () =>
      (await isReady()) ? unlogged(answerOf(200)) : answerOf(503, { code: 503, error: 'not ready' }),
    [`GET ${statusPaths.info}`]: async () => unlogged(answerOf(200, ownCertificate)),
  };
}

const plainText = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };

/** Returns true if the table and the truststore can be read. */
function readiness({ applications, anchors, clock, log }: Deps): () => Promise<boolean> {
  let known: { readonly answer: Promise<boolean>; readonly until: number } | undefined;
  const look = async () => {
    try {
      await Promise.all([applications.find(emptyTenant, 'readiness'), anchors.certificates()]);
      return true;
    } catch (error) {
      log.error('not ready', { error: error as Error });
      return false;
    }
  };
  return () => {
    const now = clock().getTime();
    if (!known || now >= known.until) known = { answer: look(), until: now + knownFor };
    return known.answer;
  };
}
