import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWTPayload } from 'jose';
import { expect } from 'vitest';
import { contextOf, mayIntrospect } from '#functions/connector/authentication.ts';
import { legacyEndpoint } from '#functions/connector/compat/legacy-endpoint.ts';
import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { resolvers } from '#functions/connector/resolvers.ts';
import { schemaTable } from '#functions/connector/schema.generated.ts';
import { registerApplication } from '#shared/applications/register-application.ts';
import { unregisterApplication } from '#shared/applications/unregister-application.ts';
import { localAuthority } from '#shared/certificates/authorities/local-authority.ts';
import type { OwnerKind, UserActor } from '#shared/core/actor.ts';
import { type Clock, days, epochSeconds, hours, later, minutes } from '#shared/core/clock.ts';
import type { JsonObject } from '#shared/core/json.ts';
import { type TenantId, tenantId } from '#shared/core/tenant-id.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';
import { userAuthentication } from '#shared/lambda/user-authentication.ts';
import { logger } from '#shared/observability/logger.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { reissueOneTimeToken } from '#shared/pairing/reissue-one-time-token.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import type { SystemAuthRepository } from '#shared/pairing/system-auth-repository.ts';
import { registerRuntime } from '#shared/runtimes/register-runtime.ts';
import { admissionOf } from '#shared/table/admission/configured-admission.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { anApiEvent } from './api-event.ts';
import { aRoot, listUrl, type TestRoot } from './client-certificates.ts';
import { startIssuer, type TestIssuer } from './client-issuer.ts';
import type { Data, WireError } from './clients.ts';
import { aCsr, csrPolicy, type KeyKind, subjectOf } from './csr-builder.ts';
import { everyItem } from './director-world.ts';
import { type Dynamo, startDynamo } from './engines.ts';
import { noTextBucket } from './text-bucket.ts';

export interface Answer {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly WireError[];
  /** `<code>: <message>` of the first error. */
  readonly error: string | undefined;
}

interface Request {
  readonly token?: string;
  readonly certificate?: string;
  /** Claims of a user's bearer token, beside issuer, audience and subject. */
  readonly user?: JWTPayload;
  readonly headers?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly variables?: object;
}

export const configurationQuery =
  '{ result: configuration() { token { token } certificateSigningRequestInfo { subject keyAlgorithm } managementPlaneInfo { directorURL certificateSecuredConnectorURL } } }';
export const signMutation =
  'mutation ($csr: String!) { result: signCertificateSigningRequest(csr: $csr) { certificateChain caCertificate clientCertificate } }';

export const tokenInvalid =
  'TokenInvalid: Failed to authenticate request. Token authentication error: the one-time token is unknown, used or expired';

