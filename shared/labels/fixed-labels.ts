import { invalidOperation } from '../core/errors.ts';
import type { Labels } from './label.ts';

/** Labels that stay if all labels are replaced, and that cannot be changed or deleted once they exist. */
const fixed = [/_defaultEventing$/, /^runtimeType$/, /^xsappnameCMPClone$/, /^CMPSaaSAppName$/];

export const isFixed = (key: string): boolean => fixed.some((pattern) => pattern.test(key));

/** `next`, with the fixed labels of `current` as they are. */
export function keepFixedLabels(current: Labels, next: Labels): Labels {
  const kept = Object.entries(current).filter(([key]) => isFixed(key));
  return { ...next, ...Object.fromEntries(kept) };
}

/** Throws InvalidOperation when the label is there and may not change. */
export function requireChangeable(current: Labels, key: string): void {
  if (isFixed(key) && key in current) throw invalidOperation(`label ${key} cannot be changed`);
}
