import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../core/errors.ts';
import { type Labels, labelOf, scenariosLabel } from './label.ts';

/** `query` absent: the label is there. Otherwise a JSON value it must equal, or for `scenarios` `$[*] ? (@ == "X")`. */
export interface LabelFilter {
  readonly key: string;
  readonly query?: string | null;
}

const scenarioPath = /^\$\[\*\] \? \(@ == "([^"]+)"\)$/;

/** Whether labels satisfy every filter; throws InvalidData for a query that cannot be read. */
export const matchesAll = (labels: Labels, filters: readonly LabelFilter[]): boolean => filters.every((filter) => matches(labels, filter));

function matches(labels: Labels, { key, query }: LabelFilter): boolean {
  const value = labelOf(labels, key);
  if (value === undefined) return false;
  if (!query) return true;
  const scenario = key === scenariosLabel ? scenarioPath.exec(query)?.[1] : undefined;
  return scenario === undefined ? isDeepStrictEqual(value, parsed(query)) : Array.isArray(value) && value.includes(scenario);
}

function parsed(query: string): unknown {
  try {
    return JSON.parse(query);
  } catch (error) {
    throw new AppError('InvalidData', 'the query of a label filter must be JSON or a JSON path over scenarios', { cause: error });
  }
}
