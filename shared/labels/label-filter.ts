import { isDeepStrictEqual } from 'node:util';
import { readJson } from '../core/bounded-json.ts';
import { AppError } from '../core/errors.ts';
import type { JsonValue } from '../core/json.ts';
import { type Labels, labelOf, scenariosLabel } from './label.ts';

/** `query` absent: the label is there. Otherwise a JSON value it must equal, or for `scenarios` `$[*] ? (@ == "X")`. */
export interface LabelFilter {
  readonly key: string;
  readonly query?: string | null;
}

/** Maximum number of filters. Each is checked for every object of a listing. */
const maxFilters = 50;

const scenarioPath = /^\$\[\*\] \? \(@ == "([^"]{1,256})"\)$/;

/** Tells whether labels satisfy every filter. Throws InvalidData for too many filters, and for a query that cannot be read. */
export function labelMatcher(filters: readonly LabelFilter[]): (labels: Labels) => boolean {
  if (filters.length > maxFilters) throw new AppError('InvalidData', `at most ${maxFilters} label filters are accepted in a request`);
  const conditions = filters.map(conditionOf);
  return (labels) => conditions.every((holds) => holds(labels));
}

function conditionOf({ key, query }: LabelFilter): (labels: Labels) => boolean {
  const accepts = query ? valueCondition(key, query) : () => true;
  return (labels) => {
    const value = labelOf(labels, key);
    return value !== undefined && accepts(value);
  };
}

function valueCondition(key: string, query: string): (value: JsonValue) => boolean {
  const scenario = key === scenariosLabel ? scenarioPath.exec(query)?.[1] : undefined;
  if (scenario !== undefined) return (value) => Array.isArray(value) && value.includes(scenario);
  const wanted = parsed(query);
  return (value) => isDeepStrictEqual(value, wanted);
}

function parsed(query: string): unknown {
  const read = readJson(query);
  if ('problem' in read) throw new AppError('InvalidData', 'the query of a label filter must be JSON or a JSON path over scenarios');
  return read.value;
}
