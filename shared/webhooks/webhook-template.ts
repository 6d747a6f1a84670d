/** A template of Go's `text/template`: the actions, and the texts before, between and behind them. */
interface Template {
  readonly actions: readonly string[];
  readonly texts: readonly string[];
}

/** Actions that need an `end`. */
const opening = new Set(['if', 'range', 'with', 'block', 'define']);

/** Texts that an action may stand for in JSON: a value or a part of a text, nothing, a member. */
const substitutes = ['0', '', '"member":0'];

/**
 * Reason why a template of a webhook can never be rendered to a JSON object, as the original needs it; undefined if it may. What a template with
 * branches or loops gives depends on its data and is not looked at.
 */
export function problemOfTemplate(given: string): string | undefined {
  const template = parsed(given);
  if (template === undefined) return 'has an action that does not end';
  return problemOfActions(template) ?? (isPlain(template) && !rendered(template) ? 'must give a JSON object' : undefined);
}

/** The same of a template for the method and the address of a call. */
export function problemOfUrlTemplate(given: string): string | undefined {
  const problem = problemOfTemplate(given);
  const template = parsed(given);
  if (problem !== undefined || template === undefined || !isPlain(template)) return problem;
  const { method, path } = (rendered(template) ?? {}) as Readonly<Record<string, unknown>>;
  return method !== undefined && path !== undefined ? undefined : 'must give JSON with method and path';
}

function parsed(given: string): Template | undefined {
  const template = { actions: [] as string[], texts: [''] };
  for (let at = 0; ; ) {
    const start = given.indexOf('{{', at);
    template.texts.push(`${template.texts.pop()}${given.slice(at, start === -1 ? undefined : start)}`);
    if (start === -1) return template;
    const end = endOfAction(given, start + 2);
    if (end === -1) return undefined;
    const action = withoutTrimming(given.slice(start + 2, end));
    // A comment gives nothing: the texts around it are one.
    if (!action.startsWith('/*')) {
      template.actions.push(action);
      template.texts.push('');
    }
    at = end + 2;
  }
}

/** Position of the `}}` that ends an action; -1 if none does. One in a text or a comment does not count. */
function endOfAction(given: string, start: number): number {
  const inner = given[start] === '-' ? start + 2 : start;
  if (given.startsWith('/*', inner)) {
    const commentEnd = given.indexOf('*/', inner + 2);
    return commentEnd === -1 ? -1 : given.indexOf('}}', commentEnd);
  }
  let quote = '';
  for (let at = start; at < given.length; at += 1) {
    const character = given.charAt(at);
    if (quote === '' && given.startsWith('}}', at)) return at;
    if (character === '\\' && quote !== '`') at += 1;
    else quote = quoteAfter(character, quote);
  }
  return -1;
}

function quoteAfter(character: string, quote: string): string {
  if (quote !== '') return character === quote ? '' : quote;
  return character === '"' || character === '`' || character === "'" ? character : '';
}

/** The text of an action without the marks that trim the texts around it. */
function withoutTrimming(action: string): string {
  const begun = action.startsWith('-') ? action.slice(1) : action;
  return (begun.endsWith('-') ? begun.slice(0, -1) : begun).trim();
}

function problemOfActions({ actions }: Template): string | undefined {
  let open = 0;
  for (const action of actions) {
    if (action === '') return 'has an empty action';
    const word = wordOf(action);
    if (opening.has(word)) open += 1;
    if (word === 'end') open -= 1;
    if (open < 0) return 'has an {{end}} too many';
  }
  return open > 0 ? 'has no {{end}} for an action that needs one' : undefined;
}

const wordOf = (action: string): string => /^\w{0,32}/.exec(action)?.[0] ?? '';

const isPlain = ({ actions }: Template): boolean => !actions.some((action) => opening.has(wordOf(action)));

/** A JSON object that a template without branches may give; undefined if it gives none. */
const rendered = ({ texts }: Template): object | undefined =>
  substitutes.map((substitute) => objectIn(texts.join(substitute))).find((value) => value !== undefined);

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
