import { type Labels, labelOf } from '../labels/label.ts';

/** Labels by which the deployment hides Applications from Runtimes: for each key the hiding values. */
export type HideSelectors = Readonly<Record<string, readonly string[]>>;

/** Returns true if one of an Application's labels equals, or lists, a value that hides it. */
export const isHidden = (labels: Labels, selectors: HideSelectors): boolean =>
  Object.entries(selectors).some(([key, values]) => {
    const label = labelOf(labels, key);
    return values.some((value) => label === value || (Array.isArray(label) && label.includes(value)));
  });
