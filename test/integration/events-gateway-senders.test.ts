import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ownerUri } from '#shared/certificates/certificate-identity.ts';
import { epochSeconds, hours, later, minutes, seconds } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { aClientCertificate, aRoot } from '#test/support/client-certificates.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { subjectOf } from '#test/support/csr-builder.ts';
import { startEventsGateway } from '#test/support/events-gateway-world.ts';

let connector: ConnectorWorld;
let shop: Awaited<ReturnType<ConnectorWorld['pair']>>;
let gateway: Awaited<ReturnType<typeof startEventsGateway>>;

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());
beforeEach(async () => {
  shop = await connector.pair('application');
  gateway = await startEventsGateway(connector, shop.owner.tenant);
  gateway.world.view.set(shop.owner.id, 'shop');
  return () => gateway.stop();
});

const revoke = async ({ certificate }: typeof shop) => {
  const { error } = await connector.call('mutation { result: revokeCertificate }', { certificate });
  if (error) throw new Error(error);
};

describe('the certificate of an Application', () => {
  it('lets it send under its own name, and no other', async () => {
    const { certificate } = shop;
    gateway.world.view.set(randomUUID(), 'billing');
    expect(await gateway.sendEvent('shop', { certificate })).toBe(204);
    expect(await gateway.sendEvent('billing', { certificate })).toBe('403 EventSenderRefused');
    expect(await gateway.sendEvent('unknown', { certificate })).toBe('403 EventSenderRefused');
    expect(gateway.world.stored.map(({ source }) => source)).toEqual(['shop']);
  });

  it('lets it in no more once the Agent has removed it from the view', async () => {
    const { certificate } = shop;
    expect(await gateway.sendEvent('shop', { certificate })).toBe(204);
    gateway.world.view.clear();
    expect(await gateway.sendEvent('shop', { certificate })).toBe('403 EventSenderRefused');
  });

  it('counts for nothing a minute after it was revoked', async () => {
    const { certificate } = shop;
    expect(await gateway.sendEvent('shop', { certificate })).toBe(204);
    await revoke(shop);
    connector.pass(minutes(1));
    expect(await gateway.sendEvent('shop', { certificate })).toBe('401 CertificateInvalid');
  });

  it('counts for nothing at once where it was revoked before', async () => {
    await revoke(shop);
    expect(await gateway.sendEvent('shop', { certificate: shop.certificate })).toBe('401 CertificateInvalid');
  });

  it('counts for nothing if the authority never recorded it, or is another', async () => {
    const { owner, authId } = shop;
    const wish = { name: subjectOf(authId), uris: [ownerUri(owner)] };
    const forged = await aClientCertificate(connector.root, wish);
    const foreign = await aClientCertificate(await aRoot(), wish);
    expect(await gateway.sendEvent('shop', { certificate: forged })).toBe('401 CertificateInvalid');
    expect(await gateway.sendEvent('shop', { certificate: foreign })).toBe('401 CertificateInvalid');
  });

  it('is taken from the handshake only, not from headers', async () => {
    const pem = encodeURIComponent(shop.certificate);
    const headers = { 'content-type': 'application/cloudevents+json', 'x-forwarded-client-cert': pem, 'ssl-client-cert': pem };
    expect(await gateway.send('shop', { headers, body: {} })).toMatchObject({ status: 401, body: { type: 'Unauthorized' } });
  });

  it('is looked up once a minute', async () => {
    const { certificate } = shop;
    const [before] = [gateway.world.calls];
    await Promise.all([1, 2, 3].map(() => gateway.sendEvent('shop', { certificate })));
    expect(gateway.world.calls - before).toBe(1);
    connector.pass(minutes(1));
    await gateway.sendEvent('shop', { certificate });
    expect(gateway.world.calls - before).toBe(2);
  });

  it('counts for a quarter of an hour while the control plane does not answer, and is unknown to it without an earlier answer', async () => {
    const { certificate } = shop;
    await gateway.sendEvent('shop', { certificate });
    gateway.world.isAway = true;
    connector.pass(minutes(14));
    expect(await gateway.sendEvent('shop', { certificate })).toBe(204);
    connector.pass(minutes(1));
    const answer = await gateway.send('shop', { certificate, body: {} });
    expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { type: 'ControlPlaneUnavailable' } });
    gateway.world.isAway = false;
    expect(await gateway.sendEvent('shop', { certificate })).toBe(204);
  });
});

