import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Growth } from './family.ts';
import type { Vocabulary } from './vocabulary.ts';

interface Use {
  readonly operation: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
}

/** One use of each type that operations take as an argument, mutations first. */
function usesOf(schema: GraphQLSchema): Use[] {
  const roots = [schema.getMutationType(), schema.getQueryType()].filter((one) => one !== undefined && one !== null);
  const uses = roots.flatMap((root) =>
    Object.values(root.getFields()).flatMap((field) =>
      field.args.map((argument) => ({ operation: root === schema.getMutationType() ? 'mutation' : 'query', field, argument })),
    ),
  );
  return [...new Map(uses.map((use) => [String(use.argument.type), use])).values()];
}

/** A document that takes one argument as the variable `v`; the other arguments are variables too, with plain values. */
function documentOf({ operation, field, argument }: Use): { query: string; others: string } {
  const others = field.args.filter((one) => one !== argument && isNonNullType(one.type));
  const declared = [argument, ...others].map(({ type }, index) => `$${index === 0 ? 'v' : `o${index}`}: ${type}`).join();
  const given = [argument, ...others].map(({ name }, index) => `${name}: $${index === 0 ? 'v' : `o${index}`}`).join();
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : '';
  return {
    query: JSON.stringify(`${operation} (${declared}) { ${field.name}(${given}) ${selection} }`),
    others: others.map(({ type }, index) => `"o${index + 1}":${sampleOf(type)},`).join(''),
  };
}

/** Words of bodies, one vocabulary for each shape of what operations take: each scalar, an enum, a list, an input. */
export function bodyVocabulariesOf(schema: GraphQLSchema): ReadonlyMap<string, Vocabulary> {
  const shapes = new Map(usesOf(schema).map((use) => [shapeOf(use.argument.type), use]));
  return new Map(
    [...shapes.values()].map((use) => {
      const { query, others } = documentOf(use);
      const keys = keysOf(use.argument.type);
      const words: Readonly<Record<string, (index: number) => string>> = {
        query: () => query,
        variable: () => `${others}"v"`,
        key: (index) => `"${keys[index % keys.length] ?? 'key'}"`,
      };
      return [String(use.argument.type), (word, { index }, wording) => wordedKey(words[word]?.(index) ?? word, word, index, wording)];
    }),
  );
}

function shapeOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return shapeOf(type.ofType);
  if (isListType(type)) return 'list';
  return isInputObjectType(type) ? 'input' : isEnumType(type) ? 'enum' : type.name;
}

const wordedKey = (known: string, word: string, index: number, wording: string): string =>
  word === 'key' && wording === 'numbered' ? `"k${index}"` : known;

function keysOf(type: GraphQLInputType): readonly string[] {
  const named = getNamedType(type);
  return isInputObjectType(named) ? Object.keys(named.getFields()) : [];
}

/** Every list of every input with many plain elements, and every text of an input with many characters. */
export function inputGrowthsOf(schema: GraphQLSchema): Growth[] {
  const growths = usesOf(schema).flatMap((use) => {
    const { query, others } = documentOf(use);
    const frame = { before: `{"query":${query},"variables":{${others}"v":`, after: '}}' };
    return growthsIn(use.argument.type, frame, String(use.argument.type), []);
  });
  return [...new Map(growths.map((one) => [`${one.rule} ${one.unit.before}`, one])).values()];
}

interface Frame {
  readonly before: string;
  readonly after: string;
}

function growthsIn(type: GraphQLInputType, frame: Frame, rule: string, passed: readonly unknown[]): Growth[] {
  if (isNonNullType(type)) return growthsIn(type.ofType, frame, rule, passed);
  if (isListType(type)) {
    const element = sampleOf(type.ofType);
    const many = {
      rule,
      frame: { before: `${frame.before}[`, after: `${element}]${frame.after}` },
      unit: { before: `${element},`, after: '' },
      core: '',
    };
    return [many, ...growthsIn(type.ofType, { before: `${frame.before}[`, after: `]${frame.after}` }, rule, passed)];
  }
  if (!isInputObjectType(type)) {
    return ['a', '\\u0000', '[', ' ', '/'].map((unit) => ({
      rule,
      frame: { before: `${frame.before}"`, after: `"${frame.after}` },
      unit: { before: unit, after: '' },
      core: '',
    }));
  }
  if (passed.includes(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    const required = Object.values(type.getFields()).filter((one) => one !== field && isRequiredInputField(one));
    const others = required.map((one) => `"${one.name}":${sampleOf(one.type)},`).join('');
    const inner = { before: `${frame.before}{${others}"${field.name}":`, after: `}${frame.after}` };
    return growthsIn(field.type, inner, `${type.name}.${field.name}`, [...passed, type]);
  });
}

/** The plainest value of a type, as JSON. */
function sampleOf(type: GraphQLInputType): string {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return `[${sampleOf(type.ofType)}]`;
  if (isEnumType(type)) return JSON.stringify(type.getValues()[0]?.name);
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{${required.map(({ name, type: inner }) => `"${name}":${sampleOf(inner)}`).join()}}`;
  }
  return { Int: '1', Float: '1', Boolean: 'true' }[type.name] ?? '"a"';
}
