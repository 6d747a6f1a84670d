import { expect, it } from 'vitest';
import type { Caller } from '../../../scripts/aws/smoke/caller.ts';
import { madeObjects } from '../../../scripts/aws/smoke/made-objects.ts';

/** A Director that keeps objects by name, and fails where a test says so. */
function director(fails: (query: string, attempt: number) => 'before' | 'after' | undefined = () => undefined) {
  const stored = new Map([['1', { id: '1', name: 'not of the test' }]]);
  const attempts = new Map<string, number>();
  const answer = (query: string, variables: Record<string, unknown>): unknown => {
    if (query.includes('register') && !query.includes('unregister')) {
      const object = { id: String(stored.size + 1), name: (variables.in as { name: string }).name };
      stored.set(object.id, object);
      return object;
    }
    if (query.includes('unregister')) return stored.delete(String(variables.id));
    // Pages of one object.
    const [next] = [...stored.values()].filter(({ id }) => id > String(variables.after ?? ''));
    const last = [...stored.keys()].at(-1);
    return { data: next ? [next] : [], pageInfo: { endCursor: next?.id ?? '', hasNextPage: next !== undefined && next.id !== last } };
  };
  const ask: Caller['director'] = async (query, schema, variables = {}) => {
    const kind = query.slice(0, 60);
    const attempt = (attempts.get(kind) ?? 0) + 1;
    attempts.set(kind, attempt);
    const failure = fails(query, attempt);
    if (failure === 'before') throw new Error('no connection');
    const result = answer(query, variables);
    if (failure === 'after') throw new Error('the answer was lost');
    return schema.parse(result);
  };
  const caller: Caller = { who: 'a test', director: ask, provisioner: ask };
  return { caller, names: () => [...stored.values()].map(({ name }) => name) };
}

it('the smoke test removes what it registered, and nothing else', async () => {
  const { caller, names } = director();
  const made = madeObjects(caller, 'smoke-1');
  await made.register('Application', {});
  await made.register('Runtime', {});
  expect(await made.remove()).toEqual([]);
  expect(names()).toEqual(['not of the test']);
});

it('the smoke test finds and removes an object whose registration was not answered', async () => {
  const { caller, names } = director((query) => (query.includes('registerApplication') && !query.includes('un') ? 'after' : undefined));
  const made = madeObjects(caller, 'smoke-1');
  await expect(made.register('Application', {})).rejects.toThrow('lost');
  expect(names()).toContain('smoke-1');
  expect(await made.remove()).toEqual([]);
  expect(names()).toEqual(['not of the test']);
});

it('the smoke test repeats a removal that failed, and names what is left in the end', async () => {
  const passing = director((query, attempt) => (query.includes('unregister') && attempt < 3 ? 'before' : undefined));
  const first = madeObjects(passing.caller, 'smoke-1');
  await first.register('Application', {});
  expect(await first.remove()).toEqual([]);
  const failing = director((query) => (query.includes('unregister') ? 'before' : undefined));
  const second = madeObjects(failing.caller, 'smoke-2');
  const id = await second.register('Runtime', {});
  expect(await second.remove()).toEqual([`Runtime smoke-2 (${id}): no connection`]);
});
