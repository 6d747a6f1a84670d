import { later, seconds } from '../core/clock.ts';
import { type Admission, type Endpoint, type EndpointLeases, endpointKey } from './endpoint-leases.ts';

export type Refused = Exclude<Admission, { readonly result: 'admitted' }>;

/** The latest refusals of this process. */
export interface Refusals {
  /** Returns true if there is one of any endpoint. */
  readonly isAny: (now: Date) => boolean;
  readonly of: (endpoint: Endpoint, now: Date) => Refused | undefined;
}

/** Milliseconds for which a full endpoint is remembered, unless one of its calls ends before: others may end in other processes. */
const fullFor = 250;

/** Milliseconds for which a parked endpoint is remembered at most: a call from before may still be answered. */
const parkedFor = seconds(5);

interface Remembered {
  readonly refused: Refused;
  readonly until: number;
}

/** Leases that remember for a moment who was refused, so that those who wait for the same endpoint need no write to learn it. */
export function rememberingRefusals(leases: EndpointLeases): EndpointLeases & { readonly refusals: Refusals } {
  const remembered = new Map<string, Remembered>();

  const remember = (key: string, refused: Refused, now: Date): void => {
    for (const [other, { until }] of remembered) if (until <= now.getTime()) remembered.delete(other);
    const end = refused.result === 'full' ? later(now, fullFor) : earlierOf(later(now, parkedFor), refused.until);
    remembered.set(key, { refused, until: end.getTime() });
  };
  const isValid = ({ until }: Remembered, now: Date): boolean => until > now.getTime();

  return {
    admit: async (endpoint, now, options) => {
      const admission = await leases.admit(endpoint, now, options);
      if (admission.result !== 'admitted') remember(endpointKey(endpoint), admission, now);
      return admission;
    },
    release: async (lease, answered, now) => {
      await leases.release(lease, answered, now);
      remembered.delete(endpointKey(lease.endpoint));
    },
    refusals: {
      isAny: (now) => [...remembered.values()].some((one) => isValid(one, now)),
      of: (endpoint, now) => {
        const found = remembered.get(endpointKey(endpoint));
        return found && isValid(found, now) ? found.refused : undefined;
      },
    },
  };
}

const earlierOf = (one: Date, other: Date): Date => (one < other ? one : other);
