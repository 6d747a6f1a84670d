import { stringify } from 'yaml';
import type { Surroundings, TextOutput } from '../surroundings.ts';
import { type Paint, painter } from './paint.ts';
import { type Column, details, table } from './table.ts';

export const formats = ['table', 'json', 'yaml'] as const;
export type Format = (typeof formats)[number];

/** Writes results to the standard output in the wanted format, and notes for persons to the standard error. */
export interface Printer {
  readonly format: Format;
  readonly paint: Paint;
  list<Row>(rows: readonly Row[], columns: readonly Column<Row>[], empty?: string): void;
  /** `shown` are the lines of the table; the other formats have the value as it is. */
  object(value: unknown, shown: Readonly<Record<string, unknown>>): void;
  /** A value, with the text that stands for it where the format is a table. */
  text(value: unknown, text: string): void;
  /** One value of a stream: a line of JSON, or a document of YAML. */
  streamed(value: unknown, line: string): void;
  note(text: string): void;
}

export function printer(format: Format, { stdout, stderr, environment }: Pick<Surroundings, 'stdout' | 'stderr' | 'environment'>): Printer {
  const paint = painter(stdout, environment);
  const write = (text: string) => stdout.write(text.endsWith('\n') ? text : `${text}\n`);
  const data = (value: unknown) => write(format === 'json' ? JSON.stringify(value ?? null, undefined, 2) : stringify(value ?? null));
  return {
    format,
    paint,
    list(rows, columns, empty = 'There are none.') {
      if (format !== 'table') data(rows);
      else if (rows.length === 0) note(stderr, empty);
      else write(table(rows, columns, paint));
    },
    object(value, shown) {
      if (format === 'table') write(details(shown, paint));
      else data(value);
    },
    text(value, text) {
      if (format === 'table') write(text);
      else data(value);
    },
    streamed(value, line) {
      if (format === 'table') write(line);
      else write(format === 'json' ? JSON.stringify(value) : `---\n${stringify(value)}`);
    },
    note: (text) => note(stderr, text),
  };
}

const note = (stderr: TextOutput, text: string): void => {
  stderr.write(`${text}\n`);
};
