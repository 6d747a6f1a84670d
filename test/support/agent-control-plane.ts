import { createHash, randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';
import { type ExecutionResult, GraphQLError, graphql } from 'graphql';
import * as z from 'zod';
import { runtimeConfigurationQuery } from '#agent/control-plane/director-documents.ts';
import { connectorResolvers, type Lineages } from './agent-control-plane-connector.ts';
import { directorResolvers } from './agent-control-plane-director.ts';
import { type ControlPlaneState, mayCall, type SeenRequest } from './agent-control-plane-state.ts';
import { apiSchemas } from './api-schemas.ts';
import { testCertificateAuthority, validFor } from './test-certificate-authority.ts';
import { type TestHttpsServer, testHttpsServer } from './test-https-server.ts';

export interface AgentControlPlane {
  readonly state: ControlPlaneState;
  readonly connectorUrl: string;
  readonly caFile: string;
  readonly requests: SeenRequest[];
  readonly lineages: Lineages;
  newToken(): string;
  /** Number of requests for an operation. */
  count(operation: string): number;
  /** Opens another address of the same control plane for clients with a certificate. */
  openAnother(): Promise<TestHttpsServer>;
  /** The address that was there from the start. */
  readonly secured: TestHttpsServer;
  close(): Promise<void>;
}

const operations = ['signCertificateSigningRequest', 'configuration', 'setRuntimeLabel', 'applicationsForRuntime', 'application'];
/** The fields of a conditional read: beside those of the Agents' query, the reason why an Application is withheld. */
const readQuery = runtimeConfigurationQuery.replace('data { id', 'data { error id');
const bodySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** A control plane over real TLS with real certificates, as an agent sees it: token endpoint, certificate-secured Connector and Director. */
export async function agentControlPlane(caFile: string, now = () => new Date()): Promise<AgentControlPlane> {
  const authority = await testCertificateAuthority();
  await writeFile(caFile, authority.certificate);
  const state = initialState(now);
  const requests: SeenRequest[] = [];
  const connector = connectorResolvers(state, authority, () => secured.url);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state.away) return void request.socket.destroy();
    const read = request.method === 'GET';
    const { query, variables } = read ? { query: '', variables: {} } : bodySchema.parse(await json(request));
    const seen = seenRequest(request, query, variables ?? {}, state);
    if (state.losesRequest(seen)) return void request.socket.destroy();
    requests.push(seen);
    if (state.intercepts(seen, response)) return;
    const { status, body, headers = {} } = read ? await configurationRead(request, seen) : await graphqlAnswer(query, seen);
    if (state.losesAnswer(seen)) return void request.socket.destroy();
    if (state.pollAfter !== undefined) response.setHeader('compass-poll-after', state.pollAfter);
    response.setHeader('date', now().toUTCString());
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(state.rewrites(body === undefined ? '' : JSON.stringify(body), seen));
  }

  async function graphqlAnswer(query: string, seen: SeenRequest): Promise<Answer> {
    return { status: 200, body: state.fails(seen) ? internalError(state.failure) : await execute(query, seen) };
  }

  async function configurationRead(request: IncomingMessage, seen: SeenRequest): Promise<Answer> {
    if (state.readsAnswered !== undefined) return { status: state.readsAnswered };
    if (state.fails(seen)) return { status: 500, body: internalError() };
    const path = `/runtimes/${state.runtimeId}/configuration`;
    const { pathname, searchParams } = new URL(request.url ?? '', 'https://plane.example');
    if (pathname !== path) return { status: 404 };
    if (!mayCall(seen, state) || request.headers.tenant !== state.tenant) return { status: 401, body: {} };
    const etag = etagOf(state);
    if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag } };
    const after = searchParams.get('after') ?? undefined;
    const variables = { runtimeId: state.runtimeId, after, withLabels: after === undefined };
    const { data } = await execute(readQuery, { ...seen, variables });
    return { status: 200, body: data, headers: { etag } };
  }

  function execute(source: string, seen: SeenRequest): Promise<ExecutionResult> {
    const rootValue = { ...connector.resolversFor(seen), ...directorResolvers(state, seen) };
    const schema = seen.endpoint === 'director' ? apiSchemas.director : apiSchemas.connector;
    return graphql({ schema, source, variableValues: seen.variables, rootValue });
  }

  const openSecured = async () => testHttpsServer(await authority.serverIdentity(), authority.certificate, answer);
  const open: TestHttpsServer = await testHttpsServer(await authority.serverIdentity(), undefined, answer);
  const secured: TestHttpsServer = await openSecured();
  const others: TestHttpsServer[] = [];
  return {
    state,
    connectorUrl: `${open.url}/token/graphql`,
    caFile,
    requests,
    lineages: connector.lineages,
    newToken: () => connector.issueToken('configuration'),
    count: (operation) => requests.filter((request) => request.operation === operation).length,
    async openAnother() {
      const other = await openSecured();
      others.push(other);
      return other;
    },
    secured,
    close: async () => {
      await Promise.all([open, secured, ...others].map((server) => server.close()));
    },
  };
}

function initialState(now: () => Date): ControlPlaneState {
  return {
    runtimeId: randomUUID(),
    tenant: randomUUID(),
    authId: randomUUID(),
    now,
    applications: [],
    pageSize: 200,
    labels: {},
    validity: validFor(7),
    pollAfter: undefined,
    readsAnswered: undefined,
    away: false,
    revoked: false,
    directorPath: '/director/graphql',
    subject: undefined,
    certificateName: undefined,
    named: undefined,
    chain: (chain) => chain,
    losesRequest: () => false,
    losesAnswer: () => false,
    intercepts: () => false,
    rewrites: (body) => body,
    fails: () => false,
    failure: undefined,
  };
}

function seenRequest(request: IncomingMessage, query: string, variables: Record<string, unknown>, state: ControlPlaneState): SeenRequest {
  const certificate = (request.socket as TLSSocket).getPeerX509Certificate?.();
  const read = request.method === 'GET';
  const director = read || request.url === state.directorPath;
  return {
    endpoint: request.url?.startsWith('/token') ? 'token' : director ? 'director' : 'connector',
    method: request.method ?? '',
    operation: read ? 'applicationsForRuntime' : (operations.find((name) => new RegExp(`\\b${name}\\b`).test(query)) ?? 'unknown'),
    host: request.headers.host ?? '',
    headers: request.headers,
    variables: read ? Object.fromEntries(new URL(request.url ?? '', 'https://plane.example').searchParams) : variables,
    clientKey: certificate?.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    certificateEnd: certificate?.validToDate,
    at: state.now(),
  };
}

function etagOf({ applications, labels }: ControlPlaneState): string {
  return `"${createHash('sha256')
    .update(JSON.stringify([applications, labels]))
    .digest('hex')}"`;
}

function internalError(message = 'Internal Server Error'): ExecutionResult {
  return { errors: [new GraphQLError(message, { extensions: { error_code: 10, error: 'InternalError' } })], data: null };
}
