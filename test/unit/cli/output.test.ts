import { describe, expect, it } from 'vitest';
import { printer } from '#cli/output/printer.ts';
import { didYouMean } from '#cli/suggestion.ts';

function printed(format: 'table' | 'json' | 'yaml', use: (print: ReturnType<typeof printer>) => void, terminal = false, environment = {}) {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({ isTTY: terminal, write: (text: string) => (written[name] += text) });
  use(printer(format, { stdout: output('stdout'), stderr: output('stderr'), environment }));
  return written;
}

interface Row {
  readonly name: string;
  readonly state: string;
}

const rows = [
  { name: 'shop', state: 'CONNECTED' },
  { name: 'orders of the shop', state: 'FAILED' },
];
const columns = [
  ['NAME', ({ name }: Row) => name],
  ['STATE', ({ state }: Row) => state],
] as const;

describe('a table', () => {
  it('has columns as wide as their widest text', () => {
    expect(printed('table', (print) => print.list(rows, columns)).stdout.split('\n')).toEqual([
      'NAME                STATE',
      'shop                CONNECTED',
      'orders of the shop  FAILED',
      '',
    ]);
  });

  it('obeys no control character of a name', () => {
    const { stdout } = printed('table', (print) => print.list([{ name: 'a\u001b[2Jb\nc', state: '' }], columns));
    expect(stdout).toContain('a\u{fffd}[2Jb c');
    expect(stdout).not.toContain('\u001b');
  });

  it('without rows leaves the standard output empty', () => {
    expect(printed('table', (print) => print.list([], columns))).toEqual({ stdout: '', stderr: 'There are none.\n' });
  });
});

describe('colours', () => {
  it('are on a terminal only', () => {
    expect(printed('table', (print) => print.list(rows, columns), true).stdout).toContain('\u001b[32mCONNECTED');
    expect(printed('table', (print) => print.list(rows, columns), false).stdout).not.toContain('\u001b');
  });

  it.each([{ NO_COLOR: '1' }, { TERM: 'dumb' }])('are left out with %o', (environment) => {
    expect(printed('table', (print) => print.list(rows, columns), true, environment).stdout).not.toContain('\u001b');
  });
});

describe('a list', () => {
  it('is an array in JSON, an empty one too', () => {
    expect(JSON.parse(printed('json', (print) => print.list(rows, columns)).stdout)).toEqual(rows);
    expect(printed('json', (print) => print.list([], columns))).toEqual({ stdout: '[]\n', stderr: '' });
  });

  it('is a sequence in YAML', () => {
    expect(printed('yaml', (print) => print.list(rows, columns)).stdout).toBe(
      '- name: shop\n  state: CONNECTED\n- name: orders of the shop\n  state: FAILED\n',
    );
  });
});

describe('a suggestion', () => {
  it.each([
    ['shp', ' Did you mean shop?'],
    ['Shop', ' Did you mean shop?'],
    ['warehouse', ''],
  ])('for %s among shop and orders is "%s"', (given, suggestion) => {
    expect(didYouMean(given, ['shop', 'orders'])).toBe(suggestion);
  });
});
