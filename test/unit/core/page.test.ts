import { describe, expect, it } from 'vitest';
import { encodeCursor, idPageRequest, pageRequest } from '#shared/core/page.ts';

describe('a request for a page', () => {
  it('asks for 200 elements from the start by default: agents read the first page only', () => {
    expect(pageRequest()).toEqual({ first: 200 });
    expect(pageRequest(null, '')).toEqual({ first: 200 });
  });

  it.each([1, 200])('may ask for %i elements', (first) => {
    expect(pageRequest(first)).toEqual({ first });
  });

  it.each([0, -1, 201])('may not ask for %i elements', (first) => {
    expect(() => pageRequest(first)).toThrow(
      expect.objectContaining({ code: 'InvalidData', message: 'Invalid data [reason=page size must be between 1 and 200]' }),
    );
  });

  it('goes on where a cursor says', () => {
    expect(pageRequest(3, encodeCursor('größe#1'))).toEqual({ first: 3, after: 'größe#1' });
  });

  it('goes on behind as many elements as a cursor of the original says', () => {
    expect(pageRequest(3, Buffer.from('DpKtJ4j9jDq400').toString('base64'))).toEqual({ size: 3, offset: 400 });
  });

  it('takes cursors of ours alone where the original had no such list', () => {
    expect(() => idPageRequest(1, Buffer.from('DpKtJ4j9jDq1').toString('base64'))).toThrow('cursor is not correct');
  });

  it.each([
    ['text', 'not a cursor'],
    ['a cursor of the original without a number', Buffer.from('DpKtJ4j9jDqx').toString('base64')],
    ['nothing behind the prefix', encodeCursor('')],
    ['more than any key holds', encodeCursor('x'.repeat(1025))],
  ])('refuses %s as cursor', (_, cursor) => {
    expect(() => pageRequest(1, cursor)).toThrow(
      expect.objectContaining({ code: 'InvalidData', message: 'Invalid data [reason=cursor is not correct]' }),
    );
  });
});
