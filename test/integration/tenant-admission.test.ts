import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contextOf } from '#functions/director/authentication.ts';
import type { Context } from '#functions/director/context.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import { resolvers } from '#functions/director/resolvers.ts';
import { schemaTable } from '#functions/director/schema.generated.ts';
import { contextOf as provisionerContext } from '#functions/provisioner/authentication.ts';
import { provisionerErrorExtensions } from '#functions/provisioner/compat/error-numbers.ts';
import type { ProvisionerDeps } from '#functions/provisioner/deps.ts';
import { periodSeconds } from '#shared/admission/tenant-admission.ts';
import { AppError } from '#shared/core/errors.ts';
import { type TenantId, tenantId } from '#shared/core/tenant-id.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { admissionOf } from '#shared/table/admission/configured-admission.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { type ConfigurationWorld, configurationWorld } from '#test/support/configuration-world.ts';
import { aTenant, aUser } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

/** The period of every test: the clock stands still. */
const now = new Date('2026-01-01T00:00:05Z');
const leftOfPeriod = String(periodSeconds - 5);

let dynamo: Dynamo;
let world: ConfigurationWorld;
let flooding: TenantId;
let quiet: TenantId;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  [flooding, quiet] = [aTenant(), aTenant()];
});

/** An instance of a function that admits so many requests of a tenant in a second. */
const anInstance = (perSecond = 1) =>
  admissionOf({ TENANT_REQUESTS_PER_SECOND: perSecond }, dynamo.table, { clock: () => now, log: world.deps.log });

/** Sends so many requests of the tenant that none is admitted any more. */
async function flood(admit: DirectorDeps['admit']): Promise<void> {
  for (let sent = 0; sent <= periodSeconds; sent += 1) await admit(flooding).catch(() => undefined);
}

/** The Director as the gateway calls it, for a user whose token was verified. */
function director(admit: DirectorDeps['admit']) {
  const deps: DirectorDeps = {
    ...world.deps,
    admit,
    authenticateUser: async ({ headers }) => aUser(tenantId(headers.tenant ?? '')),
  };
  const serve = graphqlEndpoint<Context>({
    schema: executableSchema(schemaOf(schemaTable), resolvers),
    context: (event) => contextOf(event, deps),
    mayIntrospect: () => false,
    report: () => undefined,
  });
  return (tenant: TenantId): Promise<ApiResult> => serve(userRequest(tenant));
}

const userRequest = (tenant: TenantId): ApiEvent =>
  anApiEvent({
    route: 'POST /director/graphql',
    headers: { tenant },
    body: { query: '{ applications(first: 1) { totalCount } }' },
    claims: {},
  });

describe('a tenant that sends more requests than it may', () => {
  it('gets 429 with the seconds to wait from the Director, while another is served', async () => {
    const admit = anInstance();
    const ask = director(admit);
    await flood(admit);
    const refused = await ask(flooding);
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({ 'retry-after': leftOfPeriod });
    const { errors } = JSON.parse(refused.body ?? '');
    expect(errors).toEqual([
      {
        message: `the tenant sends more than 1 requests per second [retryAfterSeconds=${leftOfPeriod}]`,
        extensions: { error: 'TooManyRequests', error_code: 10 },
      },
    ]);
    expect(await ask(quiet)).toMatchObject({ statusCode: 200, body: expect.stringContaining('"totalCount":0') });
  });

  it('gets 429 with the seconds to wait for polls too, and its contact is not recorded', async () => {
    const admit = anInstance();
    await flood(admit);
    const { result } = await world.as(aUser(flooding)).do('mutation { result: registerRuntime(in: { name: "r" }) { id } }');
    const owner = { tenant: flooding, kind: 'runtime', id: String(result.id) } as const;
    const { certificate, authId } = await world.pair(owner);
    const refused = await world.poll('runtime', owner.id, { certificate }, { admit });
    expect(refused).toMatchObject({ status: 429, json: { error: 'TooManyRequests' }, headers: { 'retry-after': leftOfPeriod } });
    expect((await world.deps.auths.find(owner, authId))?.lastSeenAt).toBeUndefined();
  });

  it('is refused by the Provisioner with the number that its clients know', async () => {
    const admit = anInstance();
    await flood(admit);
    const deps = { admit, authenticateUser: async () => aUser(flooding) } as unknown as ProvisionerDeps;
    const error = await provisionerContext(userRequest(flooding), deps).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(AppError);
    expect(provisionerErrorExtensions(error as AppError)).toMatchObject({ error_code: 429, error_reason: 'err_too_many_requests' });
  });

  it('is refused by every instance of every function, since they share the sum', async () => {
    const [first, second] = [anInstance(), anInstance()];
    await flood(first);
    // Ten requests later the second one asks for the sum.
    const outcomes = [];
    for (let sent = 0; sent < 12; sent += 1) {
      outcomes.push(
        await second(flooding).then(
          () => 'admitted',
          () => 'refused',
        ),
      );
    }
    expect(outcomes.slice(0, 9)).toEqual(Array(9).fill('admitted'));
    expect(outcomes.slice(9)).toEqual(['refused', 'refused', 'refused']);
    await second(quiet);
  });
});
