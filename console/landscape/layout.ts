import type { Box, Route } from './landscape.ts';

export interface Placed {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly key: string;
  readonly kind: 'membership' | 'events';
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly count: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The upper left corners, by the key of the box, or `formation <name>`. */
  readonly places: ReadonlyMap<string, Placed>;
  readonly lines: readonly Line[];
}

/** Sizes in the units of the drawing, which are pixels at its full size. */
export const boxWidth = 260;
export const boxHeight = 44;
const rowPitch = 58;
const columnPitch = 420;
const margin = 24;
const headHeight = 40;

export const formationKey = (name: string): string => `formation ${name}`;

interface Drawn {
  readonly applications: readonly Box[];
  readonly formations: readonly string[];
  readonly runtimes: readonly Box[];
  readonly routes: readonly Route[];
}

/** Three columns: Applications, formations, Runtimes. The boxes of a column stand in the order of their formations, so that few lines cross. */
export function layoutOf({ applications, formations, runtimes, routes }: Drawn): Layout {
  const columns = [inOrder(applications, formations), formations.map(formationKey), inOrder(runtimes, formations)];
  const rows = Math.max(1, ...columns.map((column) => column.length));
  const places = new Map(
    columns.flatMap((keys, column) =>
      keys.map(
        (key, row) => [key, { x: margin + column * columnPitch, y: headHeight + rowOf(row, keys.length, rows) * rowPitch }] as const,
      ),
    ),
  );
  const memberships = [...applications, ...runtimes].flatMap((box) =>
    box.formations.map((name) => membershipLine(places, box.key, formationKey(name), box.members.length)),
  );
  const gaps = gapsBetween(formations.flatMap((name) => places.get(formationKey(name)) ?? []));
  const events = routes.map((route) => eventsLine(places, gaps, route));
  return {
    width: margin * 2 + columnPitch * 2 + boxWidth,
    height: headHeight + rows * rowPitch + margin,
    places,
    lines: [...memberships, ...events].filter((one) => one !== undefined),
  };
}

/** Spreads a short column over the height of the longest one. */
const rowOf = (row: number, length: number, rows: number): number => row * Math.min(3, Math.max(1, rows / Math.max(1, length)));

function inOrder(boxes: readonly Box[], formations: readonly string[]): string[] {
  const rank = ({ formations: own }: Box): number => {
    const ranks = own.map((name) => formations.indexOf(name)).filter((index) => index >= 0);
    return ranks.length === 0 ? formations.length : ranks.reduce((sum, one) => sum + one, 0) / ranks.length;
  };
  return [...boxes].sort((one, other) => rank(one) - rank(other) || one.title.localeCompare(other.title)).map(({ key }) => key);
}

/** Heights at which a line passes between the formations without being hidden by one. */
const gapsBetween = (formations: readonly Placed[]): number[] => {
  const half = (rowPitch - boxHeight) / 2;
  return [headHeight - half, ...formations.map(({ y }) => y + boxHeight + half)];
};

function membershipLine(places: Layout['places'], from: string, to: string, count: number): Line | undefined {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return undefined;
  const [left, right] = start.x < end.x ? [start, end] : [end, start];
  const path = `M${left.x + boxWidth} ${left.y + boxHeight / 2}${curveTo(left.x + boxWidth, left.y + boxHeight / 2, right.x, right.y + boxHeight / 2)}`;
  return { key: `membership ${from} ${to}`, kind: 'membership', from, to, count, path };
}

/** A way of events passes the column of the formations in the gap that is nearest. */
function eventsLine(places: Layout['places'], gaps: readonly number[], { from, to, count }: Route): Line | undefined {
  const [start, end] = [places.get(from), places.get(to)];
  if (!start || !end) return undefined;
  // It leaves and arrives a little lower, so that it is not hidden by memberships.
  const shift = boxHeight / 2 + 12;
  const [x1, y1, x2, y2] = [start.x + boxWidth, start.y + shift, end.x, end.y + shift];
  const middle = (y1 + y2) / 2;
  const gap = gaps.reduce((nearest, one) => (Math.abs(one - middle) < Math.abs(nearest - middle) ? one : nearest), gaps[0] ?? middle);
  const [enters, leaves] = [margin + columnPitch, margin + columnPitch + boxWidth];
  const path = `M${x1} ${y1}${curveTo(x1, y1, enters, gap)} H${leaves}${curveTo(leaves, gap, x2, y2)}`;
  return { key: `events ${from} ${to}`, kind: 'events', from, to, count, path };
}

function curveTo(x1: number, y1: number, x2: number, y2: number): string {
  const bend = (x2 - x1) / 2;
  return ` C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
