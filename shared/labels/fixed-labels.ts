import { invalidOperation } from '../core/errors.ts';
import type { Labels } from './label.ts';

/** Labels that replacing all labels leaves alone, and that cannot be set or deleted one by one once they are there. */
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
