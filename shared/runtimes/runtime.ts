import type { TenantId } from '../core/tenant-id.ts';
import { type Labels, textLabelOf } from '../labels/label.ts';

export const runtimeConditions = ['INITIAL', 'PROVISIONING', 'CONNECTED', 'FAILED'] as const;
export type RuntimeCondition = (typeof runtimeConditions)[number];

/** An environment in which extensions run. */
export interface Runtime {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly applicationNamespace?: string;
  readonly labels: Labels;
  /** Keys of the labels that it set itself. Default: none. */
  readonly ownLabels?: readonly string[];
  readonly status: { readonly condition: RuntimeCondition; readonly timestamp: string };
  /** The formations it is assigned to: id to name. */
  readonly formations: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

/** The label that holds the URL at which a Runtime takes events. */
export const eventingUrlLabel = 'runtime_eventServiceUrl';

/** The label with the same for senders that have an access token instead of a certificate. */
const eventingUrlForTokensLabel = 'runtime_eventServiceUrlForTokens';

export const eventingUrlOf = ({ labels }: Pick<Runtime, 'labels'>): string => textLabelOf(labels, eventingUrlLabel);
export const eventingUrlForTokensOf = ({ labels }: Pick<Runtime, 'labels'>): string => textLabelOf(labels, eventingUrlForTokensLabel);

/** Returns the Runtime with another condition. The timestamp changes only with the condition. */
export function withCondition(runtime: Runtime, condition: RuntimeCondition, now: Date): Runtime {
  return runtime.status.condition === condition ? runtime : { ...runtime, status: { condition, timestamp: now.toISOString() } };
}

/** The fields that a change may replace. */
export type RuntimeChange = Partial<
  Pick<Runtime, 'name' | 'description' | 'applicationNamespace' | 'labels' | 'ownLabels' | 'formations' | 'status'>
>;

/** The next version of a Runtime, stamped with who changed it and when. */
export function changeRuntime(runtime: Runtime, change: RuntimeChange, changedBy: string, now: Date): Runtime {
  return { ...runtime, ...change, version: runtime.version + 1, updatedAt: now.toISOString(), changedBy };
}

/** Runtimes are listed in the order of their names. */
export const listKey = (runtime: Pick<Runtime, 'name' | 'id'>): string => `${runtime.name}#${runtime.id}`;
