import * as z from 'zod';
import type { Clock } from '../core/clock.ts';
import { keptFresh, type StaleLog } from './kept-fresh.ts';

/** Shorter values could be guessed. */
const minCharacters = 32;
const value = z.string().min(minCharacters);

/** The content of the secret. `previous` is there while a rotation has not reached every edge of the firewall. */
export const originSecretContent = z.object({ current: value, previous: value.optional() });

export type OriginSecretContent = z.infer<typeof originSecretContent>;

/** Reads the values by which the firewall shows that a request comes from it. */
export function originSecretValues(secretId: string, clock: Clock, log: StaleLog): () => Promise<readonly string[]> {
  const read = async (): Promise<readonly string[]> => {
    // Functions without a firewall would load the client for nothing.
    const { secretText } = await import('./secret-text.ts');
    const { current, previous } = originSecretContent.parse(JSON.parse((await secretText(secretId)) ?? '{}'));
    return previous === undefined ? [current] : [current, previous];
  };
  return keptFresh({ what: 'secret of the firewall', read, clock, log });
}
