import { readJson } from '../../core/bounded-json.ts';

/** Parses parameters that are the text of a JSON object, as clients of the original write their scalars; returns others unchanged. */
export function parametersOf(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const read = readJson(given);
  return 'problem' in read ? given : read.value;
}
