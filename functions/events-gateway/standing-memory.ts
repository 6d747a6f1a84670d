import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Sender } from '#shared/application-events/send-events.ts';
import { type Clock, minutes, seconds } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';

/** Time for which an answer of the control plane counts, in milliseconds: a revoked credential is refused after it. */
const freshFor = { accepted: minutes(1), refused: seconds(10) };
/** Time for which an accepted credential counts while the control plane cannot be asked, in milliseconds. */
const keptFor = minutes(15);
const maxRemembered = 1000;

interface Answer {
  readonly outcome: { readonly sender: Sender } | { readonly refusal: AppError };
  readonly askedAt: number;
}

export type Standing = (credential: string, ask: () => Promise<Sender>) => Promise<Sender>;

/**
 * Remembers whose a credential is by the control plane, under its digest. Several requests with one credential ask once. While the control plane does not
 * answer, a sender that it accepted a short time ago is accepted. The result throws the refusal, or ControlPlaneUnavailable.
 */
export function standingMemory(clock: Clock): Standing {
  const known = new LRUCache<string, Answer>({ max: maxRemembered });
  const asked = new Map<string, Promise<Answer>>();

  const renewed = async (key: string, ask: () => Promise<Sender>): Promise<Answer> => {
    const askedAt = clock().getTime();
    try {
      return { outcome: { sender: await ask() }, askedAt };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.kind !== 'unavailable') return { outcome: { refusal: error }, askedAt };
      const before = known.get(key);
      if (before && 'sender' in before.outcome && askedAt - before.askedAt < keptFor) return before;
      throw error;
    }
  };

  return async (credential, ask) => {
    const key = createHash('sha256').update(credential).digest('base64');
    const answer = known.get(key);
    const isFresh = answer && clock().getTime() - answer.askedAt < ('sender' in answer.outcome ? freshFor.accepted : freshFor.refused);
    if (isFresh) return resultOf(answer);
    const asking = asked.get(key) ?? renewed(key, ask).finally(() => asked.delete(key));
    asked.set(key, asking);
    const next = await asking;
    known.set(key, next);
    return resultOf(next);
  };
}

function resultOf({ outcome }: Answer): Sender {
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.sender;
}
