import type { JsonValue } from '../core/json.ts';

/** `$.a.b`, `a.b`, `$['a'].b[0]`: at most 100 steps down by name (256 characters) or position, without wildcards, filters or functions. */
const whole = /^(\$|[A-Za-z_][\w-]{0,255})(\.[A-Za-z_][\w-]{0,255}|\['[^'\]]{1,256}'\]|\[\d{1,6}\]){0,100}$/;
const step = /\.?([A-Za-z_][\w-]{0,255})|\['([^'\]]{1,256})'\]|\[(\d{1,6})\]/g;

export const isJsonPath = (path: string): boolean => whole.test(path);

/** Reads the value at a path; undefined if there is none. */
export function valueAt(root: JsonValue, path: string): JsonValue | undefined {
  const steps = path.replace(/^\$/, '').matchAll(step);
  return [...steps].reduce<JsonValue | undefined>(
    (current, [, name, quoted, position]) =>
      position === undefined ? field(current, name ?? quoted ?? '') : element(current, Number(position)),
    root,
  );
}

const field = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key) ? value[key] : undefined;

const element = (value: JsonValue | undefined, index: number): JsonValue | undefined => (Array.isArray(value) ? value[index] : undefined);
