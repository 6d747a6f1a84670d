import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RecordedAnswer } from '#test/support/described-answers.ts';

interface SchemaNode {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly items?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}
interface Media {
  readonly schema: SchemaNode;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Readonly<Record<string, Media>> }>>;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, SchemaNode>>;
    readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
  };
}

const read = (file: string) => parse(readFileSync(new URL(file, import.meta.url), 'utf8'));

const documents = ['configuration', 'events', 'assignments', 'metadata'].map((name) => {
  const { paths, components }: OpenApi = read(`../../../docs/api/${name}.openapi.yaml`);
  const operations = Object.values(paths).flatMap((path) => Object.values(path).filter(({ operationId }) => operationId));
  const answers: RecordedAnswer[] = read(`${name}-answers.yaml`);
  return { name, components, operations, answers };
});

const children = ({ properties = {}, additionalProperties, items, oneOf = [], anyOf = [], allOf = [] }: SchemaNode): SchemaNode[] => [
  ...Object.values(properties),
  ...(typeof additionalProperties === 'object' ? [additionalProperties] : []),
  ...(items ? [items] : []),
  ...oneOf,
  ...anyOf,
  ...allOf,
];
/** The schema with all that stand in it, in place. */
const within = (schema: SchemaNode): SchemaNode[] => [schema, ...children(schema).flatMap(within)];
const nameOf = ({ $ref = '' }: { readonly $ref?: string }): string => $ref.slice($ref.lastIndexOf('/') + 1);

/** Names of the schemas that these media types lead to. */
function namesFrom(content: readonly Media[], { schemas }: OpenApi['components']): Set<string> {
  const names = new Set<string>();
  const add = (schema: SchemaNode): void => {
    for (const name of within(schema).map(nameOf)) {
      if (name === '' || names.has(name)) continue;
      names.add(name);
      add(schemas[name] ?? {});
    }
  };
  for (const { schema } of content) add(schema);
  return names;
}

describe.each(documents)('the OpenAPI document of $name, for code generators,', ({ components, operations, answers }) => {
  const all = Object.values(components.schemas).flatMap(within);
  const sent = namesFrom(
    operations.flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {})),
    components,
  );
  const answered = namesFrom(
    operations
      .flatMap(({ responses }) => Object.values(responses))
      .flatMap((response) => Object.values((components.responses?.[nameOf(response)] ?? response).content ?? {})),
    components,
  );

  it('has open objects in answers', () => {
    expect(answered.size).toBeGreaterThan(0);
    const not = [...answered].filter((name) => {
      const { properties, additionalProperties } = components.schemas[name] ?? {};
      return properties && additionalProperties !== true;
    });
    expect(not).toEqual([]);
  });

  it('has closed objects in requests, but for the extensions of CloudEvents', () => {
    const not = [...sent].filter((name) => components.schemas[name]?.properties && components.schemas[name].additionalProperties !== false);
    expect(not).toEqual(sent.has('CloudEvent') ? ['CloudEvent'] : []);
    expect([...sent].filter((name) => answered.has(name))).toEqual([]);
  });

  it('has a name for every object with fields', () => {
    const inPlace = Object.values(components.schemas).flatMap((schema) => within(schema).slice(1));
    expect(inPlace.filter(({ properties }) => properties)).toEqual([]);
  });

  it('says null only beside a reference, and in the type of a text, a number or a boolean', () => {
    const alternatives = all.flatMap(({ oneOf, anyOf, allOf }) => [oneOf, anyOf, allOf].filter((given) => given !== undefined));
    for (const given of alternatives) expect(given).toEqual([{ $ref: expect.any(String) }, { type: 'null' }]);
    const named = Object.values(components.schemas).filter(({ type }) => Array.isArray(type));
    expect(named).toEqual([]);
    const pairs = all.flatMap(({ type }) => (Array.isArray(type) ? [type] : []));
    for (const pair of pairs) expect(pair).toEqual([expect.stringMatching(/^(string|integer|number|boolean)$/), 'null']);
  });

  it('has a type beside every enumeration and constant', () => {
    expect(all.filter((schema) => (schema.enum || 'const' in schema) && typeof schema.type !== 'string')).toEqual([]);
  });

  it('has a recorded answer for every status of every operation', () => {
    const described = operations.flatMap(({ operationId, responses }) =>
      Object.keys(responses).map((status) => `${operationId} ${status}`),
    );
    const recorded = new Set(answers.map(({ operation, status }) => `${operation} ${status}`));
    expect([...recorded].filter((answer) => !described.includes(answer))).toEqual([]);
    // These come from the API Gateway alone.
    const ofApiGateway = ['sendCloudEvents 404', 'sendEvents 404'];
    expect(described.filter((answer) => !recorded.has(answer) && !ofApiGateway.includes(answer))).toEqual([]);
  });
});
