import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type { TLSSocket } from 'node:tls';
import { buildSchema, type ExecutionResult, GraphQLError, graphql } from 'graphql';
import { z } from 'zod';
import { connectorResolvers } from './agent-control-plane-connector.ts';
import { directorResolvers } from './agent-control-plane-director.ts';
import type { ControlPlaneState, SeenRequest } from './agent-control-plane-state.ts';
import { testCertificateAuthority, validFor } from './test-certificate-authority.ts';
import { type TestHttpsServer, testHttpsServer } from './test-https-server.ts';

export interface AgentControlPlane {
  readonly state: ControlPlaneState;
  readonly connectorUrl: string;
  readonly caFile: string;
  readonly requests: SeenRequest[];
  newToken(): string;
  /** How often an operation was asked for. */
  count(operation: string): number;
  close(): Promise<void>;
}

const schemaOf = async (name: string) =>
  buildSchema(await readFile(new URL(`../../functions/${name}/schema.graphql`, import.meta.url), 'utf8'));
const schemas = { connector: await schemaOf('connector'), director: await schemaOf('director') };
const operations = ['signCertificateSigningRequest', 'configuration', 'setRuntimeLabel', 'applicationsForRuntime', 'application'];
const bodySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

/** A control plane over real TLS with real certificates, as an agent sees it: token endpoint, certificate-secured Connector and Director. */
export async function agentControlPlane(caFile: string): Promise<AgentControlPlane> {
  const authority = await testCertificateAuthority();
  await writeFile(caFile, authority.certificate);
  const state = initialState();
  const requests: SeenRequest[] = [];
  const connector = connectorResolvers(state, authority, () => secured.url);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (state.away) return void request.socket.destroy();
    const { query, variables } = bodySchema.parse(await json(request));
    const seen = seenRequest(request, query, variables ?? {}, state);
    requests.push(seen);
    const result = state.fails(seen) ? internalError() : await execute(query, seen);
    if (state.losesAnswer(seen)) return void request.socket.destroy();
    const headers = state.pollAfter === undefined ? {} : { 'compass-poll-after': state.pollAfter };
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(result));
  }

  function execute(source: string, seen: SeenRequest): Promise<ExecutionResult> {
    const rootValue = { ...connector.resolversFor(seen), ...directorResolvers(state, seen) };
    const schema = seen.endpoint === 'director' ? schemas.director : schemas.connector;
    return graphql({ schema, source, variableValues: seen.variables, rootValue });
  }

  const open: TestHttpsServer = await testHttpsServer(await authority.serverIdentity(), undefined, answer);
  const secured: TestHttpsServer = await testHttpsServer(await authority.serverIdentity(), authority.certificate, answer);
  return {
    state,
    connectorUrl: `${open.url}/token/graphql`,
    caFile,
    requests,
    newToken: () => connector.issueToken('configuration'),
    count: (operation) => requests.filter((request) => request.operation === operation).length,
    close: async () => {
      await Promise.all([open.close(), secured.close()]);
    },
  };
}

function initialState(): ControlPlaneState {
  return {
    runtimeId: randomUUID(),
    tenant: randomUUID(),
    authId: randomUUID(),
    applications: [],
    pageSize: 200,
    labels: { runtime_eventServiceUrl: 'https://gateway.kyma.local', runtime_consoleUrl: 'https://console.kyma.local' },
    validity: validFor(7),
    pollAfter: undefined,
    away: false,
    revoked: false,
    directorPath: '/director/graphql',
    losesAnswer: () => false,
    fails: () => false,
  };
}

function seenRequest(request: IncomingMessage, query: string, variables: Record<string, unknown>, state: ControlPlaneState): SeenRequest {
  const certificate = (request.socket as TLSSocket).getPeerX509Certificate?.();
  return {
    endpoint: request.url?.startsWith('/token') ? 'token' : request.url === state.directorPath ? 'director' : 'connector',
    operation: operations.find((name) => new RegExp(`\\b${name}\\b`).test(query)) ?? 'unknown',
    headers: request.headers,
    variables,
    clientKey: certificate?.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function internalError(): ExecutionResult {
  return { errors: [new GraphQLError('Internal Server Error', { extensions: { error_code: 10, error: 'InternalError' } })], data: null };
}
