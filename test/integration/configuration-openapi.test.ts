import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configurationPaths } from '#shared/configuration/configuration-routes.ts';
import type { OwnerKind } from '#shared/core/actor.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type ConfigurationWorld, configurationWorld, type PollAnswer, settled } from '#test/support/configuration-world.ts';
import { answerRecorder, type DescribedAnswers, isTakenWithMoreFields, problemsOf } from '#test/support/described-answers.ts';
import { aTenant, aUser } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

interface Specification {
  readonly paths: Readonly<Record<string, { readonly get: { readonly operationId: string; readonly responses: DescribedAnswers } }>>;
}

const text = readFileSync('docs/api/configuration.openapi.yaml', 'utf8');
const validator = new Validator();
const recorder = answerRecorder();
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

const operation = (kind: OwnerKind) => {
  const described = specification.paths[configurationPaths[kind]]?.get;
  if (!described) throw new Error(`the configuration of a ${kind} is not described`);
  return described;
};
const answerOf = ({ status, headers, text: sent, json: body }: PollAnswer) => ({ status, headers, ...(sent && { body }) });

describe.each(['runtime', 'application'] as const)('the OpenAPI file and the handler agree on the configuration of a %s', (kind) => {
  const poll = (given: { certificate?: string; knows?: string; query?: Record<string, string> } = {}, id = own[kind]) =>
    world.poll(kind, id, { certificate: certificates[kind], later: settled, ...given });

  it.each<[string, number, () => Promise<PollAnswer>]>([
    ['is there', 200, () => poll()],
    ['comes in pages', 200, () => poll({ query: { first: '1' } })],
    ['has not changed', 304, async () => poll({ knows: (await poll()).etag })],
    ['is asked for in pages of nothing', 400, () => poll({ query: { first: '0' } })],
    ['is asked for without a certificate', 401, () => poll({ certificate: undefined })],
    ['is of another', 404, () => poll({}, own.bundle)],
  ])('that %s: %i', async (to, status, ask) => {
    const answer = answerOf(await ask());
    const { operationId, responses } = operation(kind);
    expect(answer.status).toBe(status);
    expect(problemsOf(responses, answer)).toEqual([]);
    expect(isTakenWithMoreFields(responses, answer)).toBe(true);
    recorder.record(operationId, to, answer);
  });

  it('and on what is neither described nor answered', async () => {
    const { responses } = operation(kind);
    const answer = answerOf(await poll());
    expect(problemsOf(responses, { ...answer, body: { ...answer.body, surprise: 1 } })).not.toEqual([]);
    expect(problemsOf(responses, { ...answer, status: 500 })).toEqual(['status 500 is not described']);
  });
});

it('the answers to polls are those that generated clients are tested with; after an intended change, update the snapshot', async () => {
  await expect(recorder.text()).toMatchFileSnapshot('../contract/openapi/configuration-answers.yaml');
});

it('the OpenAPI file describes the paths that are served, and no others', () => {
  expect(Object.keys(specification.paths).sort()).toEqual(Object.values(configurationPaths).sort());
});
