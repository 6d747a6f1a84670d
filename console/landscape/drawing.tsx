import { useMemo, useState } from 'react';
import { hrefTo } from '../shell/place.ts';
import { type Box, routesOf } from './landscape.ts';
import { LandscapeBox } from './landscape-box.tsx';
import { boxHeight, boxWidth, formationKey, type Line, layoutOf, type Placed } from './layout.ts';

interface DrawingProps {
  readonly applications: readonly Box[];
  readonly formations: readonly string[];
  readonly runtimes: readonly Box[];
  readonly onOpen: (key: string) => void;
}

const columns = ['Applications', 'Formations', 'Runtimes'];

/** The drawing. What is pointed at, or has the focus, shows its lines alone. */
export function Drawing({ applications, formations, runtimes, onOpen }: DrawingProps) {
  const [traced, setTraced] = useState<string | undefined>();
  const layout = useMemo(
    () => layoutOf({ applications, formations, runtimes, routes: routesOf(applications, runtimes) }),
    [applications, formations, runtimes],
  );
  const { width, height, places, lines } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of HTML is a group inside which links are drawn.
    <svg className={traced ? 'landscape traced' : 'landscape'} viewBox={`0 0 ${width} ${height}`} role="group" aria-label="Landscape">
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path className="arrow" d="M0 0L8 4L0 8z" />
        </marker>
      </defs>
      {columns.map((title, column) => (
        <text key={title} className="column" x={24 + column * 420} y={24}>
          {title}
        </text>
      ))}
      {lines.map((line) => (
        <path
          key={line.key}
          className={classOfLine(line, traced)}
          d={line.path}
          markerEnd={line.kind === 'events' ? 'url(#arrow)' : undefined}
        />
      ))}
      {formations.map((name) => (
        <FormationBox key={name} name={name} place={places.get(formationKey(name))} onTrace={setTraced} />
      ))}
      {[...applications, ...runtimes].map((box) => {
        const place = places.get(box.key);
        return place && <LandscapeBox key={box.key} box={box} place={place} onOpen={onOpen} onTrace={setTraced} />;
      })}
    </svg>
  );
}

const classOfLine = ({ kind, from, to }: Line, traced: string | undefined): string =>
  `line${kind === 'events' ? ' line-events' : ''}${traced === from || traced === to ? ' on' : ''}`;

interface FormationBoxProps {
  readonly name: string;
  readonly place: Placed | undefined;
  readonly onTrace: (key: string | undefined) => void;
}

function FormationBox({ name, place, onTrace }: FormationBoxProps) {
  if (!place) return null;
  return (
    <a
      className="box formation"
      href={hrefTo(['formations'], { formation: name })}
      onMouseEnter={() => onTrace(formationKey(name))}
      onMouseLeave={() => onTrace(undefined)}
      onFocus={() => onTrace(formationKey(name))}
      onBlur={() => onTrace(undefined)}
    >
      <title>{`Formation ${name}`}</title>
      <g transform={`translate(${place.x} ${place.y})`}>
        <rect width={boxWidth} height={boxHeight} rx={boxHeight / 2} />
        <text className="name" x={boxWidth / 2} y={27} textAnchor="middle">
          {name.length > 30 ? `${name.slice(0, 29)}…` : name}
        </text>
      </g>
    </a>
  );
}
