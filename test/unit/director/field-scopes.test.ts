import { buildSchema, GraphQLNonNull, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { fieldScopes } from '#functions/director/field-scopes.ts';
import { sanitized } from '#functions/director/sanitized.ts';
import { typeDefs } from '#functions/director/schema.generated.ts';
import { roleScopes } from '#shared/authorization/scopes.ts';

const everyScope = roleScopes.admin ?? [];
const answer = 'credentials';
const schema = buildSchema(typeDefs);

/** One case for each scope that a field asks for, by kind of owner where that makes a difference. */
const cases = Object.entries(fieldScopes).flatMap(([place, rule]) => {
  if (rule === 'open') return [];
  const scopes = typeof rule === 'string' ? { any: rule } : rule;
  return Object.entries(scopes).map(([owner, scope]) => ({ place, owner, scope }));
});

function ask({ place, owner }: (typeof cases)[number], scopes: readonly string[]): unknown {
  const [type = '', field = ''] = place.split('.');
  const tree = sanitized({ [type]: { [field]: () => answer } }) as Record<string, Record<string, CallableFunction>>;
  return tree[type]?.[field]?.({ owner: { kind: owner } }, {}, { actor: { scopes: new Set(scopes) } }, {} as GraphQLResolveInfo);
}

describe('a field with credentials', () => {
  it.each(cases)('$place of $owner is answered to who holds $scope, alone', (one) => {
    expect(ask(one, [one.scope])).toBe(answer);
  });

  it.each(cases)('$place of $owner is null to who holds every scope but $scope', (one) => {
    const others = everyScope.filter((scope) => scope !== one.scope);
    expect(others).toHaveLength(everyScope.length - 1);
    expect(ask(one, others)).toBeNull();
  });

  it('is answered to who was given the credential just now, whatever its scopes', () => {
    const places = cases.filter(({ owner }) => owner === 'unlessIssued').map(({ place }) => place.split('.')[0] ?? '');
    expect(places.sort()).toEqual(['AppSystemAuth', 'IntSysSystemAuth', 'RuntimeSystemAuth']);
    for (const type of places) {
      const tree = sanitized({ [type]: { auth: () => answer } }) as Record<string, Record<string, CallableFunction>>;
      const asked = (parent: object) => tree[type]?.auth?.(parent, {}, { actor: { scopes: new Set() } }, {} as GraphQLResolveInfo);
      expect(asked({ clientSecret: 'new' })).toBe(answer);
      expect(asked({})).toBeNull();
    }
  });

  it.each(cases)('$place may be null', ({ place }) => {
    const [type = '', field = ''] = place.split('.');
    expect((schema.getType(type) as GraphQLObjectType).getFields()[field]?.type).not.toBeInstanceOf(GraphQLNonNull);
  });

  it.each(Object.entries(fieldScopes).filter(([, rule]) => rule === 'open'))('%s is answered to everybody who gets there', (place) => {
    expect(ask({ place, owner: 'any', scope: 'application:read' }, [])).toBe(answer);
  });

  it('is guarded also where no resolver stands', () => {
    const tree = sanitized({}) as Record<string, Record<string, CallableFunction>>;
    const parent = { fetchRequest: answer };
    const asked = (scopes: string[]) =>
      tree.APISpec?.fetchRequest?.(parent, {}, { actor: { scopes: new Set(scopes) } }, { fieldName: 'fetchRequest' });
    expect(asked([])).toBeNull();
    expect(asked(['api_spec.fetch_request:read'])).toBe(answer);
  });
});
