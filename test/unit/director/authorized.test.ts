import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { authorized } from '#functions/director/authorized.ts';
import { operationScopes } from '#functions/director/operation-scopes.ts';
import { roleScopes } from '#shared/authorization/scopes.ts';

const everyScope = roleScopes.admin ?? [];

/** Asks for one operation, with a resolver that answers what it was given. */
async function ask(name: string, kind: string, scopes: readonly string[]): Promise<unknown> {
  const tree = authorized({ [name]: (...given: unknown[]) => given }) as Record<string, CallableFunction>;
  const context = { actor: { kind, scopes: new Set(scopes) } };
  const info = {} as GraphQLResolveInfo;
  try {
    const answer = await tree[name]?.('parent', 'input', context, info);
    expect(answer).toEqual(['parent', 'input', context, info]);
    return 'asked';
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

const rules = Object.entries(operationScopes).map(([name, rule]) => ({
  name,
  scope: typeof rule === 'object' ? rule.scope : rule,
  tenantWide: typeof rule === 'object',
}));
const guarded = rules.filter(({ scope }) => scope !== undefined);

describe('an operation', () => {
  it.each(guarded)('$name is for who holds $scope', async ({ name, scope = '' }) => {
    expect(await ask(name, 'user', [scope])).toBe('asked');
    const others = [...everyScope].filter((one) => one !== scope);
    expect(await ask(name, 'user', others)).toBe('InsufficientScopes');
  });

  it.each(guarded)(
    '$name is for Applications and Runtimes unless it concerns the whole tenant',
    async ({ name, scope = '', tenantWide }) => {
      for (const kind of ['application', 'runtime'])
        expect(await ask(name, kind, [scope])).toBe(tenantWide ? 'InsufficientScopes' : 'asked');
      expect(await ask(name, 'integration_system', [scope])).toBe('asked');
    },
  );

  it.each(rules.filter(({ scope }) => scope === undefined))('$name is for every caller', async ({ name }) => {
    expect(await ask(name, 'runtime', [])).toBe('asked');
  });

  it('without a rule stops the function from starting', () => {
    expect(() => authorized({ newOperation: () => null })).toThrow('the operation newOperation has no rule');
  });
});
