import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { withoutEmptyParentheses } from '#shared/graphql/compat/empty-parentheses.ts';

describe('a document with empty parentheses', () => {
  it.each([
    'query { result: configuration() { id } }',
    '{ result: configuration( \n , ) { id } }',
    'mutation { result: revokeCertificate() }',
  ])('is read as existing agents mean it: %s', (text) => {
    expect(print(parse(withoutEmptyParentheses(text)))).not.toContain('(');
  });

  it('keeps parentheses inside strings, block strings and comments', () => {
    const text = '{ a(b: "()", c: """( )""") d() } # ()';
    expect(withoutEmptyParentheses(text)).toBe('{ a(b: "()", c: """( )""") d   } # ()');
  });

  it('keeps the position of everything else, so that errors point to the right place', () => {
    const text = '{ größe() viewer( ) { id } }';
    expect(withoutEmptyParentheses(text)).toHaveLength(text.length);
  });

  it('is left to the parser when it does not lex', () => {
    expect(withoutEmptyParentheses('{ a() "unterminated }')).toBe('{ a() "unterminated }');
  });

  it('is left to the parser, which refuses it, when it goes on for too long', () => {
    const text = `{ a${'()'.repeat(100_000)} }`;
    expect(withoutEmptyParentheses(text)).toBe(text);
  });
});
