type Strings = string | readonly string[];

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, Strings>>;
  readonly Action: Strings;
  readonly Resource?: Strings;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Strings>>>>;
}

/** A request of an AWS service on behalf of one of our resources. */
export interface ServiceRequest {
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the request carries; a condition on any other does not hold. */
  readonly context: Readonly<Record<string, string>>;
}

/** Returns true if a resource policy allows the request of a service, which no policy of an identity could allow: an allowance and no denial. */
export function allowsService(statements: readonly Statement[], request: ServiceRequest): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return applying.some(({ Effect }) => Effect === 'Allow') && !applying.some(({ Effect }) => Effect === 'Deny');
}

const applies = ({ Principal, Action, Resource = '*', Condition = {} }: Statement, request: ServiceRequest): boolean =>
  isMeant(Principal, request.service) &&
  list(Action).some((action) => like(action.toLowerCase(), request.action.toLowerCase())) &&
  list(Resource).some((resource) => like(resource, request.resource)) &&
  Object.entries(Condition).every(([operator, tests]) =>
    Object.entries(tests).every(([key, expected]) => holds(operator, list(expected), request.context[key])),
  );

const isMeant = (principal: Statement['Principal'], service: string): boolean =>
  principal === '*' || list(principal?.AWS ?? []).includes('*') || list(principal?.Service ?? []).includes(service);

function holds(operator: string, expected: readonly string[], actual: string | undefined): boolean {
  switch (operator) {
    case 'Bool':
    case 'StringEquals':
    case 'ArnEquals':
      return actual !== undefined && expected.includes(actual);
    case 'StringLike':
    case 'ArnLike':
      return actual !== undefined && expected.some((pattern) => like(pattern, actual));
    case 'ArnNotEquals':
    case 'StringNotEquals':
      return actual === undefined || !expected.includes(actual);
    default:
      throw new Error(`The condition ${operator} is not known here`);
  }
}

const list = (value: Strings): readonly string[] => (typeof value === 'string' ? [value] : value);

/** Compares with `*` for any characters. */
const like = (pattern: string, text: string): boolean =>
  new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`).test(text);
