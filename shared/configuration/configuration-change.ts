import { days } from '../core/clock.ts';

/** A change of what is polled, as it is noted in the transaction that makes it. */
export interface ConfigurationChange {
  readonly kind: 'application' | 'runtime';
  /** The Application or Runtime that changed, or in which something changed. */
  readonly objectId: string;
  /** Formations that the object is in, enters or leaves, as far as the writer knew them. Those of an Application's head come in addition. */
  readonly formations: readonly string[];
}

/** Time for which changes are noted, in milliseconds. */
export const changesKeptFor = days(1);
