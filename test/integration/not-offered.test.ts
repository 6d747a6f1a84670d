import { type GraphQLInputType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyQueryNames, mutationsNotOffered, queriesNotOffered } from '#functions/director/compat/not-offered.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';
import { aSystem, aTenant, aUser, type Caller, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

const schema = apiSchemas.director;
const operations = { query: schema.getQueryType()?.getFields() ?? {}, mutation: schema.getMutationType()?.getFields() ?? {} };
const tenant = aTenant();
let dynamo: Dynamo;
let admin: Caller;
let application: Caller;
let own: Subjects;

beforeAll(async () => {
  dynamo = await startDynamo();
  const world = directorWorld(dynamo);
  admin = world.as(aUser(tenant));
  own = await oneOfEverything(admin, 'own');
  application = world.as(aSystem('application', own.application, tenant));
});
afterAll(() => dynamo.stop());

/** The least value that the type takes. */
function leastOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return leastOf(type.ofType);
  if (isListType(type)) return '[]';
  if (isEnumType(type)) return type.getValues()[0]?.name ?? '';
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
    return `{ ${fields.map((field) => `${field.name}: ${leastOf(field.type)}`).join(', ')} }`;
  }
  return { Int: '1', Float: '1', Boolean: 'true', Timestamp: '"2026-01-01T00:00:00Z"' }[type.name] ?? '"x"';
}

function request(kind: 'query' | 'mutation', name: string): string {
  const field = operations[kind][name];
  if (!field) throw new Error(`the schema has no ${kind} ${name}`);
  const given = field.args.filter(({ type }) => isNonNullType(type)).map((argument) => `${argument.name}: ${leastOf(argument.type)}`);
  const type = isNonNullType(field.type) ? field.type.ofType : field.type;
  return `${kind} { r: ${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${isLeafType(type) ? '' : ' { __typename }'} }`;
}

const refused = [
  ...Object.entries(queriesNotOffered).map(([name, instead]) => ['query', name, instead] as const),
  ...Object.entries(mutationsNotOffered).map(([name, instead]) => ['mutation', name, instead] as const),
];
const names = new Set(refused.map(([, name]) => name));
/** Operations that a client can use. */
const offered = [...Object.keys(operations.query), ...Object.keys(operations.mutation)].filter(
  (name) => !names.has(name) && !(emptyQueryNames as readonly string[]).includes(name),
);

const answerTo = async (caller: Caller, document: string) => {
  const { data, errors } = await caller.ask(document);
  expect(data?.r ?? null).toBeNull();
  return { message: errors[0]?.message, error: errors[0]?.extensions?.error };
};

describe('an operation that is not offered', () => {
  it.each(refused)('answers InvalidOperation with what to use instead, and changes nothing: %s %s', async (kind, name, instead) => {
    const before = await everyItem(dynamo);
    for (const caller of [admin, application]) {
      const { error, message } = await answerTo(caller, request(kind, name));
      expect(error).toBe('InvalidOperation');
      expect(message).toContain(`${name} is not offered here: ${instead}`);
    }
    expect(await everyItem(dynamo)).toEqual(before);
  });

  it.each(refused)('names an operation that is offered: %s %s', (_kind, _name, instead) => {
    expect(instead.match(/\w+/g)?.filter((word) => offered.includes(word))).not.toEqual([]);
  });
});

describe('everything that the original has and this system has not', () => {
  /** Objects that are never made here. */
  const absent =
    /runtimeContext|constraint|certificateSubjectMapping|integrationDependenc|mergeApplications|tenantAccess|subscribeTenant|draftFormation/i;

  it('is an operation that is not offered, or a query that finds nothing', () => {
    const found = offered.filter((name) => absent.test(name));
    expect(found).toEqual([]);
    expect([...names, ...emptyQueryNames].filter((name) => absent.test(name)).length).toBeGreaterThan(15);
  });

  it('is named in these arguments and inputs of other operations alone', () => {
    const named = Object.values(schema.getTypeMap()).flatMap((type) => {
      if (isInputObjectType(type))
        return Object.keys(type.getFields())
          .filter((name) => absent.test(name))
          .map((name) => `${type.name}.${name}`);
      if (isEnumType(type))
        return type
          .getValues()
          .filter(({ name }) => absent.test(name.replaceAll('_', '')))
          .map(({ name }) => `${type.name}.${name}`);
      return [];
    });
    const ofConstraints = /^(FormationConstraint|Constraint|ResourceType|TargetOperation)/;
    expect(named.filter((name) => !ofConstraints.test(name)).sort()).toEqual([
      'BundleInstanceAuthCreateInput.runtimeContextID',
      'CertificateSubjectMappingInput.tenantAccessLevels',
      'FormationAssignmentType.RUNTIME_CONTEXT',
      'FormationObjectType.RUNTIME_CONTEXT',
      'TenantAccessObjectType.RUNTIME_CONTEXT',
    ]);
  });

  const hook = 'type: CONFIGURATION_CHANGED, url: "https://example.com/hook"';
  it.each<[string, string, (given: Subjects) => string]>([
    [
      'a runtime context in a formation',
      'use the objectType RUNTIME',
      (given) => `assignFormation(objectID: "x", objectType: RUNTIME_CONTEXT, formation: { name: "${given.formation}" }) { id }`,
    ],
    [
      'a runtime context out of a formation',
      'use the objectType RUNTIME',
      (given) => `unassignFormation(objectID: "x", objectType: RUNTIME_CONTEXT, formation: { name: "${given.formation}" }) { id }`,
    ],
    [
      'credentials of a runtime context',
      'use runtimeID',
      (given) =>
        `createBundleInstanceAuth(bundleID: "${given.bundle}", in: { runtimeContextID: "x", auth: { credential: { basic: { username: "u", password: "p" } } } }) { id }`,
    ],
    [
      'initial configurations',
      'use setApplicationLabel',
      (given) =>
        `assignFormation(objectID: "${given.application}", objectType: APPLICATION, formation: { name: "x" }, initialConfigurations: [{ sourceID: "x", targetID: "y", configuration: "{}" }]) { id }`,
    ],
    ['a webhook of a formation template', 'use applicationID', () => `addWebhook(formationTemplateID: "x", in: { ${hook} }) { id }`],
    [
      'webhooks with a formation template',
      'use addWebhook',
      () => `createFormationTemplate(in: { name: "with-webhooks", applicationTypes: [], webhooks: [{ ${hook} }] }) { id }`,
    ],
  ])('is refused as %s, with what to use instead', async (_, instead, mutation) => {
    const { error, message } = await answerTo(admin, `mutation { r: ${mutation(own)} }`);
    expect(error).toBe('InvalidOperation');
    expect(message).toContain(instead);
    expect(message).toContain('not offered here');
  });
});
