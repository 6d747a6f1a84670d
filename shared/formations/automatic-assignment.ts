import type { TenantId } from '../core/tenant-id.ts';
import { type Labels, labelOf } from '../labels/label.ts';

export interface LabelSelector {
  readonly key: string;
  readonly value: string;
}

/** Assigns every Runtime with this label value to a formation. A formation has at most one. */
export interface AutomaticAssignment {
  readonly tenant: TenantId;
  readonly formationId: string;
  readonly formationName: string;
  readonly selector: LabelSelector;
  /**
   * `starting`: existing Runtimes are still being assigned. `ending`: selected Runtimes are still being removed, and no further ones are assigned.
   * Absent otherwise.
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
