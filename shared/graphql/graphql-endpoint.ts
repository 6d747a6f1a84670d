import { randomUUID } from 'node:crypto';
import { type DocumentNode, type ExecutionArgs, execute, GraphQLError, type GraphQLErrorExtensions, type GraphQLSchema } from 'graphql';
import { createHandler, type Response } from 'graphql-http';
import type { ErrorKind } from '../core/error-catalogue.ts';
import { AppError } from '../core/errors.ts';
import type { Report } from '../core/masked-error.ts';
import type { ApiEvent, ApiResult } from '../lambda/api-event.ts';
import { answerTooLarge, fittingAnswer } from '../lambda/fitting-answer.ts';
import { acceptedRequestCoding, codingOf, type RequestBody, requestBody } from '../lambda/request-body.ts';
import { retryAfterOf } from '../lambda/status-of-kind.ts';
import { documents } from './documents.ts';
import { appErrorExtensions, presentError } from './error-presenter.ts';
import { introspects } from './introspection.ts';
import { maxBodyBytes } from './limits.ts';
import { requestParameters } from './request-parameters.ts';
import { noTranslation, type Translation } from './translation.ts';

export interface Endpoint<Context> {
  readonly schema: GraphQLSchema;
  /** Authenticates the caller. Its error answers the whole request. */
  readonly context: (event: ApiEvent) => Promise<Context>;
  /** Returns true if the caller may ask for the schema: administrators, and the tools that they use. */
  readonly mayIntrospect: (context: Context) => Promise<boolean> | boolean;
  /** Gives the schema its descriptions before it is told. Default: it is told as it is. */
  readonly describe?: () => Promise<void>;
  /** Throws an error that answers the whole request, before any of its operations. Default: every document is taken. */
  readonly requireAllowed?: (context: Context, document: DocumentNode) => void;
  /** Maximum bytes of a body whose sender is authenticated before it is read, and which may be packed. Default: no such bodies. */
  readonly maxKnownBodyBytes?: number;
  readonly report: Report;
  readonly extensionsOf?: (error: AppError) => GraphQLErrorExtensions;
  /** Sent with every answer to an operation. */
  readonly headers?: Readonly<Record<string, string>>;
  /** For clients that know the schema by other names. */
  readonly translation?: Translation;
}

/** Serves a GraphQL API over HTTP: `POST` with JSON, errors of operations with status 200; and its schema as SDL to `GET <api>/schema.graphql`. */
export function graphqlEndpoint<Context extends object>(endpoint: Endpoint<Context>): (event: ApiEvent) => Promise<ApiResult> {
  const { schema, context, report, extensionsOf = appErrorExtensions, translation = noTranslation } = endpoint;
  const { parse, validate } = documents(schema, translation);
  const variablesOf = ({ document, variableValues }: ExecutionArgs) => variableValues && translation.variables(document, variableValues);
  const handle = createHandler<ApiEvent, Context | undefined, Context & Record<PropertyKey, unknown>>({
    schema,
    parseRequestParams: requestParameters,
    parse: (source) => parse(typeof source === 'string' ? source : source.body),
    validate: (_, document) => validate(document),
    context: async (request) => (request.context ?? (await context(request.raw))) as Context & Record<PropertyKey, unknown>,
    execute: async (request) => {
      endpoint.requireAllowed?.(request.contextValue as Context, request.document);
      if (introspects(request.document)) {
        if (!(await endpoint.mayIntrospect(request.contextValue as Context))) return { data: null, errors: [introspectionRefused()] };
        await endpoint.describe?.();
      }
      return execute({ ...request, variableValues: variablesOf(request), hideSuggestions: true });
    },
    formatError: (error) => presentError(error, report, extensionsOf),
  });
  return async (event) => {
    try {
      if (event.requestContext.http.method === 'GET' && event.requestContext.http.path.endsWith(schemaFile))
        return await sdlFor(event, endpoint);
      const { known, ...read } = await received(event, endpoint);
      if ('problem' in read) return refusedBody(read, extensionsOf);
      const { method, path } = event.requestContext.http;
      const response = await handle({ method, url: path, headers: event.headers, body: read.body, raw: event, context: known });
      const result = resultOf(response, endpoint.headers);
      return (await fittingAnswer(event, result)) ?? { ...result, body: bodyOfRefusal(answerTooLarge(), extensionsOf) };
    } catch (error) {
      return refusedRequest(error instanceof Error ? error : new Error(String(error)), report, extensionsOf);
    }
  };
}

