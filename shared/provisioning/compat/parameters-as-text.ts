import { readJson } from '../../core/bounded-json.ts';

/** Returns the value of parameters that are the text of a JSON object, as clients of the original write their scalars; others as they are. */
export function parametersOf(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const read = readJson(given);
  return 'problem' in read ? given : read.value;
}
