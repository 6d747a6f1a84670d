import type { Grammar, Part } from './notation.ts';

/** The text around a part of a sentence. Words that a vocabulary is to choose stand in it as `wordMark`s. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

const wordMark = (word: string): string => `\ue000${word}\ue001`;
export const wordMarks = /\ue000([\w-]+)\ue001/g;

/** Writes sentences of a grammar; two parts are the same if they are the same object. */
export interface Derivation {
  /** The parts that a part leads to, itself included. `rules` is how many rules deep to look. */
  reachable(from: Part, rules?: number): readonly Part[];
  ruleOf(part: Part): string;
  /** The text between a part and the next: a blank, and nothing in lexical rules. */
  between(part: Part): string;
  partOf(rule: string): Part;
  /** The plainest text of a part. */
  plainest(part: Part): string;
  /** The shortest way from one part to another inside it; undefined when there is none. From a part to itself it goes once around. */
  around(from: Part, to: Part): Surroundings | undefined;
}

export function derivation(grammar: Grammar): Derivation {
  const homes = homesOf(grammar);
  const partOf = (rule: string): Part => known(grammar.get(rule), rule).part;
  const childrenOf = (part: Part): readonly Part[] => (part.kind === 'rule' ? [partOf(part.name)] : innerOf(part));
  const between = (part: Part): string => (known(homes.get(part), part.kind).lexical ? '' : ' ');

  const plainest = (part: Part): string => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'word':
        return wordMark(part.word);
      case 'rule':
        return plainest(partOf(part.name));
      case 'optional':
        return '';
      case 'repeated':
        return plainest(part.part);
      case 'choice':
        return plainest(known(part.options[0], 'option'));
      case 'sequence':
        return joined(part.parts, part);
    }
  };
  const joined = (parts: readonly Part[], home: Part): string =>
    parts
      .map(plainest)
      .filter((text) => text !== '')
      .join(between(home));

  /** The text that a sequence adds around one of its parts. */
  const beside = (parent: Part, child: Part): Surroundings => {
    if (parent.kind !== 'sequence') return { before: '', after: '' };
    const at = parent.parts.indexOf(child);
    return {
      before: joined(parent.parts.slice(0, at), parent) + between(parent),
      after: between(parent) + joined(parent.parts.slice(at + 1), parent),
    };
  };

  return {
    partOf,
    plainest,
    between,
    ruleOf: (part) => known(homes.get(part), part.kind).name,
    reachable: (from, rules = Number.POSITIVE_INFINITY) => {
      const depths = new Map([[from, 0]]);
      for (const [part, depth] of depths) {
        const deeper = depth + (part.kind === 'rule' ? 1 : 0);
        for (const child of childrenOf(part)) if (deeper <= rules && !depths.has(child)) depths.set(child, deeper);
      }
      return [...depths.keys()];
    },
    around: (from, to) => {
      const parents = new Map<Part, Part>();
      const queue = [from];
      for (const part of queue) {
        if (parents.has(to)) break;
        for (const child of childrenOf(part)) {
          if (parents.has(child)) continue;
          parents.set(child, part);
          queue.push(child);
        }
      }
      if (from === to && !parents.has(to)) return undefined;
      if (!parents.has(to)) return undefined;
      let surroundings: Surroundings = { before: '', after: '' };
      let part = to;
      do {
        const parent = known(parents.get(part), 'parent');
        const { before, after } = beside(parent, part);
        surroundings = { before: before + surroundings.before, after: surroundings.after + after };
        part = parent;
      } while (part !== from);
      return surroundings;
    },
  };
}

interface Home {
  readonly name: string;
  readonly lexical: boolean;
}

/** The rule that each part stands in. */
function homesOf(grammar: Grammar): Map<Part, Home> {
  const homes = new Map<Part, Home>();
  const enter = (part: Part, home: Home): void => {
    homes.set(part, home);
    for (const inner of innerOf(part)) enter(inner, home);
  };
  for (const rule of grammar.values()) enter(rule.part, rule);
  return homes;
}

function innerOf(part: Part): readonly Part[] {
  if (part.kind === 'sequence') return part.parts;
  if (part.kind === 'choice') return part.options;
  return part.kind === 'optional' || part.kind === 'repeated' ? [part.part] : [];
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the grammar has no ${what}`);
  return value;
}
