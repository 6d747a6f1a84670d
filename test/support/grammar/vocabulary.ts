import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

/** The words that a document of the family has: those of the schema, others, or each one once. */
export const wordings = ['known', 'numbered', 'chained', 'misspelt', 'former'] as const;
export type Wording = (typeof wordings)[number];

/** The level of selections and the repetition in which a word stands. */
interface Position {
  readonly level: number;
  readonly index: number;
}

export type Vocabulary = (word: string, position: Position, wording: Wording) => string;

interface Level {
  readonly type: string;
  readonly branch: string;
  readonly leaf: string;
  readonly arguments: readonly string[];
  readonly types: readonly string[];
}

/** Words of a schema that lead as deep into it as fields without required arguments do. `operation` is a root of the schema. */
export function vocabularyOf(schema: GraphQLSchema, operation: 'query' | 'mutation'): Vocabulary {
  const root = operation === 'query' ? schema.getQueryType() : schema.getMutationType();
  if (!root) throw new Error(`the schema has no ${operation}`);
  const levels = levelsFrom(root);
  return (word, { level, index }, wording) => {
    const at = levels[Math.min(level, levels.length) - 1] ?? levels[0];
    const known = at ? knownWord(word, at, operation, index) : word;
    return worded(word, known, index, wording);
  };
}

const independent = new Set(['operation-type', 'operation-name', 'alias', 'variable', 'fragment-name', 'spread']);

function worded(word: string, known: string, index: number, wording: Wording): string {
  if (word === 'operation-type') return known;
  if (wording === 'misspelt') return `${known.slice(0, -1)}${known.length > 1 ? '' : 'x'}`;
  if (wording === 'former') return formerName(word, known);
  if (wording === 'chained') return independent.has(word) ? `${known}${word === 'spread' ? index + 1 : index}` : known;
  return wording === 'numbered' ? `${known}${index}` : known;
}

/** Names that clients of 2020 send, which are looked for in the text of a document. */
const formerName = (word: string, known: string): string => {
  if (word === 'input-type' || word === 'type') return 'RuntimeInput';
  return word === 'branch' || word === 'leaf' || word === 'argument' || word === 'object-field' ? 'packages' : known;
};

function knownWord(word: string, level: Level, operation: string, index: number): string {
  switch (word) {
    case 'operation-type':
      return operation;
    case 'branch':
    case 'leaf':
    case 'type':
      return level[word];
    case 'argument':
      return level.arguments[index % level.arguments.length] ?? 'id';
    case 'input-type':
      return level.types[index % level.types.length] ?? 'ID';
    case 'directive':
      return 'skip';
    case 'object-field':
      return 'key';
    case 'enum':
      return 'SYNC';
    default:
      return word.charAt(0);
  }
}

/** More levels than the deepest document that is let in. */
const deepest = 30;

function levelsFrom(root: GraphQLObjectType): Level[] {
  const levels: Level[] = [];
  for (let type: GraphQLObjectType | undefined = root; type && levels.length < deepest; ) {
    const fields: ReturnType<GraphQLObjectType['getFields']>[string][] = Object.values(type.getFields());
    const free = fields.filter((field) => !field.args.some(isRequiredArgument));
    const [branch] = fields.filter(({ type: inner }) => isCompositeType(getNamedType(inner))).sort((a, b) => worth(b) - worth(a));
    const leaf = free.find(({ type: inner }) => isLeafType(getNamedType(inner)))?.name ?? '__typename';
    levels.push({
      type: type.name,
      branch: branch?.name ?? leaf,
      leaf,
      arguments: branch?.args.map(({ name }) => name) ?? [],
      types: branch?.args.map(({ type: inner }) => String(getNamedType(inner))) ?? [],
    });
    const next: unknown = branch && getNamedType(branch.type);
    type = isObjectType(next as never) ? (next as GraphQLObjectType) : undefined;
  }
  return levels;
}

type Field = ReturnType<GraphQLObjectType['getFields']>[string];

/** Fields that need no argument come first, then those behind which more levels are. */
const worth = (field: Field): number =>
  (field.args.some(isRequiredArgument) ? 0 : 1000) + depthBehind(field, new Set()) + field.args.length / 100;

function depthBehind(field: Field, passed: ReadonlySet<unknown>): number {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return 0;
  if (passed.has(type)) return deepest;
  const inner = Object.values(type.getFields()).filter(({ args }) => !args.some(isRequiredArgument));
  return 1 + Math.max(0, ...inner.map((one) => depthBehind(one, new Set([...passed, type]))));
}
