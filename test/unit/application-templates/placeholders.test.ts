import { describe, expect, it } from 'vitest';
import { checkPlaceholders, fill } from '#shared/application-templates/placeholders.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

describe('placeholders', () => {
  it.each([
    ['in the text of a field', { name: '{{name}}' }],
    ['within a text', { name: 'the {{name}} shop' }],
    ['deep inside', { name: 'a', bundles: [{ apiDefinitions: [{ targetURL: 'https://{{name}}.example.com' }] }] }],
    ['in the key of a label', { name: 'a', labels: { '{{name}}_x': 1 } }],
    ['in a template of a webhook', { name: 'a', webhooks: [{ urlTemplate: '{"path":"https://{{name}}/{{.Application.ID}}"}' }] }],
  ])('may be used %s', (_, input) => {
    expect(() => checkPlaceholders(input, named('name'))).not.toThrow();
  });

  it.each([
    ['are not used', { name: 'a' }, named('name'), 'name is not used'],
    ['have the same name', { name: '{{a}}' }, named('a', 'a'), 'distinct names'],
    ['are used without being declared', { name: '{{other}}' }, [], 'uses {{other}}'],
    ['have no name', { name: '{{}}' }, [], 'uses {{}}'],
  ])('are refused when they %s', (_, input, placeholders, message) => {
    expect(() => checkPlaceholders(input, placeholders)).toThrow(message);
  });

  it('leave alone what the templates of webhooks have of their own kind', () => {
    const input = { name: 'a', webhooks: [{ inputTemplate: '{{.Runtime.ID}} {{other}}' }], description: '{{.Name}}' };
    expect(() => checkPlaceholders(input, [])).not.toThrow();
    expect(fill(input, new Map())).toEqual(input);
  });
});

describe('filling in', () => {
  const values = (given: Record<string, string | undefined>) => new Map(Object.entries(given));

  it('replaces a placeholder wherever it stands', () => {
    const input = { name: '{{n}}-{{n}}', labels: { '{{n}}': ['{{n}}', 1, null, true] }, webhooks: [{ url: 'https://{{n}}' }] };
    expect(fill(input, values({ n: 'x' }))).toEqual({ name: 'x-x', labels: { x: ['x', 1, null, true] }, webhooks: [{ url: 'https://x' }] });
  });

  it.each(['"', '\\', '","managed":"true', '{{other}}', '$&', '$1', '\n', '</script>'])('takes %j for nothing but text', (value) => {
    expect(fill({ name: '{{n}}', other: 'b' }, values({ n: value, other: 'leaked' }))).toEqual({ name: value, other: 'b' });
  });

  it('cannot reach into what every object inherits', () => {
    const filled = fill({ name: 'a', labels: { '{{k}}': { polluted: true } } }, values({ k: '__proto__' }));
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.keys(filled.labels as object)).toEqual(['__proto__']);
  });

  it('leaves out a text that is nothing but an optional placeholder without a value, and empties it within others', () => {
    const input = { name: 'a{{x}}', description: '{{x}}', labels: { tags: ['{{x}}', 'b'] } };
    expect(fill(input, values({ x: undefined }))).toEqual({ name: 'a', labels: { tags: ['b'] } });
  });
});
