/** Limits of a JSON text. */
interface Bounds {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Elements of one list, or fields of one object. */
  readonly elements: number;
  /** Elements and fields of all lists and objects. */
  readonly values: number;
}

/**
 * Bounds of every request body. The table stores 24 levels of a label's value, and the deepest input has 10 around it; a registration of 500
 * definitions has 20,000 values.
 */
const requestBounds: Bounds = { depth: 40, elements: 2_000, values: 30_000 };

/** Parses untrusted JSON. Returns the problem of a text that is not JSON or, before parsing, exceeds the bounds. */
export function readJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  const problem = beyondBounds(text, requestBounds);
  if (problem) return { problem };
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: 'must be JSON' };
  }
}

/** Returns the bound that the text exceeds; undefined if it exceeds none, or stops being JSON before. */
export function beyondBounds(text: string, { depth, elements, values }: Bounds): string | undefined {
  const commas = [0];
  let level = 0;
  let all = 0;
  for (let at = nextMark(text, 0); at < text.length && level >= 0; at = nextMark(text, at + 1)) {
    const mark = text.charCodeAt(at);
    if (isClosing(mark)) {
      level -= 1;
      continue;
    }
    all += 1;
    if (mark === comma) commas[level] = (commas[level] ?? 0) + 1;
    else commas[++level] = 0;
    if (level > depth) return `must not be nested deeper than ${depth} levels`;
    if ((commas[level] ?? 0) >= elements) return `must have no list or object of more than ${elements} elements`;
    if (all > values) return `must have at most ${values} values`;
  }
  return undefined;
}

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const isClosing = (unit: number): boolean => unit === 0x5d || unit === 0x7d;
const isMark = (unit: number): boolean => unit === comma || unit === 0x5b || unit === 0x7b || isClosing(unit);

/** The position of the next bracket, brace or comma outside of strings; the end of the text when there is none. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) at = closingQuote(text, at);
    else if (isMark(unit)) return at;
  }
  return text.length;
}

/** The position of the quote that ends the string which begins at `opening`; the end of the text when none does. */
function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === backslash) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}
