import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * Pairs of selections that name the same position of the answer, and of fragments spread there. The rule of GraphQL that fields can be merged
 * compares every pair: 2,000 selections of one field cost two million comparisons. The known clients repeat no field.
 */
const maxPairs = 5_000;

/** Selections with those of fragments, counted at each spread. */
const maxSelections = 30_000;

/** Throws for a document that selects the same fields too often, or spreads fragments too often. Its time is bounded by `maxSelections`. */
export function requireFewRepetitions({ definitions }: DocumentNode): void {
  const fragments = new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
  const counted = { pairs: 0, selections: 0 };
  for (const one of definitions) {
    if ('selectionSet' in one) count([{ selections: one.selectionSet, within: [] }], fragments, counted);
  }
}

interface Position {
  readonly selections: SelectionSetNode;
  /** The fragments that lead here: a fragment within itself leads nowhere, and GraphQL refuses it later. */
  readonly within: readonly string[];
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Counted {
  pairs: number;
  selections: number;
}

/** Names that were seen at one position of the answer. */
interface Seen {
  readonly spreads: Set<string>;
  readonly fields: Map<string, { times: number; readonly below: Position[] }>;
}

/** Counts the pairs of selections at one position of the answer, and below. */
function count(positions: readonly Position[], fragments: Fragments, counted: Counted): void {
  const seen: Seen = { spreads: new Set(), fields: new Map() };
  // More positions are found on the way: those of fragments.
  const open = [...positions];
  for (const { selections, within } of open) {
    counted.selections += selections.selections.length;
    if (counted.selections > maxSelections) throw tooMany(`has more than ${maxSelections} selections, those of fragments included`);
    for (const one of selections.selections) open.push(...positionsOf(one, within, seen, fragments, counted));
  }
  for (const { below } of seen.fields.values()) if (below.length > 0) count(below, fragments, counted);
}

/** The positions that a selection leads to at the same position of the answer: none for a field, which is seen. */
function positionsOf(selection: SelectionNode, within: readonly string[], seen: Seen, fragments: Fragments, counted: Counted): Position[] {
  if (selection.kind === Kind.INLINE_FRAGMENT) return [{ selections: selection.selectionSet, within }];
  if (selection.kind === Kind.FIELD) {
    see(selection, within, seen, counted);
    return [];
  }
  const name = selection.name.value;
  if (seen.spreads.has(name)) return [];
  addPairs(seen.spreads.size, counted);
  seen.spreads.add(name);
  const fragment = fragments.get(name);
  return fragment && !within.includes(name) ? [{ selections: fragment.selectionSet, within: [...within, name] }] : [];
}

function see(field: FieldNode, within: readonly string[], { fields }: Seen, counted: Counted): void {
  const name = (field.alias ?? field.name).value;
  const known = fields.get(name) ?? { times: 0, below: [] };
  addPairs(known.times, counted);
  known.times += 1;
  if (field.selectionSet) known.below.push({ selections: field.selectionSet, within });
  fields.set(name, known);
}

function addPairs(pairs: number, counted: Counted): void {
  counted.pairs += pairs;
  if (counted.pairs > maxPairs) throw tooMany('selects the same fields, or spreads fragments, too often');
}

const tooMany = (why: string) => new GraphQLError(`Syntax Error: the document ${why}`);
