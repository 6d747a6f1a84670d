import type { ConditionClass } from '../members/condition.ts';
import { Mark } from '../parts/mark.tsx';

const entries: readonly (readonly [ConditionClass, string])[] = [
  ['ok', 'connected'],
  ['wait', 'in progress'],
  ['bad', 'failed'],
  ['idle', 'not paired'],
];

/** The meaning of the marks and lines. */
export const Legend = () => (
  <ul className="legend" aria-label="Legend">
    {entries.map(([state, word]) => (
      <li key={state}>
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <Mark of={state} />
        </svg>
        {word}
      </li>
    ))}
    <li>
      <svg width="32" height="8" viewBox="0 0 32 8" aria-hidden="true">
        <path className="line" d="M0 4H32" />
      </svg>
      member
    </li>
    <li>
      <svg width="32" height="8" viewBox="0 0 32 8" aria-hidden="true">
        <path className="line line-events" d="M0 4H32" />
      </svg>
      events
    </li>
  </ul>
);