/** The path of the schema ends with it. */
const schemaFile = '/schema.graphql';

/** Answers the schema to those who may ask for it. Throws what authentication throws, and InsufficientScopes. */
async function sdlFor<Context>(event: ApiEvent, endpoint: Endpoint<Context>): Promise<ApiResult> {
  if (!(await endpoint.mayIntrospect(await endpoint.context(event)))) throw schemaRefused();
  await endpoint.describe?.();
  const { printedSchema } = await import('./printed-schema.ts');
  const headers = { 'content-type': 'application/graphql; charset=utf-8', 'cache-control': 'no-store' };
  return { statusCode: 200, headers, body: printedSchema(endpoint.schema) };
}

/** Reads the body: a small one at once, a larger or packed one of a sender who is known by then. Throws what authentication throws. */
async function received<Context>(
  event: ApiEvent,
  { context, maxKnownBodyBytes }: Pick<Endpoint<Context>, 'context' | 'maxKnownBodyBytes'>,
): Promise<RequestBody & { readonly known?: Context }> {
  const small = codingOf(event) === undefined ? await requestBody(event, maxBodyBytes) : undefined;
  if (small && 'body' in small) return small;
  if (maxKnownBodyBytes === undefined) return small ?? { status: 415, problem: 'the request body must not be packed' };
  const known = await context(event);
  return { ...(await requestBody(event, maxKnownBodyBytes)), known };
}

const schemaRefused = (): AppError =>
  new AppError('InsufficientScopes', 'insufficient scopes provided: introspection is for administrators');

const introspectionRefused = (): GraphQLError => {
  const originalError = schemaRefused();
  return new GraphQLError(originalError.message, { originalError });
};

const statuses: Partial<Record<ErrorKind, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  limited: 429,
  unavailable: 503,
  internal: 500,
};

const jsonType = { 'content-type': 'application/json; charset=utf-8' };

const resultOf = ([body, { status, headers = {} }]: Response, added: Readonly<Record<string, string>> = {}): ApiResult => ({
  statusCode: status,
  headers: { ...headers, ...added },
  body: body ?? '',
});

/**
 * Answers a refused caller with the status that existing clients know: 401 without a valid credential, 400 for a wrong tenant; 429 and 503 may
 * be repeated.
 */
function refusedRequest(error: Error, report: Report, extensionsOf: typeof appErrorExtensions): ApiResult {
  const statusCode = error instanceof AppError ? (statuses[error.kind] ?? 400) : 500;
  if (statusCode === 503) report('request refused', { errorId: randomUUID(), error });
  const errors = [presentError(error, report, extensionsOf)];
  const headers = { ...jsonType, ...(error instanceof AppError && retryAfterOf(error)) };
  return { statusCode, headers, body: JSON.stringify({ errors, data: null }) };
}

function refusedBody({ status, problem }: Exclude<RequestBody, { body: string }>, extensionsOf: typeof appErrorExtensions): ApiResult {
  // Names what would be taken (RFC 9110, 15.5.16).
  const headers = status === 415 ? { ...jsonType, 'accept-encoding': acceptedRequestCoding } : jsonType;
  return { statusCode: status, headers, body: bodyOfRefusal(new AppError('BadRequest', problem), extensionsOf) };
}

const bodyOfRefusal = (error: AppError, extensionsOf: typeof appErrorExtensions): string =>
  JSON.stringify({ errors: [{ message: error.message, extensions: extensionsOf(error) }], data: null });
