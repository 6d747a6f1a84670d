import { setTimeout as pause } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';
import type { ClientIdentity } from '#test/support/clients.ts';
import { type Data, type Headers, post, postSecurely, type WireAnswer } from '#test/support/clients.ts';

/** The outcome of a request, as its sender knows it. After `unknown` the work may have been done or not. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly data: Data }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unknown' };

/** Milliseconds after which a sender gives up; a stalled system answers later or never. */
const requestTimeoutMs = 15_000;
const pauseAfterFailure = 300;

export const attempt = (url: string, query: string, variables?: object, headers?: Headers): Promise<Outcome> =>
  outcomeOf(post(url, query, variables, headers));

export const attemptSecurely = (
  system: LocalDescription,
  url: string,
  identity: ClientIdentity,
  query: string,
  variables?: object,
): Promise<Outcome> => outcomeOf(postSecurely(system, url, identity, query, variables));

async function outcomeOf(answer: Promise<WireAnswer>): Promise<Outcome> {
  const outcome = await endOf(answer);
  // Nothing works until the system has started again.
  if (outcome.kind === 'unknown') await pause(pauseAfterFailure);
  return outcome;
}

async function endOf(answer: Promise<WireAnswer>): Promise<Outcome> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), requestTimeoutMs);
  try {
    const arrived = await Promise.race([answer, late.promise]);
    answer.catch(() => undefined);
    return arrived ? readOutcome(arrived) : { kind: 'unknown' };
  } catch {
    return { kind: 'unknown' };
  } finally {
    clearTimeout(timer);
  }
}

function readOutcome({ status, data, errors }: WireAnswer): Outcome {
  const [error] = errors;
  if (status === 200 && error === undefined) return { kind: 'acknowledged', data };
  const code = error?.extensions?.error;
  // A domain error means that nothing was done. Any other error, such as InternalError, leaves it open.
  return code === undefined || code === 'InternalError' ? { kind: 'unknown' } : { kind: 'refused', code };
}
