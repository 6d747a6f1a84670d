/** Messages between the command and the processes of Agents. */

export const faultKinds = ['429 with seconds', '429 with a date', '503 with a date', '500', '404', 'cut connections'] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly kind: FaultKind;
  /** Part of the requests that it meets, from 0 to 1. */
  readonly share: number;
  /** Time of the end, in milliseconds since the epoch; answers name it as the time to come again. */
  readonly until: number;
}

export interface Start {
  readonly kind: 'start';
  /** Folders of the Agents, each with its `agent.json`. */
  readonly folders: readonly string[];
  /** Milliseconds between two starts. */
  readonly interval: number;
  readonly periodSeconds: number;
}

export type Order = Start | { readonly kind: 'fault'; readonly fault: Fault } | { readonly kind: 'report' } | { readonly kind: 'stop' };

export interface Report {
  /** Requests by the second, since the epoch, in which they began. */
  readonly requests: Readonly<Record<number, number>>;
  /** Lines of logs by their level and message. */
  readonly lines: Readonly<Record<string, number>>;
  /** Renewals of certificates by the number of the Agent in this process. */
  readonly renewals: readonly number[];
  /** Agents that ended by themselves, with the reason. */
  readonly ended: readonly string[];
  /** Bytes of the process after a collection: before its Agents started, and now. */
  readonly memory: { readonly before: number; readonly now: number };
}
