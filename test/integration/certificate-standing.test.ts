import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateStanding } from '#functions/connector/certificate-standing.ts';
import { AppError } from '#shared/core/errors.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const route = 'POST /connector/certificate-standing';

async function standingOf(body: object | undefined, replaced: Partial<ConnectorWorld['deps']> = {}) {
  const serve = certificateStanding(
    { ...connector.deps, ...replaced },
    (_, { error }) => connector.unexpected.push(error),
    async ({ routeKey }) => ({ statusCode: 200, body: JSON.stringify({ other: routeKey }) }),
  );
  const answer = await serve(anApiEvent({ route, ...(body && { body }) }));
  return { status: answer.statusCode, ...JSON.parse(answer.body ?? '{}') };
}

describe('the standing of a client certificate', () => {
  it.each(['application', 'runtime'] as const)('is answered with its owner while it counts: %s', async (kind) => {
    const { certificate, owner } = await connector.pair(kind);
    expect(await standingOf({ certificate })).toEqual({ status: 200, kind, id: owner.id, tenant: owner.tenant });
  });

  it('is refused from the next request on once the certificate is revoked', async () => {
    const { certificate } = await connector.pair();
    await connector.call('mutation { result: revokeCertificate }', { certificate });
    expect(await standingOf({ certificate })).toMatchObject({ status: 401, error: 'CertificateInvalid' });
  });

  it('is refused once the owner is unregistered', async () => {
    const { certificate, owner } = await connector.pair();
    await connector.unregister(owner);
    expect(await standingOf({ certificate })).toMatchObject({ status: 401, error: 'CertificateInvalid' });
  });

  it('is refused for a text that is no certificate', async () => {
    expect(await standingOf({ certificate: 'no PEM' })).toMatchObject({ status: 401, error: 'CertificateInvalid' });
    for (const body of [undefined, {}, { certificate: 7 }, { certificate: 'x'.repeat(20_000) }]) {
      expect(await standingOf(body)).toMatchObject({ status: 400, error: 'BadRequest' });
    }
  });

  it('counts for the rate of the tenant', async () => {
    const { certificate } = await connector.pair();
    const admit = async () => {
      throw new AppError('TooManyRequests', 'too many', { details: { retryAfterSeconds: 7 } });
    };
    expect(await standingOf({ certificate }, { admit })).toMatchObject({ status: 429, error: 'TooManyRequests' });
  });

  it('is not for requests of other routes', async () => {
    const serve = certificateStanding(connector.deps, expect.fail, async ({ routeKey }) => ({ statusCode: 200, body: routeKey }));
    expect((await serve(anApiEvent({ route: 'POST /connector/graphql' }))).body).toBe('POST /connector/graphql');
  });
});
