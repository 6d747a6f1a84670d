import type { Statement } from '#infra/runtime/statement.ts';

/** A request of a principal with the condition keys that it carries. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

export type Decision = 'allowed' | 'denied' | 'not allowed';

/** The decision of a policy of an identity: a denial counts more than any allowance. */
export function decide(statements: readonly Statement[], request: Request): Decision {
  const applying = statements.filter((statement) => applies(statement, request));
  if (applying.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  return applying.length > 0 ? 'allowed' : 'not allowed';
}

const applies = ({ Action, Resource, NotResource, Condition = {} }: Statement, { action, resource, context = {} }: Request): boolean =>
  Action.some((pattern) => like(pattern, action)) &&
  (Resource?.some((pattern) => like(pattern, resource)) ?? !NotResource?.some((pattern) => like(pattern, resource))) &&
  Object.entries(Condition).every(([operator, tests]) =>
    Object.entries(tests).every(([key, expected]) => holds(operator, expected, context[key])),
  );

function holds(operator: string, expected: string, actual: string | undefined): boolean {
  if (operator === 'Null') return (actual === undefined) === (expected === 'true');
  if (operator === 'StringEquals') return actual === expected;
  if (operator === 'StringLike') return actual !== undefined && like(expected, actual);
  throw new Error(`the condition ${operator} is not known here`);
}

const like = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 'i').test(text);
