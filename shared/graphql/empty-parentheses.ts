import { Lexer, Source, TokenKind } from 'graphql';

/**
 * Removes argument lists without arguments: agents in the field send `configuration()`, which the GraphQL grammar does not know.
 * Parentheses inside strings and comments stay; text that does not lex is left for the parser to refuse.
 */
export function withoutEmptyParentheses(text: string): string {
  if (!/\([\s,]*\)/.test(text)) return text;
  const characters = [...text.split('')];
  try {
    const lexer = new Lexer(new Source(text));
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (token.kind === TokenKind.PAREN_R && lexer.lastToken.kind === TokenKind.PAREN_L) {
        characters[lexer.lastToken.start] = ' ';
        characters[token.start] = ' ';
      }
    }
  } catch {
    return text;
  }
  return characters.join('');
}
