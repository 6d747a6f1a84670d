import { readFileSync } from 'node:fs';
import { type Schema, Validator as SchemaValidator } from '@cfworker/json-schema';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import type { OwnerKind } from '#shared/core/actor.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ConfigurationWorld, configurationWorld, type PollAnswer, settled } from '#test/support/configuration-world.ts';
import { aTenant, aUser } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

interface Described {
  readonly headers?: Readonly<Record<string, { readonly schema: Schema; readonly required?: boolean }>>;
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Specification {
  readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Readonly<Record<string, Described>> } }>>;
}

const text = readFileSync('docs/api/configuration.openapi.yaml', 'utf8');
const validator = new Validator();
let specification: Specification;

let dynamo: Dynamo;
let world: ConfigurationWorld;
let tenant: TenantId;
let own: Subjects;
const certificates: Partial<Record<OwnerKind, string>> = {};

beforeAll(async () => {
  expect(await validator.validate(parse(text))).toEqual({ valid: true });
  specification = validator.resolveRefs() as unknown as Specification;
  dynamo = await startDynamo();
  world = await configurationWorld(dynamo);
  tenant = aTenant();
  own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  await world.as(aUser(tenant)).do(`mutation {
    setApplicationLabel(applicationID: "${own.application}", key: "nested", value: { b: [1], a: null }) { key }
    oauth: addBundle(applicationID: "${own.application}", in: { name: "oauth", description: "d", instanceAuthRequestInputSchema: "{}",
      defaultInstanceAuth: { credential: { oauth: { clientId: "c", clientSecret: "s", url: "https://example.com/token" } },
        additionalHeaders: { h: ["1"] }, additionalQueryParams: { q: ["2"] },
        requestAuth: { csrf: { tokenEndpointURL: "https://example.com/csrf" } } },
      apiDefinitions: [{ name: "versioned", group: "g", targetURL: "https://example.com", version: { value: "1.0.0", deprecated: true, deprecatedSince: "0.9.0" } }] }) { id }
    certificate: addBundle(applicationID: "${own.application}", in: { name: "certificate", defaultInstanceAuth: {
      credential: { certificateOAuth: { clientId: "c", certificate: "pem", url: "https://example.com/token" } } } }) { id }
    none: addBundle(applicationID: "${own.application}", in: { name: "none" }) { id } }`);
  for (const kind of ['runtime', 'application'] as const) {
    certificates[kind] = (await world.pair({ tenant, kind, id: own[kind] })).certificate;
  }
});
afterAll(() => dynamo.stop());

/** Lists the deviations of an answer from its description. */
function problemsOf(kind: OwnerKind, { status, headers, text: body, json }: PollAnswer): unknown[] {
  const described = specification.paths[configurationPaths[kind]]?.get.responses[status];
  if (!described) return [`status ${status} is not described`];
  const inHeaders = Object.entries(described.headers ?? {}).flatMap<unknown>(([name, { schema, required }]) => {
    const value = headers[name.toLowerCase()];
    if (value === undefined) return required ? [`${name} is missing`] : [];
    return new SchemaValidator(schema, '2020-12').validate(value).errors;
  });
  const schema = described.content?.['application/json']?.schema;
  if (!schema) return body === '' ? inHeaders : ['there should be no body'];
  const inType = headers['content-type']?.startsWith('application/json') ? [] : ['no JSON'];
  return [...inHeaders, ...inType, ...new SchemaValidator(schema, '2020-12').validate(json).errors];
}

describe.each(['runtime', 'application'] as const)('the OpenAPI file and the handler agree on the configuration of a %s', (kind) => {
  const poll = (given: { certificate?: string; knows?: string; query?: Record<string, string> } = {}, id = own[kind]) =>
    world.poll(kind, id, { certificate: certificates[kind], later: settled, ...given });

  it('that is there', async () => {
    const answer = await poll();
    expect(answer.status).toBe(200);
    expect(problemsOf(kind, answer)).toEqual([]);
  });

  it('in pages', async () => {
    const first = await poll({ query: { first: '1' } });
    expect(problemsOf(kind, first)).toEqual([]);
  });

  it('that has not changed', async () => {
    const { etag } = await poll();
    const answer = await poll({ knows: etag });
    expect(answer.status).toBe(304);
    expect(problemsOf(kind, answer)).toEqual([]);
  });

  it.each([
    ['400', () => poll({ query: { first: '0' } })],
    ['401', () => poll({ certificate: undefined })],
    ['404', () => poll({}, own.bundle)],
  ])('that is refused with %s', async (status, ask) => {
    const answer = await ask();
    expect(String(answer.status)).toBe(status);
    expect(problemsOf(kind, answer)).toEqual([]);
  });

  it('and on what is neither described nor answered', async () => {
    const answer = await poll();
    expect(problemsOf(kind, { ...answer, json: { ...answer.json, surprise: 1 } })).not.toEqual([]);
    expect(problemsOf(kind, { ...answer, status: 500 })).toEqual(['status 500 is not described']);
  });
});

it('the OpenAPI file describes the paths that are served, and no others', () => {
  expect(Object.keys(specification.paths).sort()).toEqual(Object.values(configurationPaths).sort());
});
