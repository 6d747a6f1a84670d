import { type Labels, labelOf } from '#shared/labels/label.ts';

/** All labels, or only the one asked for. */
export function labelsOf(labels: Labels, key: string | null | undefined): Labels {
  if (!key) return labels;
  const value = labelOf(labels, key);
  return value === undefined ? {} : { [key]: value };
}
