import { describe, expect, it } from 'vitest';
import { isKnownTag } from '#shared/http/entity-tags.ts';

const tag = '"abc-_1"';

describe('a tag', () => {
  it.each([
    ['itself', '"abc-_1"'],
    ['its weak form', 'W/"abc-_1"'],
    ['any', '*'],
    ['any, with blanks around', ' * '],
    ['the first of several', '"abc-_1", "other"'],
    ['the last of several, weak and without blanks', '"other",W/"abc-_1"'],
    ['one between empty elements', ', "abc-_1" ,,'],
  ])('is known to who names %s', (_, named) => {
    expect(isKnownTag(tag, named)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['an empty list', ''],
    ['another', '"other"'],
    ['its text without the quotes', 'abc-_1'],
    ['a part of it', '"abc-_"'],
    ['a longer one', '"abc-_12"'],
    ['it in other letters', '"ABC-_1"'],
    ['it with a small w, which is no weak form', 'w/"abc-_1"'],
    ['any among others, which is no list', '"other", *'],
  ])('is not known to who names %s', (_, named) => {
    expect(isKnownTag(tag, named)).toBe(false);
  });
});