/** The Connector's real resolvers on a real table and a real authority, with a clock that tests move. */
export async function startConnector(kind: KeyKind = 'P-256', given?: Dynamo) {
  const [dynamo, root, issuer] = [given ?? (await startDynamo()), await aRoot(kind), await startIssuer()];
  const folder = await mkdtemp(join(tmpdir(), 'compass-ca-'));
  const file = join(folder, 'authority.pem');
  await writeFile(file, root.file, { mode: 0o600 });
  return {
    ...connectorWorld(dynamo, root, file, issuer),
    stop: async () => {
      issuer.stop();
      await dynamo.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export type ConnectorWorld = Awaited<ReturnType<typeof startConnector>>;

function connectorWorld(dynamo: Dynamo, root: TestRoot, file: string, { issuer, sign: signToken }: TestIssuer) {
  let now = new Date();
  const clock: Clock = () => now;
  const counted = countingCalls(dynamoSystemAuths(dynamo.table));
  const [applications, runtimes] = [dynamoApplications(dynamo.table), dynamoRuntimes(dynamo.table)];
  const formations = dynamoFormations(dynamo.table);
  const labelDefinitions = dynamoLabelDefinitions(dynamo.table);
  const sealer = { seal: async (_: string, text: string) => text, open: async (_: string, text: string) => text };
  const deps: ConnectorDeps = {
    log: logger('connector'),
    clock,
    auths: counted.auths,
    applications,
    runtimes,
    formations,
    anchors: { certificates: async () => [root.anchor] },
    authority: localAuthority(file, listUrl),
    admit: admissionOf({ TENANT_REQUESTS_PER_SECOND: 200 }, dynamo.table, { clock, log: logger('connector') }),
    authenticateUser: userAuthentication({ issuer, audience: 'compass', groupsClaim: 'cognito:groups', resourceServer: 'compass' }, clock),
    lifetimes: { application: minutes(5), runtime: minutes(60) },
    validity: { application: days(90), runtime: days(7) },
    csrPolicy,
    pollAfterSeconds: 60,
    publicUrl: 'https://compass.test',
    mtlsUrl: 'https://mtls.test',
    urls: { directorURL: 'https://mtls.test/director/graphql', certificateSecuredConnectorURL: 'https://mtls.test/connector/graphql' },
  };

  const endpoint = (given: ConnectorDeps) =>
    graphqlEndpoint({
      schema: executableSchema(schemaOf(schemaTable), resolvers),
      context: async (event) => contextOf(event, given),
      mayIntrospect,
      report: (_, { error }) => unexpected.push(error),
    });
  const usual = endpoint(deps);

  const call = async (query: string, request: Request = {}, replaced?: Partial<ConnectorDeps>): Promise<Answer> => {
    const { token, user, variables } = request;
    const bearer = user && (await signToken({ aud: 'compass', sub: 'ann', exp: epochSeconds(later(now, hours(1))), ...user }));
    const headers = {
      ...(token && { 'Connector-Token': token }),
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...request.headers,
    };
    const serve = replaced ? endpoint({ ...deps, ...replaced }) : usual;
    const { statusCode = 0, body = '' } = await serve(anApiEvent({ ...request, headers, body: { query, variables } }));
    const { data, errors = [] } = JSON.parse(body);
    const [first] = errors as WireError[];
    return { status: statusCode, data: data ?? {}, errors, error: first && `${first.extensions?.error}: ${first.message}` };
  };
  const unexpected: Error[] = [];

  const serveLegacy = legacyEndpoint(
    deps,
    (_, { error }) => unexpected.push(error),
    ({ routeKey }) => expect.fail(`nothing serves ${routeKey}`),
  );

  /** A request as Applications older than the GraphQL APIs send it. */
  const legacy = async (route: string, { token, ...request }: { token?: string; certificate?: string; body?: object } = {}) => {
    const event = anApiEvent({ ...request, route, query: token === undefined ? undefined : { token } });
    const { statusCode, headers, body } = await serveLegacy(event);
    return { status: statusCode, headers, body: body === undefined ? undefined : JSON.parse(body) };
  };

  const configuration = (token: string, request: Request = {}) => call(configurationQuery, { token, ...request });
  const sign = (token: string, csr: string, replaced?: Partial<ConnectorDeps>) =>
    call(signMutation, { token, variables: { csr } }, replaced);

  const register = async (ownerKind: OwnerKind, tenant: TenantId = tenantId(randomUUID()), labels: JsonObject = {}) => {
    const actor: UserActor = { kind: 'user', id: 'admin', tenant, scopes: new Set() };
    const name = `one-${randomUUID()}`;
    const { id } =
      ownerKind === 'application'
        ? (
            await registerApplication({ name, labels }, actor, {
              applications,
              formations,
              labelDefinitions,
              textObjects: noTextBucket,
              sealer,
              limits: dynamo.table.limits,
              clock,
            })
          ).application
        : await registerRuntime({ name, labels }, actor, { runtimes, formations, labelDefinitions, clock });
    return { tenant, kind: ownerKind, id } as const;
  };

  /** A registered owner with a fresh token. */
  const invite = async (ownerKind: OwnerKind = 'application', owner?: Awaited<ReturnType<typeof register>>, keyThumbprint?: string) => {
    const issuing = { ...deps, auths: dynamoSystemAuths(dynamo.table) };
    const invited = owner ?? (await register(ownerKind));
    return { owner: invited, ...(await issueOneTimeToken(invited, { kind: 'user', id: 'admin' }, issuing, { keyThumbprint })) };
  };

  /** A further token of an administrator's for a System Auth that is there. */
  const reinvite = ({ owner, authId }: { owner: Owner; authId: string }) => reissueOneTimeToken(owner, authId, 'user/admin', deps);

  /** Certificate and key of an owner that went through the whole exchange. */
  const pair = async (ownerKind: OwnerKind = 'application', keyKind: KeyKind = 'P-256') => complete(await invite(ownerKind), keyKind);

  /** A further pairing of an owner, completed as well. */
  const pairAgain = async ({ owner }: { owner: Awaited<ReturnType<typeof register>> }) =>
    complete(await invite(owner.kind, owner), 'P-256');

  const complete = async ({ owner, authId, token }: Awaited<ReturnType<typeof invite>>, keyKind: KeyKind) => {
    const csr = await aCsr({ name: subjectOf(authId), kind: keyKind });
    const { data, error } = await sign(token, csr.encoded);
    if (error) throw new Error(error);
    return { owner, authId, token, csr, certificate: decode(data.result.clientCertificate), answer: data.result };
  };

  return {
    deps,
    root,
    call,
    legacy,
    configuration,
    sign,
    register,
    invite,
    reinvite,
    pair,
    pairAgain,
    /** Errors that callers see masked. */
    unexpected,
    calls: counted.calls,
    unregister: ({ tenant, id }: { tenant: TenantId; id: string }) =>
      unregisterApplication(id, { kind: 'user', id: 'admin', tenant, scopes: new Set() } as UserActor, { applications }),
    pass: (milliseconds: number) => {
      now = later(now, milliseconds);
    },
    /** Everything in the table, as text. */
    stored: async () => JSON.stringify(await everyItem(dynamo)),
  };
}

export const decode = (encoded: string): string => Buffer.from(encoded, 'base64').toString();

/** The repository, with the names of the methods that were called. */
function countingCalls(real: SystemAuthRepository) {
  const calls: string[] = [];
  const auths = new Proxy(real, {
    get: (target, name: keyof SystemAuthRepository) => {
      const method = target[name] as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        calls.push(name);
        return method(...given);
      };
    },
  });
  return { auths, calls };
}
