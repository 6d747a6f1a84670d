import { invalidRequest } from '../core/errors.ts';
import { type Labels, labelOf } from './label.ts';
import { valueCondition } from './label-query.ts';

/** `query` absent: the label is there. Otherwise JSON that it must contain, or a path over the texts of a list. */
export interface LabelFilter {
  readonly key: string;
  readonly query?: string | null;
}

/** Maximum number of filters. Each is checked for every object of a listing. */
const maxFilters = 50;

/** Tells whether labels satisfy every filter. Throws InvalidData for too many filters, and for a query that cannot be read. */
export function labelMatcher(filters: readonly LabelFilter[]): (labels: Labels) => boolean {
  if (filters.length > maxFilters) throw invalidRequest(`at most ${maxFilters} label filters are accepted in a request`);
  const conditions = filters.map(conditionOf);
  return (labels) => conditions.every((holds) => holds(labels));
}

function conditionOf({ key, query }: LabelFilter): (labels: Labels) => boolean {
  const accepts = query ? valueCondition(query) : () => true;
  return (labels) => {
    const value = labelOf(labels, key);
    return value !== undefined && accepts(value);
  };
}
