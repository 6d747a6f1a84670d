import type { TenantId } from '../core/tenant-id.ts';
import { type Labels, labelOf } from '../labels/label.ts';

export interface LabelSelector {
  readonly key: string;
  readonly value: string;
}

/** Puts every Runtime with a label of this value into a formation. A formation has one at most. */
export interface AutomaticAssignment {
  readonly tenant: TenantId;
  readonly formationId: string;
  readonly formationName: string;
  readonly selector: LabelSelector;
  readonly version: number;
  readonly changedBy: string;
}

export const selects = ({ key, value }: LabelSelector, labels: Labels): boolean => labelOf(labels, key) === value;
