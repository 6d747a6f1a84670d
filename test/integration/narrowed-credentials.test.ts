import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { consumerScopes } from '#shared/authorization/scopes.ts';
import { authenticateCertificate } from '#shared/certificates/authenticate-certificate.ts';
import { authenticateClient } from '#shared/consumers/authenticate-client.ts';
import { type LocalClients, localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import type { Actor } from '#shared/core/actor.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { type ConnectorWorld, decode, startConnector } from '#test/support/connector-world.ts';
import { aCsr, subjectOf } from '#test/support/csr-builder.ts';
import {
  anIntegrationSystem,
  aSystem,
  aTenant,
  aUser,
  type Caller,
  type DirectorWorld,
  directorWorld,
} from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let connector: ConnectorWorld;
let folder: string;
let registrar: LocalClients;
let world: DirectorWorld;
let tenant: TenantId;
let own: Subjects;

beforeAll(async () => {
  dynamo = await startDynamo();
  connector = await startConnector('P-256', dynamo);
});
afterAll(() => connector.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-clients-'));
  registrar = localRegistrar(folder);
  world = directorWorld(dynamo, { registrar });
  tenant = aTenant();
  own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  return () => rm(folder, { recursive: true });
});

const narrowed = <A extends Actor>(actor: A, ...scopes: string[]): A => ({ ...actor, scopes: new Set(scopes) });
const everyScope = [...new Set(Object.values(consumerScopes).flat())];

const idOf = { Application: () => own.application, Runtime: () => own.runtime, IntegrationSystem: () => own.integrationSystem };
const askForClient = (kind: keyof typeof idOf, caller: Caller) =>
  caller.ask(`mutation { result: requestClientCredentialsFor${kind}(id: "${idOf[kind]()}") {
    id auth { credential { ... on OAuthCredentialData { clientId clientSecret } } } } }`);

/** Makes a client; returns the scopes that the identity provider registered, and the actor of a token that names every scope. */
async function clientOf(kind: keyof typeof idOf, caller: Actor) {
  const { data, errors } = await askForClient(kind, world.as(caller));
  expect(errors).toEqual([]);
  const { clientId, clientSecret } = data.result.auth.credential;
  const { actor } = await authenticateClient(clientId, everyScope, { clients: dynamoOAuthClients(dynamo.table), auths: world.deps.auths });
  return { registered: await registrar.authenticate(clientId, clientSecret), actor };
}

describe('an OAuth client', () => {
  it('has no scope that the token lacked with which an Application made it, nor have those that it makes', async () => {
    const application = narrowed(aSystem('application', own.application, tenant, own.applicationAuth), 'application:write');
    const first = await clientOf('Application', application);
    expect(first).toMatchObject({ registered: ['application:write'], actor: { scopes: new Set(['application:write']) } });
    const second = await clientOf('Application', first.actor);
    expect(second).toMatchObject({ registered: ['application:write'], actor: { scopes: new Set(['application:write']) } });
  });

  it('has all scopes of its kind when its maker has them', async () => {
    for (const caller of [
      aUser(tenant),
      aSystem('application', own.application, tenant, own.applicationAuth),
      anIntegrationSystem(tenant),
    ]) {
      const { registered, actor } = await clientOf('Application', caller);
      expect(registered).toEqual(consumerScopes.application);
      expect(actor.scopes).toEqual(new Set(consumerScopes.application));
    }
  });

  it('lets no integration system see credentials of a Runtime by a client that it makes for the Runtime', async () => {
    const { actor } = await clientOf('Runtime', anIntegrationSystem(tenant));
    expect(actor.scopes).toEqual(new Set(consumerScopes.runtime.filter((scope) => scope !== 'runtime.auths:read')));
  });

  it('is not made for a caller who holds none of its scopes, and has those that a user holds', async () => {
    const user = (...scopes: string[]) => narrowed(aUser(tenant), 'integration_system:write', ...scopes);
    const before = await readdir(folder);
    const { errors } = await askForClient('IntegrationSystem', world.as(user('tenant:write')));
    expect(errors).toMatchObject([{ extensions: { error: 'InsufficientScopes' } }]);
    expect(await readdir(folder)).toEqual(before);
    expect((await clientOf('IntegrationSystem', user('runtime:read', 'tenant:read'))).actor.scopes).toEqual(new Set(['runtime:read']));
  });
});

describe('a certificate', () => {
  const kinds = { application: 'Application', runtime: 'Runtime' } as const;

  /** The actor of a pairing that `caller` asked for, before and after a renewal. */
  async function pairedBy(kind: keyof typeof kinds, caller: Actor): Promise<Actor[]> {
    const { result } = await world.as(caller).do(`mutation {
      result: requestOneTimeTokenFor${kinds[kind]}(id: "${own[kind]}") { token } }`);
    const { data } = await connector.configuration(result.token);
    const { token, certificateSigningRequestInfo } = data.result;
    const csr = await aCsr({ name: subjectOf(certificateSigningRequestInfo.subject.split('CN=')[1]) });
    const first = decode((await connector.sign(token.token, csr.encoded)).data.result.clientCertificate);
    const next = await aCsr({ name: subjectOf(certificateSigningRequestInfo.subject.split('CN=')[1]) });
    const renewed = await connector.call(
      'mutation ($csr: String!) { result: signCertificateSigningRequest(csr: $csr) { clientCertificate } }',
      {
        certificate: first,
        variables: { csr: next.encoded },
      },
    );
    const certificates = [first, decode(renewed.data.result.clientCertificate)];
    const holders = await Promise.all(certificates.map((certificate) => authenticateCertificate(certificate, connector.deps)));
    return holders.map(({ actor }) => actor);
  }

  it.each(['application', 'runtime'] as const)('of an %s that asked for its token itself has the scopes it asked with', async (kind) => {
    const one = aSystem(kind, own[kind], tenant, own[`${kind}Auth`]);
    for (const { scopes } of await pairedBy(kind, narrowed(one, `${kind}:write`))) expect(scopes).toEqual(new Set([`${kind}:write`]));
    for (const { scopes } of await pairedBy(kind, one)) expect(scopes).toEqual(new Set(consumerScopes[kind]));
  });

  it('has all scopes of its kind when an administrator or an integration system asked for the token, as provisioners with two scopes do', async () => {
    for (const caller of [aUser(tenant), anIntegrationSystem(tenant)]) {
      const [actor] = await pairedBy('runtime', narrowed(caller, 'runtime:read', 'runtime:write'));
      expect(actor?.scopes).toEqual(new Set(consumerScopes.runtime));
    }
  });
});
