import type { ConditionClass } from '../members/condition.ts';

const shapes: Readonly<Record<ConditionClass, string>> = {
  // A disc, a triangle, a diamond and a ring: they differ without their colours too.
  ok: 'M8 2a6 6 0 1 0 0.01 0z',
  bad: 'M8 1.5L15 14H1z',
  wait: 'M8 1l7 7-7 7-7-7z',
  idle: 'M8 3a5 5 0 1 0 0.01 0z',
};

/** The mark of a class of conditions, 16 units wide, for a drawing. */
export const Mark = ({ of, x = 0, y = 0 }: { readonly of: ConditionClass; readonly x?: number; readonly y?: number }) => (
  <path className={`mark-${of}`} d={shapes[of]} transform={`translate(${x} ${y})`} />
);
