import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { metadataServices } from '#functions/director/compat/metadata-services.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import { systemClock } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import { newId } from '#shared/core/ids.ts';
import { metadataPaths } from '#shared/pairing/compat/legacy-paths.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { type Answer, answerRecorder, type DescribedAnswers, isTakenWithMoreFields, problemsOf } from '#test/support/described-answers.ts';
import { aSystem, aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

type Described = Readonly<Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: DescribedAnswers }>>>>;

const recorder = answerRecorder();
const tenant = aTenant();
let described: Described;
let dynamo: Dynamo;
let world: DirectorWorld;
let applicationId: string;
beforeAll(async () => {
  const validator = new Validator();
  expect(await validator.validate(parse(readFileSync('docs/api/metadata.openapi.yaml', 'utf8')))).toEqual({ valid: true });
  described = (validator.resolveRefs() as unknown as { readonly paths: Described }).paths;
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  applicationId = (await world.as(aUser(tenant)).do('mutation { a: registerApplication(in: { name: "shop" }) { id } }')).a.id;
});
afterAll(() => dynamo.stop());

const service = {
  provider: 'Shop',
  name: 'orders',
  description: 'Orders of the shop',
  identifier: 'orders-1',
  api: {
    targetUrl: 'https://shop.example.com/orders',
    spec: { openapi: '3.0.0', info: { title: 'Orders', version: '1' }, paths: {} },
    credentials: {
      oauth: {
        url: 'https://shop.example.com/token',
        clientId: 'me',
        clientSecret: 'hidden',
        csrfInfo: { tokenEndpointURL: 'https://shop.example.com/csrf' },
      },
    },
    requestParameters: { headers: { 'X-Shop': ['1'] }, queryParameters: { lang: ['en'] } },
  },
  events: { spec: { asyncapi: '2.0.0', info: { title: 'Orders', version: '1' }, channels: {} } },
  documentation: { displayName: 'Help', description: 'About orders', type: 'guide', docs: [{ title: 'A', type: 'md', source: '# A' }] },
};

/** Maps of texts or lists by any name. */
const maps = ['labels', 'headers', 'queryParameters'];

interface Asked {
  readonly id?: string;
  readonly body?: object;
  /** The Application in the path. */
  readonly name?: string;
  readonly scopes?: readonly string[];
  readonly isKnown?: boolean;
  readonly deps?: Partial<DirectorDeps>;
}

/** The answer to a caller whose credential was verified before. */
async function answerTo(route: string, { id = '', body, name = 'mp-shop', scopes, isKnown = true, deps }: Asked): Promise<Answer> {
  const system = aSystem('application', applicationId, tenant);
  const actor = scopes ? { ...system, scopes: new Set(scopes) } : system;
  const auth = {
    ...aSystemAuth({ tenant, kind: 'application', id: applicationId }),
    connected: true,
    lastSeenAt: systemClock().toISOString(),
  };
  const authenticateClient = async () => (isKnown ? { actor, auth } : undefined);
  const serve = metadataServices(
    { ...world.deps, authenticateClient, ...deps } as unknown as DirectorDeps,
    () => undefined,
    ({ routeKey }) => expect.fail(`nothing serves ${routeKey}`),
  );
  const { statusCode, headers, body: text } = await serve(anApiEvent({ route, body, parameters: { application: name, serviceId: id } }));
  return { status: statusCode ?? 0, headers: headers ?? {}, ...(text !== undefined && { body: JSON.parse(text) }) };
}

const { services, service: one } = metadataPaths;
const register = `POST ${services}`;
const update = `PUT ${one}`;
const routes = [`GET ${services}`, register, `GET ${one}`, update, `DELETE ${one}`];
const takesBody = (route: string) => route === register || route === update;
const isOfOne = (route: string) => route.endsWith(one);

const newService = async (): Promise<string> => {
  const { body } = await answerTo(register, { body: { ...service, identifier: newId() } });
  return (body as { readonly id: string }).id;
};
/** A service of several APIs, as GraphQL makes one. */
const severalApis = async (): Promise<string> => {
  const api = '{ name: "a", targetURL: "https://a.example.com" }';
  const { b } = await world
    .as(aUser(tenant))
    .do(`mutation { b: addBundle(applicationID: "${applicationId}", in: { name: "two", apiDefinitions: [${api}, ${api}] }) { id } }`);
  return b.id;
};

const tooMany = async () => {
  throw new AppError('TooManyRequests', 'the tenant sends more requests than it may', { details: { retryAfterSeconds: 1 } });
};
const broken = { applications: { find: () => Promise.reject(new Error('the table is away')) } } as unknown as Partial<DirectorDeps>;

type Case = readonly [route: string, to: string, status: number, asked: () => Promise<Asked>];

/** The requests of an operation that no other refuses before. */
const cases = routes.flatMap((route): Case[] => {
  const usual = async (): Promise<Asked> => ({
    ...(takesBody(route) && { body: { ...service, identifier: newId() } }),
    ...(isOfOne(route) && { id: await newService() }),
  });
  const conflict = async (): Promise<Asked> => {
    if (route === update) return { id: await severalApis(), body: service };
    await answerTo(register, { body: service });
    return { body: service };
  };
  return [
    [route, 'is as it should be', route.startsWith('DELETE') ? 204 : 200, usual],
    ...(takesBody(route)
      ? ([[route, 'has no name', 400, async () => ({ ...(await usual()), body: { ...service, name: '' } })]] as const)
      : []),
    [route, 'comes without the scope', 401, async () => ({ ...(await usual()), scopes: [] })],
    [route, 'comes without a certificate', 403, async () => ({ ...(await usual()), isKnown: false })],
    [route, 'is of another Application', 404, async () => ({ ...(await usual()), name: 'mp-store' })],
    ...(takesBody(route) ? ([[route, 'is in conflict with what is there', 409, conflict]] as const) : []),
    [route, 'is one too many', 429, async () => ({ ...(await usual()), deps: { admit: tooMany } })],
    [route, 'meets a failure', 500, async () => ({ ...(await usual()), deps: broken })],
  ];
});

describe('the OpenAPI file of services and the handler agree', () => {
  it.each(cases)('on %s that %s: %i', async (route, to, status, asked) => {
    const answer = await answerTo(route, await asked());
    const [method = '', path = ''] = route.split(' ');
    const operation = described[path]?.[method.toLowerCase()] ?? expect.fail(`${route} is not described`);
    expect(answer.status).toBe(status);
    expect(problemsOf(operation.responses, answer)).toEqual([]);
    expect(isTakenWithMoreFields(operation.responses, answer, maps)).toBe(true);
    recorder.record(operation.operationId, to, answer);
  });

  it('on the paths that are served, and on no others', () => {
    expect(Object.keys(described).sort()).toEqual(Object.values(metadataPaths).sort());
  });
});

it('the answers to requests for services are those that the document is checked by; after an intended change, update the snapshot', async () => {
  await expect(recorder.text()).toMatchFileSnapshot('../contract/openapi/metadata-answers.yaml');
});
