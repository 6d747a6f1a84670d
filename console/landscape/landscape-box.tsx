import type { ConditionClass } from '../members/condition.ts';
import { wordsOf } from '../members/condition.ts';
import { Mark } from '../parts/mark.tsx';
import { hrefTo } from '../shell/place.ts';
import type { Box } from './landscape.ts';
import { boxHeight, boxWidth, type Placed } from './layout.ts';

interface LandscapeBoxProps {
  readonly box: Box;
  readonly place: Placed;
  readonly onOpen: (key: string) => void;
  readonly onTrace: (key: string | undefined) => void;
}

const classNames: readonly (readonly [ConditionClass, string])[] = [
  ['ok', 'connected'],
  ['wait', 'in progress'],
  ['bad', 'failed'],
  ['idle', 'not paired'],
];

const titles = { application: ['Application', 'Applications'], runtime: ['Runtime', 'Runtimes'] } as const;

/** A member, which leads to its page, or a group, which opens. */
export function LandscapeBox({ box, place, onOpen, onTrace }: LandscapeBoxProps) {
  const href = box.collapsed ? '#/' : hrefTo([`${box.kind}s`, box.key]);
  return (
    <a
      className="box"
      href={href}
      onClick={(event) => {
        if (!box.collapsed) return;
        event.preventDefault();
        onOpen(box.key);
      }}
      onMouseEnter={() => onTrace(box.key)}
      onMouseLeave={() => onTrace(undefined)}
      onFocus={() => onTrace(box.key)}
      onBlur={() => onTrace(undefined)}
    >
      <title>{describe(box)}</title>
      <g transform={`translate(${place.x} ${place.y})`}>
        {box.collapsed && <rect className="stack" x={5} y={5} width={boxWidth} height={boxHeight} rx={8} />}
        <rect width={boxWidth} height={boxHeight} rx={8} />
        {box.collapsed ? <GroupText box={box} /> : <MemberText box={box} />}
      </g>
    </a>
  );
}

function MemberText({ box }: { readonly box: Box }) {
  const [state] = Object.keys(box.counts) as ConditionClass[];
  return (
    <>
      {state && <Mark of={state} x={12} y={14} />}
      <text className="name" x={38} y={20}>
        {shortened(box.title)}
      </text>{' '}
      <text className="note" x={38} y={36}>
        {wordsOf(box.members[0]?.status.condition ?? '')}
      </text>
    </>
  );
}

function GroupText({ box }: { readonly box: Box }) {
  const present = classNames.filter(([state]) => box.counts[state]);
  return (
    <>
      <text className="name" x={12} y={18}>
        {shortened(`${box.members.length} ${titles[box.kind][1]}`)}
      </text>
      {present.map(([state], index) => (
        <g key={state} transform={`translate(${12 + index * 60} 24)`}>
          <Mark of={state} />
          <text className="note" x={20} y={12}>
            {box.counts[state]}
          </text>
        </g>
      ))}
    </>
  );
}

function describe(box: Box): string {
  const where = box.formations.length === 0 ? 'in no formation' : `in ${box.formations.join(', ')}`;
  if (!box.collapsed) return `${box.title} ${wordsOf(box.members[0]?.status.condition ?? '')}, ${titles[box.kind][0]} ${where}`;
  const states = classNames.flatMap(([state, word]) => (box.counts[state] ? [`${box.counts[state]} ${word}`] : []));
  return `${box.members.length} ${titles[box.kind][1]} ${where}: ${states.join(', ')}. Open the group`;
}

const maxTitleCharacters = 28;
const shortened = (text: string): string => (text.length > maxTitleCharacters ? `${text.slice(0, maxTitleCharacters - 1)}…` : text);
