import { describe, expect, it } from 'vitest';
import { claimsOf, rightsOf } from '#console/session/rights.ts';
import { roleScopes } from '#console/session/role-scopes.ts';
import { roleScopes as granted } from '#shared/authorization/scopes.ts';

describe('the rights that the console sees', () => {
  it('are those that the APIs grant to each role', () => {
    expect(roleScopes).toEqual(granted);
  });

  it('come from the groups and scopes of the access token', () => {
    const rights = rightsOf({
      sub: 'anna',
      'cognito:groups': ['tenant/t1', 'tenant/t2', 'role/viewer', 'role/unknown'],
      scope: 'openid compass/application:write',
    });
    expect(rights).toMatchObject({ user: 'anna', tenants: ['t1', 't2'], roles: ['viewer', 'unknown'] });
    expect(rights.scopes.has('application:read')).toBe(true);
    expect(rights.scopes.has('application:write')).toBe(true);
    expect(rights.scopes.has('runtime:write')).toBe(false);
  });

  it('come from the claim that the deployment names', () => {
    expect(rightsOf({ sub: 'anna', groups: ['tenant/t1'], 'cognito:groups': ['tenant/t2'] }, 'groups').tenants).toEqual(['t1']);
  });

  it('are read from a token with letters of any script', () => {
    const payload = Buffer.from(JSON.stringify({ sub: 'Jürgen ✓' })).toString('base64url');
    expect(claimsOf(`e30.${payload}.x`)).toEqual({ sub: 'Jürgen ✓' });
  });
});
