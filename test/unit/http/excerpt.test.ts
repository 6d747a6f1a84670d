import { describe, expect, it } from 'vitest';
import { excerptOf } from '#shared/http/excerpt.ts';

const excerpt = (body: string | Buffer, confidential: readonly string[] = [], contentType?: string) =>
  excerptOf({ body: Buffer.from(body), header: (name) => (name === 'content-type' ? contentType : undefined) }, confidential);

describe('the excerpt of an answer', () => {
  it('is the text of the body, and absent without one', () => {
    expect(excerpt('out of order')).toBe('out of order');
    expect(excerpt('')).toBeUndefined();
  });

  it('has at most 1024 bytes and is cut between two characters', () => {
    expect(excerpt('x'.repeat(5000))).toBe('x'.repeat(1024));
    const text = excerpt(`x${'€'.repeat(1000)}`) ?? '';
    expect(text).toBe(`x${'€'.repeat(341)}`);
    expect(Buffer.byteLength(text)).toBe(1024);
  });

  it('leaves out a character that the end of the answer cut', () => {
    expect(excerpt(Buffer.from('grün').subarray(0, 3))).toBe('gr');
  });

  it('is read in the charset of the answer, and as UTF-8 where that is unknown', () => {
    expect(excerpt(Buffer.from('grün', 'latin1'), [], 'text/plain; charset=iso-8859-1')).toBe('grün');
    expect(excerpt('grün', [], 'text/plain; charset=klingon')).toBe('grün');
  });

  it('has no credentials that were sent, in whatever notation the endpoint repeats them', () => {
    const secret = 'a/b "c" & d';
    const body = [
      secret,
      JSON.stringify({ secret }),
      JSON.stringify({ secret }).replaceAll('/', '\\/'),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      'a/b &quot;c&quot; &amp; d',
    ];
    const shown = excerpt(body.join('\n'), [secret, ''])?.split('\n');
    expect(shown).toEqual(['***', '{"secret":"***"}', '{"secret":"***"}', '***', '***', '***']);
  });

  it('has no part of a credential that stands across its end', () => {
    expect(excerpt(`${'x'.repeat(1020)}hidden-password`, ['hidden-password'])).toBe(`${'x'.repeat(1020)}***`);
  });
});
