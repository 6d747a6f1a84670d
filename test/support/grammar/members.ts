import type { GraphQLSchema } from 'graphql';
import { bodyVocabulariesOf, inputGrowthsOf } from './bodies-of.ts';
import { type Ending, endings, grownText } from './documents-of.ts';
import { type Growth, growthsOf } from './family.ts';
import { graphqlGrammar } from './graphql-grammar.ts';
import { bodyGrammar } from './json-grammar.ts';
import { type Vocabulary, vocabularyOf, type Wording, wordings } from './vocabulary.ts';

/** One way to make a body of any size. */
export interface Member {
  readonly rule: string;
  /** The growing part, and how it is written. */
  readonly name: string;
  /** The size from which on another member of the same repetition stands for this one. */
  readonly below: number;
  /** A body of at most `size` bytes. */
  body(size: number): string;
}

/** A larger repetition exceeds the limits of tokens and of elements, whatever its words are. */
const wordsCount = 40_000;

const documentsOf = once(() => growthsOf(graphqlGrammar));
const bodiesOf = once(() => growthsOf(bodyGrammar));

/** Every member of the family for one schema. */
export function membersOf(schema: GraphQLSchema): Member[] {
  return distinct([...documentMembers(schema), ...paddedMembers(schema), ...bodyMembers(schema), ...inputMembers(schema)]);
}

/** The documents alone, as GraphQL, for what looks at documents. */
export function documentsFor(schema: GraphQLSchema, size: number): string[] {
  const vocabulary = vocabularyOf(schema, 'query');
  return documentsOf().map((growth) => grownText(growth, size, { vocabulary, wording: 'known', ending: 'whole' }));
}

const enclosed = (document: string): string => JSON.stringify({ query: document });

/** Shortened so that the escapes of JSON fit as well. */
function fitting(write: (size: number) => string, size: number): string {
  const body = write(size - 20);
  const bytes = Buffer.byteLength(body);
  return bytes <= size ? body : write(Math.floor(((size - 20) * (size - 20)) / bytes));
}

function documentMembers(schema: GraphQLSchema): Member[] {
  const vocabulary = vocabularyOf(schema, 'query');
  return documentsOf().flatMap((growth) =>
    writingsOf(growth).map(([wording, ending]) => ({
      rule: growth.rule,
      name: nameOf(growth, wording, ending),
      below: wording === 'known' ? Number.POSITIVE_INFINITY : wordsCount,
      body: (size: number) => fitting((room) => enclosed(grownText(growth, room, { vocabulary, wording, ending })), size),
    })),
  );
}

/** Malformed texts fail where they end: they need no more than one choice of words. */
const writingsOf = ({ inner }: Growth): (readonly [Wording, Ending])[] => [
  ...wordings.map((wording) => [wording, 'whole'] as const),
  ...(inner === undefined ? endings.filter((one) => one !== 'whole').map((ending) => ['known', ending] as const) : []),
];

/** A document as large as the limit of tokens lets it be; comments, which are no tokens, make it as large as a body may be. */
const unpadded = 12_000;

function paddedMembers(schema: GraphQLSchema): Member[] {
  const vocabulary = vocabularyOf(schema, 'query');
  return documentsOf().flatMap((growth) => {
    if (growth.inner !== undefined) return [];
    return (['known', 'numbered', 'former'] as const).map((wording) => ({
      rule: growth.rule,
      name: `${nameOf(growth, wording, 'whole')}, behind line breaks`,
      below: Number.POSITIVE_INFINITY,
      body: (size: number) => {
        const document = grownText(growth, Math.min(unpadded, size / 2), { vocabulary, wording, ending: 'whole' });
        const room = size - Buffer.byteLength(enclosed(document));
        return enclosed('\n'.repeat(Math.max(0, Math.floor(room / 2))) + document);
      },
    }));
  });
}

function bodyMembers(schema: GraphQLSchema): Member[] {
  return [...bodyVocabulariesOf(schema)].flatMap(([type, vocabulary]) =>
    bodiesOf().flatMap((growth) => {
      const written =
        growth.inner === undefined
          ? [...endings.map((ending) => ['known', ending] as const), ['numbered', 'whole'] as const]
          : [['known', 'whole'] as const];
      return written.map(([wording, ending]) => bodyMember(growth, type, { vocabulary, wording, ending }));
    }),
  );
}

interface Writing {
  readonly vocabulary: Vocabulary;
  readonly wording: Wording;
  readonly ending: Ending;
}

const bodyMember = (growth: Growth, type: string, writing: Writing): Member => ({
  rule: `Body ${growth.rule}`,
  name: `${nameOf(growth, writing.wording, writing.ending)} for ${type}`,
  below: writing.wording === 'known' ? Number.POSITIVE_INFINITY : wordsCount,
  body: (size) => fitting((room) => grownText(growth, room, writing), size),
});

const inputMembers = (schema: GraphQLSchema): Member[] =>
  inputGrowthsOf(schema).map((growth) => ({
    rule: `Input ${growth.rule}`,
    name: nameOf(growth, 'known', 'whole'),
    below: Number.POSITIVE_INFINITY,
    body: (size) => fitting((room) => grownText(growth, room, { vocabulary: (word) => word, wording: 'known', ending: 'whole' }), size),
  }));

const nameOf = ({ unit, inner, core }: Growth, wording: Wording, ending: Ending): string => {
  const repeated =
    inner === undefined ? `${unit.before}${core === '' ? '' : ` … ${unit.after}`}` : `${unit.before}${inner} … ${unit.after}`;
  const text = JSON.stringify(repeated.replaceAll(/[\ue000\ue001]/g, '~').trim());
  return `${text.length > 90 ? `${text.slice(0, 90)}…` : text}, ${wording} words${ending === 'whole' ? '' : `, ${ending}`}`;
};

/** Members that write the same body are one. */
function distinct(members: readonly Member[]): Member[] {
  return [...new Map(members.map((member) => [member.body(600), member])).values()];
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
