import { Lexer, Source, TokenKind } from 'graphql';
import { maxTokens } from '#shared/graphql/limits.ts';

/** Every removed pair of parentheses is two tokens more than the parser will count. */
const maxLexedTokens = 3 * maxTokens;

/**
 * Removes argument lists without arguments: existing agents send `configuration()`, which the GraphQL grammar does not allow. Parentheses inside
 * strings and comments stay; text that cannot be lexed, or is too long, is left for the parser to refuse.
 */
export function withoutEmptyParentheses(text: string): string {
  if (!mayHaveEmptyParentheses(text)) return text;
  const parentheses: number[] = [];
  try {
    const lexer = new Lexer(new Source(text));
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      if (count === maxLexedTokens) return text;
      const { token, lastToken } = lexer;
      if (token.kind === TokenKind.PAREN_R && lastToken.kind === TokenKind.PAREN_L) parentheses.push(lastToken.start, token.start);
    }
  } catch {
    return text;
  }
  return blankedAt(parentheses, text);
}

const ignored = new Set([' ', '\t', '\n', '\r', ',', '\ufeff']);

/** Returns true if a closing parenthesis follows an opening one, even in a string: few documents have to be lexed twice. */
function mayHaveEmptyParentheses(text: string): boolean {
  for (let opening = text.indexOf('('); opening >= 0; ) {
    let next = opening + 1;
    while (ignored.has(text.charAt(next))) next += 1;
    if (text.charAt(next) === ')') return true;
    opening = text.indexOf('(', next);
  }
  return false;
}

/** Replaces the characters at these sorted positions by blanks, so that other positions stay. */
function blankedAt(positions: readonly number[], text: string): string {
  const kept = [...positions, text.length].map((position, index) =>
    text.slice(index === 0 ? 0 : (positions[index - 1] ?? 0) + 1, position),
  );
  return kept.join(' ');
}
