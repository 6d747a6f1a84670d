import { Lexer, Source, TokenKind } from 'graphql';
import { mostTokens } from './limits.ts';

/** Every removed pair of parentheses is two tokens more than the parser will count. */
const mostLexed = 3 * mostTokens;

/**
 * Removes argument lists without arguments: agents in the field send `configuration()`, which the GraphQL grammar does not know.
 * Parentheses inside strings and comments stay; text that does not lex, or goes on for too long, is left for the parser to refuse.
 */
export function withoutEmptyParentheses(text: string): string {
  if (!/\([\s,]*\)/.test(text)) return text;
  const characters = text.split('');
  try {
    const lexer = new Lexer(new Source(text));
    for (let count = 0; lexer.advance().kind !== TokenKind.EOF; count += 1) {
      if (count === mostLexed) return text;
      const { token, lastToken } = lexer;
      if (token.kind === TokenKind.PAREN_R && lastToken.kind === TokenKind.PAREN_L) {
        characters[lastToken.start] = ' ';
        characters[token.start] = ' ';
      }
    }
  } catch {
    return text;
  }
  return characters.join('');
}
