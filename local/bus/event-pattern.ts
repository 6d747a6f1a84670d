import { Refusal } from '../refusal.ts';

/** Returns true if an event matches, by EventBridge's rules. */
export type Matcher = (event: unknown) => boolean;

type ValueMatcher = (value: unknown) => boolean;

/**
 * Reads an EventBridge event pattern: all fields must match, a field matches when one value of its list does, and a field that
 * is a list in the event matches when one of its elements does. Refuses operators beyond exact values, `prefix`, `suffix`,
 * `equals-ignore-case`, `anything-but` and `exists`, so that no rule means less here than it does on AWS.
 */
export function eventPattern(pattern: unknown): Matcher {
  const fields = Object.entries(asObject(pattern)).map(([name, expected]) => fieldMatcher(name, expected));
  return (event) => fields.every((matches) => matches(event));
}

function fieldMatcher(name: string, expected: unknown): Matcher {
  if (name === '$or') {
    const alternatives = asList(expected).map(eventPattern);
    return (event) => alternatives.some((matches) => matches(event));
  }
  if (!Array.isArray(expected)) {
    const inner = eventPattern(expected);
    return (event) => [valueAt(event, name)].flat().some(inner);
  }
  const matchers = expected.map(valueMatcher);
  return (event) => {
    const values = [valueAt(event, name)].flat();
    return matchers.some((matches) => (values.length === 0 ? [undefined] : values).some(matches));
  };
}

const operators: Readonly<Record<string, (argument: unknown) => ValueMatcher>> = {
  prefix: textOperator((value, argument) => value.startsWith(argument)),
  suffix: textOperator((value, argument) => value.endsWith(argument)),
  'equals-ignore-case': textOperator((value, argument) => value.toLowerCase() === argument.toLowerCase()),
  exists: (argument) => (value) => (value !== undefined && typeof value !== 'object') === argument || (value === null && argument === true),
  'anything-but': (argument) => {
    const excluded = [argument].flat().map(valueMatcher);
    return (value) => value !== undefined && !excluded.some((matches) => matches(value));
  },
};

function valueMatcher(expected: unknown): ValueMatcher {
  if (typeof expected !== 'object' || expected === null) return (value) => value === expected;
  const [[name, argument] = ['', undefined]] = Object.entries(expected);
  const operator = operators[name];
  if (!operator)
    throw new Refusal(
      `The one-machine bus does not know the event pattern operator "${name}": use another or add it to local/bus/event-pattern.ts.`,
    );
  return operator(argument);
}

function textOperator(holds: (value: string, argument: string) => boolean) {
  return (argument: unknown): ValueMatcher => {
    if (typeof argument !== 'string') throw new Refusal(`The event pattern operator needs a text, not ${JSON.stringify(argument)}.`);
    return (value) => typeof value === 'string' && holds(value, argument);
  };
}

const valueAt = (event: unknown, name: string): unknown =>
  typeof event === 'object' && event !== null && Object.hasOwn(event, name) ? (event as Record<string, unknown>)[name] : undefined;

function asObject(pattern: unknown): object {
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern))
    throw new Refusal(`${JSON.stringify(pattern)} is no event pattern.`);
  return pattern;
}

function asList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Refusal(`${JSON.stringify(value)} in an event pattern must be a list.`);
  return value;
}
