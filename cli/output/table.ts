import { colourOfState, type Paint } from './paint.ts';

/** Title and text of a column. */
export type Column<Row> = readonly [title: string, value: (row: Row) => unknown];

const gap = '  ';

/** Rows below their titles, in columns as wide as their widest text. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[], paint: Paint): string {
  const cells = rows.map((row) => columns.map(([, value]) => cell(value(row))));
  const widths = columns.map(([title], at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (texts: readonly string[], painted: (text: string, padded: string) => string) =>
    texts
      .map((text, at) => painted(text, at === texts.length - 1 ? text : text.padEnd(widths[at] ?? 0)))
      .join(gap)
      .trimEnd();
  return [
    line(
      columns.map(([title]) => title),
      (_, padded) => paint('bold', padded),
    ),
    ...cells.map((row) => line(row, (text, padded) => paint(colourOfState(text), padded))),
  ].join('\n');
}

/** Names and values, one a line; lists of objects and of texts below their name. */
export function details(shown: Readonly<Record<string, unknown>>, paint: Paint): string {
  const lines = Object.entries(shown).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines
    .map(([name, value]) => {
      const text = cell(value);
      return `${paint('bold', `${name}:`.padEnd(width + 1))}${gap}${paint(colourOfState(text), text)}`;
    })
    .join('\n');
}

/** One line of text. Control characters are replaced, because names come from others and the terminal would obey them. */
function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.map(cell).join(', ') : isObject(value) ? JSON.stringify(value) : String(value ?? '');
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{Cc}|\p{Cf}/gu, '\u{fffd}');
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