describe('the certificate of another', () => {
  it('is refused if it is of a Runtime, also the one whose gateway it is', async () => {
    const { certificate, owner } = await connector.pair('runtime');
    gateway.world.view.set(owner.id, 'runtime');
    expect(await gateway.sendEvent('runtime', { certificate })).toBe('403 EventSenderRefused');
    expect(await gateway.sendEvent('shop', { certificate })).toBe('403 EventSenderRefused');
  });

  it('is refused if it is of an Application of another tenant', async () => {
    const { certificate, owner } = await connector.pair('application');
    gateway.world.view.set(owner.id, 'stranger');
    expect(await gateway.sendEvent('stranger', { certificate })).toBe('403 EventSenderRefused');
  });
});

describe('the access token of an OAuth client', () => {
  const clientOf = (given: Partial<{ id: string; type: 'APPLICATION' | 'RUNTIME'; tenant: string }> = {}) => {
    const clientId = randomUUID();
    gateway.world.viewers.set(clientId, { id: shop.owner.id, type: 'APPLICATION', tenant: shop.owner.tenant, ...given });
    return clientId;
  };
  const tokenOf = (clientId: string, claims = {}) =>
    gateway.issuer.accessToken(clientId, 'compass/application:read', {
      exp: epochSeconds(later(connector.deps.clock(), hours(24))),
      ...claims,
    });

  it('lets its Application send under its own name', async () => {
    const token = await tokenOf(clientOf());
    expect(await gateway.sendEvent('shop', { token })).toBe(204);
    expect(await gateway.sendEvent('other', { token })).toBe('403 EventSenderRefused');
  });

  it('counts for nothing a minute after its System Auth was deleted', async () => {
    const clientId = clientOf();
    const token = await tokenOf(clientId);
    expect(await gateway.sendEvent('shop', { token })).toBe(204);
    gateway.world.viewers.delete(clientId);
    connector.pass(minutes(1));
    expect(await gateway.sendEvent('shop', { token })).toBe('401 Unauthorized');
  });

  it('counts for nothing after its end, though its client was accepted a moment ago', async () => {
    const token = await tokenOf(clientOf(), { exp: epochSeconds(later(connector.deps.clock(), seconds(30))) });
    expect(await gateway.sendEvent('shop', { token })).toBe(204);
    connector.pass(seconds(31));
    expect(await gateway.sendEvent('shop', { token })).toBe('401 Unauthorized');
  });

  it('is refused if it is of a Runtime, of another tenant, or of an Application out of view', async () => {
    for (const given of [{ type: 'RUNTIME' as const }, { tenant: tenantId(randomUUID()) }, { id: randomUUID() }]) {
      expect(await gateway.sendEvent('shop', { token: await tokenOf(clientOf(given)) })).toBe('403 EventSenderRefused');
    }
  });

  it('is refused, without a question to the control plane, if another issuer signed it or it is no access token', async () => {
    const { calls } = gateway.world;
    const id = await tokenOf(clientOf(), { token_use: 'id' });
    const ofUser = await gateway.issuer.sign({
      sub: 'ann',
      token_use: 'access',
      exp: epochSeconds(later(connector.deps.clock(), hours(1))),
    });
    const [header, payload, signature = ''] = (await tokenOf(clientOf())).split('.');
    const altered = [header, payload, `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`].join('.');
    for (const token of [id, ofUser, altered, 'none', '']) {
      expect(await gateway.sendEvent('shop', { token })).toBe('401 Unauthorized');
    }
    expect(gateway.world.calls).toBe(calls);
  });
});

describe('an answer of the control plane that the gateway does not understand', () => {
  it('lets no sender in', async () => {
    gateway.world.viewers.set('odd', { id: 7 as unknown as string, type: 'APPLICATION', tenant: shop.owner.tenant });
    const token = await gateway.issuer.accessToken('odd', '', { exp: epochSeconds(later(connector.deps.clock(), hours(1))) });
    expect(await gateway.sendEvent('shop', { token })).toBe('503 ControlPlaneUnavailable');
  });
});
