import { expect, it, vi } from 'vitest';
import { builtAtFirstUse } from '#shared/core/built-at-first-use.ts';

const built = () => {
  const build = vi.fn(() => ({ one: () => 1, two: 2 }));
  return { build, object: builtAtFirstUse(build) };
};

it('an object is built when its first member is read, and once', () => {
  const { build, object } = built();
  expect(build).not.toHaveBeenCalled();
  expect(object.one()).toBe(1);
  expect(object.two).toBe(2);
  expect(build).toHaveBeenCalledTimes(1);
});

it.each<[string, (object: object) => unknown, unknown]>([
  ['a copy', (object) => ({ ...object }), { one: expect.any(Function), two: 2 }],
  ['a question for a member', (object) => 'two' in object, true],
  ['a question for an own member', (object) => Object.hasOwn(object, 'two'), true],
  ['a list of the members', (object) => Object.keys(object), ['one', 'two']],
])('%s builds the object', (_, use, answer) => {
  expect(use(built().object)).toEqual(answer);
});

it('an object that cannot be built is built again with the next use', () => {
  const build = vi.fn(() => ({ one: 1 })).mockImplementationOnce(() => expect.fail('not yet'));
  const object = builtAtFirstUse(build);
  expect(() => object.one).toThrow('not yet');
  expect(object.one).toBe(1);
});
