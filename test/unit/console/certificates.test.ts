import { describe, expect, it } from 'vitest';
import { filterOf, termOf } from '#console/certificates/certificate-terms.ts';
import { filledPage, type Page } from '#console/client/pages.ts';

const now = new Date('2030-01-01T00:00:00.000Z');

describe('the end of a certificate', () => {
  it('is near from 14 days before it', () => {
    const issued = '2029-01-01T00:00:00.000Z';
    expect(termOf('2030-01-16T00:00:00.000Z', issued, now)).toBe('valid');
    expect(termOf('2030-01-15T00:00:00.000Z', issued, now)).toBe('soon');
    expect(termOf('2030-01-15T00:00:00.000Z', null, now)).toBe('soon');
    expect(termOf('2030-01-01T00:00:00.000Z', issued, now)).toBe('ended');
  });

  it('is near in the last fifth of a short life', () => {
    expect(termOf('2030-01-03T00:00:00.000Z', '2029-12-27T00:00:00.000Z', now)).toBe('valid');
    expect(termOf('2030-01-02T00:00:00.000Z', '2029-12-26T00:00:00.000Z', now)).toBe('soon');
  });

  it('is filtered by the same days', () => {
    expect(filterOf('soon', now)).toEqual({ from: '2030-01-01T00:00:00.000Z', to: '2030-01-15T00:00:00.000Z' });
    expect(filterOf('ended', now)).toEqual({ to: '2030-01-01T00:00:00.000Z' });
    expect(filterOf('suspected', now)).toEqual({ suspected: true });
    expect(filterOf('all', now)).toEqual({});
  });
});

describe('a list that leaves elements out', () => {
  const pages: Readonly<Record<string, Page<string>>> = {
    start: { data: [], pageInfo: { endCursor: 'second', hasNextPage: true } },
    second: { data: [], pageInfo: { endCursor: 'third', hasNextPage: true } },
    third: { data: ['one'], pageInfo: { endCursor: 'end', hasNextPage: true } },
    end: { data: [], pageInfo: { endCursor: '', hasNextPage: false } },
  };
  const read = async ({ after = 'start' }: { readonly after?: string | undefined }) => pages[after] as Page<string>;

  it('is read on over empty pages', async () => {
    expect(await filledPage({ first: 50 }, read)).toBe(pages.third);
  });

  it('ends where there is no page any more', async () => {
    expect(await filledPage({ first: 50, after: 'end' }, read)).toBe(pages.end);
  });
});
