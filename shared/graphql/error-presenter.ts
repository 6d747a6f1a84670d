import { GraphQLError, type GraphQLErrorExtensions } from 'graphql';
import { errorCatalogue } from '../core/error-catalogue.ts';
import { AppError } from '../core/errors.ts';
import { masked, type Report } from '../core/masked-error.ts';

/** Maps a domain error to `extensions`: the number and name that existing clients compare. */
export const appErrorExtensions = (error: AppError): GraphQLErrorExtensions => ({
  error_code: errorCatalogue[error.code].number,
  error: error.code,
});

/**
 * Turns any error into its public form. Domain errors keep their message, GraphQL errors its beginning; every other error is masked and logged under
 * an id that the caller gets too.
 */
export function presentError(error: Error, report: Report, extensionsOf = appErrorExtensions): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  const location = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  if (original instanceof AppError) return new GraphQLError(original.message, { ...location, extensions: extensionsOf(original) });
  if (error instanceof GraphQLError && (!original || original instanceof GraphQLError)) return refusal(error, extensionsOf);
  const internal = masked(original ?? error, report);
  return new GraphQLError(internal.message, { ...location, extensions: extensionsOf(internal) });
}

function refusal(error: GraphQLError, extensionsOf: typeof appErrorExtensions): GraphQLError {
  const message = shortened(error.message);
  const extensions = extensionsOf(new AppError('BadRequest', message));
  return new GraphQLError(message, { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path, extensions });
}

/** Messages of GraphQL quote the request, and a name in it may be as long as the request. */
const shortened = (message: string): string => (message.length > maxMessageLength ? `${message.slice(0, maxMessageLength)}…` : message);

const maxMessageLength = 500;
