import type { TenantId } from '../core/tenant-id.ts';
import { type Labels, labelOf } from '../labels/label.ts';

export interface LabelSelector {
  readonly key: string;
  readonly value: string;
}

/** Puts every Runtime that was given a label of this value into a formation. A formation has one at most. */
export interface AutomaticAssignment {
  readonly tenant: TenantId;
  readonly formationId: string;
  readonly formationName: string;
  readonly selector: LabelSelector;
  /**
   * `starting`: the Runtimes that were there before are still being put in. `ending`: those it selects are still being taken out, and it
   * puts no further ones in. Absent otherwise.
   */
  readonly state?: 'starting' | 'ending';
  readonly version: number;
  readonly changedBy: string;
}

/** Tells whether labels have the value of a selector, alone or in a list. */
export function selects({ key, value }: LabelSelector, labels: Labels): boolean {
  const found = labelOf(labels, key);
  return Array.isArray(found) ? found.includes(value) : found === value;
}
