import { type ParseRequestParams, parseRequestParams } from 'graphql-http';
import { readJson } from '../core/bounded-json.ts';
import { AppError } from '../core/errors.ts';
import type { ApiEvent } from '../lambda/api-event.ts';

/** Reads the parameters of a GraphQL request. Throws BadRequest for a body that is not one. */
export const requestParameters: ParseRequestParams<ApiEvent, unknown> = async (request) => {
  let refused: unknown;
  const body = (): Record<string, unknown> => {
    try {
      return requestObject(request.body as string);
    } catch (error) {
      refused = error;
      throw error;
    }
  };
  const read = () => parseRequestParams(request.body ? { ...request, body } : request);
  const parameters = await read().catch((error: unknown) => {
    throw refused ?? new AppError('BadRequest', error instanceof Error ? error.message : 'the request cannot be read', { cause: error });
  });
  if (parameters && 'query' in parameters && !isWellFormed(parameters.variables)) {
    throw new AppError('BadRequest', 'the variables must be well-formed Unicode');
  }
  return parameters;
};

function requestObject(text: string): Record<string, unknown> {
  const read = readJson(text);
  if ('problem' in read) throw new AppError('BadRequest', `the body ${read.problem}`);
  if (Array.isArray(read.value))
    throw new AppError('BadRequest', 'a request must hold one operation: lists of operations are not supported');
  return read.value as Record<string, unknown>;
}

/** Returns true for text without lone surrogates, which JSON can express but no store accepts. */
function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, inner]) => name.isWellFormed() && isWellFormed(inner));
}
