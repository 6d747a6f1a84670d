import { describe, expect, it } from 'vitest';
import { cutToBudget } from '#functions/director/page-budget.ts';

const megabyte = 1024 * 1024;
const page = (sizes: number[], next?: string) => ({
  data: sizes.map((size, index) => ({ id: `id-${index}`, size })),
  ...(next && { next }),
});
const cut = (given: ReturnType<typeof page>) => {
  const { data, next } = cutToBudget(
    given,
    ({ size }) => size,
    ({ id }) => id,
  );
  return [data.length, next];
};

describe('a page with a budget', () => {
  it.each([
    ['stays whole within it', page([megabyte, megabyte]), [2, undefined]],
    ['stays whole within it, and goes on where it would', page([1, 1], 'id-1'), [2, 'id-1']],
    ['ends before what is too much', page([megabyte, megabyte, 1, 1]), [2, 'id-1']],
    ['has one element at least', page([9 * megabyte, 1]), [1, 'id-0']],
    ['ends with what is large and last', page([9 * megabyte]), [1, undefined]],
    ['may be empty', page([]), [0, undefined]],
  ])('%s', (_, given, expected) => {
    expect(cut(given)).toEqual(expected);
  });
});
