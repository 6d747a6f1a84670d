import { Logger } from '@aws-lambda-powertools/logger';

/** The one logger of a function: JSON lines, one per unit of work, everything variable as a field. */
export const logger = (service: string): Logger => new Logger({ serviceName: service, jsonReplacerFn: withInnerErrors });

/** Makes the `errors` of an AggregateError a field of its line. They are not enumerable, so the formatter (2.36.0) leaves them out. */
function withInnerErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof AggregateError)) return value;
  const { name, message, stack, errors } = value;
  return Object.assign(new Error(message, { cause: value.cause }), { name, stack, errors });
}
