/** One part of a rule, as the notation writes it. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly options: readonly Part[] }
  | { readonly kind: 'optional'; readonly part: Part }
  | { readonly kind: 'repeated'; readonly part: Part };

interface Rule {
  readonly name: string;
  /** Returns true if no ignored characters may stand between the parts. */
  readonly lexical: boolean;
  readonly part: Part;
}

export type Grammar = ReadonlyMap<string, Rule>;

/**
 * Reads rules, one a line: `Name = part part`, or `Name := part part` where the parts stand next to each other. A part is a rule, 'text', a <word> that
 * a vocabulary chooses, or a group in parentheses; `?` makes it optional, `+` repeats it, `*` does both, `|` separates options. The plainest option
 * comes first, and it leads to no rule again.
 */
export function grammarOf(notation: string): Grammar {
  const lines = notation.split('\n').filter((line) => line.trim() !== '');
  return new Map(lines.map(ruleOf).map((rule) => [rule.name, rule]));
}

function ruleOf(line: string): Rule {
  const [, name = '', sign, right = ''] = /^\s*(\w+)\s*(:?=)\s(.*)$/.exec(line) ?? [];
  if (!name) throw new Error(`no rule: ${line}`);
  const tokens = right.match(/'[^']*'|<[\w-]+>|\w+|[?+*()|]/g) ?? [];
  return { name, lexical: sign === ':=', part: choiceOf(tokens) };
}

/** Takes the tokens of a choice from the front, up to a closing parenthesis. */
function choiceOf(tokens: string[]): Part {
  const options: Part[][] = [[]];
  for (let token = tokens.shift(); token !== undefined && token !== ')'; token = tokens.shift()) {
    if (token === '|') options.push([]);
    else options.at(-1)?.push(suffixed(token === '(' ? choiceOf(tokens) : atomOf(token), tokens));
  }
  const parts = options.map((one): Part => (one.length === 1 && one[0] ? one[0] : { kind: 'sequence', parts: one }));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'choice', options: parts };
}

function atomOf(token: string): Part {
  if (token.startsWith("'")) return { kind: 'text', text: JSON.parse(`"${token.slice(1, -1).replaceAll('"', '\\"')}"`) };
  if (token.startsWith('<')) return { kind: 'word', word: token.slice(1, -1) };
  return { kind: 'rule', name: token };
}

function suffixed(part: Part, tokens: string[]): Part {
  const suffix = ['?', '+', '*'].find((one) => one === tokens[0]);
  if (!suffix) return part;
  tokens.shift();
  if (suffix === '?') return { kind: 'optional', part };
  const repeated: Part = { kind: 'repeated', part };
  return suffix === '+' ? repeated : { kind: 'optional', part: repeated };
}
