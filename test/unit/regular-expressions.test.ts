import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { pumpedTexts } from '#test/support/pumped-texts.ts';
import { filesThatMakeOne, regularExpressionsIn, repeatsWithoutBound } from '#test/support/regular-expressions.ts';

const deployed = ['shared', 'functions', 'agent'];

/** Those that may repeat a part without bound, because no stranger writes what they read. */
const ownTexts: Readonly<Record<string, string>> = {
  '/^\\d+(,\\d+)*$/': 'an environment variable, read once when a process starts',
  '/^[^,=\\s]([^,=]*[^,=\\s])?$/': 'an environment variable, read once when a process starts',
};

/** Characters: four times as many may cost eight times as much, and what costs less than half a millisecond is not worth a look. */
const [few, many] = [2_000, 8_000];
const growth = 8;
const negligible = 0.5;

/** Milliseconds of the fastest of several runs, since other programs only ever add to it; infinite for what does not end within half a second. */
function fastest(expression: RegExp, text: string): number {
  const run = () => {
    const started = performance.now();
    text.replace(expression, '');
    return performance.now() - started;
  };
  const best = () => {
    let least = run();
    for (let runs = 1; runs < 5 && least > negligible; runs += 1) least = Math.min(least, run());
    return least;
  };
  try {
    return runInNewContext('best()', { best }, { timeout: 500 });
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/** Returns true if a text exists whose fourfold length costs much more than four times as much. */
function growsFasterThanTexts(written: string): boolean {
  const [, pattern = '', flags] = /^\/(.*)\/(\w*)$/s.exec(written) ?? [];
  const expression = new RegExp(pattern, flags);
  const short = pumpedTexts(written, few);
  return pumpedTexts(written, many).some((long, index) => isConfirmed(() => growsFaster(expression, short[index] ?? '', long)));
}

/** A busy machine may slow one measurement down, but hardly three in a row. */
const isConfirmed = (measure: () => boolean): boolean => [1, 2, 3].every(measure);

function growsFaster(expression: RegExp, short: string, long: string): boolean {
  const longer = fastest(expression, long);
  if (longer < negligible) return false;
  return longer === Number.POSITIVE_INFINITY || longer > growth * fastest(expression, short);
}

describe('the regular expressions of what is deployed', () => {
  const written = regularExpressionsIn(...deployed);

  it('repeat nothing without bound, but for those that read no text of strangers', () => {
    const unbounded = written.filter(({ text }) => repeatsWithoutBound(text)).map(({ text }) => text);
    expect(unbounded.sort()).toEqual(Object.keys(ownTexts).sort());
  });

  it('are all written as literals', () => {
    expect(filesThatMakeOne(...deployed)).toEqual([]);
  });

  it.each(written.map(({ text, file }) => [text, file]))('cost no more than the length of a text: %s in %s', (text) => {
    expect(growsFasterThanTexts(text)).toBe(false);
  });
});

describe('the search for expensive expressions', () => {
  it.each([
    '/ Did you mean .+\\?$/s',
    '/\\s+$/',
    '/-----BEGIN CERTIFICATE-----[\\s\\S]+?-----END CERTIFICATE-----/g',
    '/^(a|b)*?c|(?:x+)+y/',
  ])('finds %s', (text) => {
    expect(repeatsWithoutBound(text)).toBe(true);
    expect(growsFasterThanTexts(text)).toBe(true);
  });

  it('knows the repetition with a bound, which costs no more than the length of a text', () => {
    expect(repeatsWithoutBound('/^[a-z]{1,64}(?:-[0-9]{2}){0,9}$/')).toBe(false);
    expect(growsFasterThanTexts('/[a-z]{1,64}!/')).toBe(false);
  });
});
