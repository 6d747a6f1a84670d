import { describe, expect, it } from 'vitest';
import {
  type Actor,
  actsForTenant,
  describeActor,
  requireOwnership,
  requireScope,
  requireTenantActor,
  tenantActorNamed,
} from '#shared/core/actor.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const given = { tenant: tenantId('t'), id: 'one', authId: 'auth', scopes: new Set(['b:read', 'a:read']) };
const actors: Readonly<Record<Actor['kind'], Actor>> = {
  user: { ...given, kind: 'user' },
  integration_system: { ...given, kind: 'integration_system' },
  application: { ...given, kind: 'application' },
  runtime: { ...given, kind: 'runtime' },
};
const errorOf = (run: () => void): unknown => {
  try {
    run();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe('an actor', () => {
  it.each([
    ['user', true],
    ['integration_system', true],
    ['application', false],
    ['runtime', false],
  ] as const)('of the kind %s acts for its whole tenant: %s', (kind, expected) => {
    expect(actsForTenant(actors[kind])).toBe(expected);
    const refused = errorOf(() => requireTenantActor(actors[kind]));
    if (expected) expect(refused).toBeUndefined();
    else
      expect(refused).toMatchObject({
        code: 'InsufficientScopes',
        message: 'insufficient scopes provided: Applications and Runtimes cannot call this operation',
      });
  });

  it('needs the very scope, and the error names the scopes it has', () => {
    expect(errorOf(() => requireScope(actors.user, 'a:read'))).toBeUndefined();
    expect(errorOf(() => requireScope(actors.user, 'a:write'))).toMatchObject({
      code: 'InsufficientScopes',
      message: 'insufficient scopes provided [actual=a:read b:read; required=a:write]',
    });
  });

  it.each([
    ['user', 'application', 'another', undefined],
    ['integration_system', 'runtime', 'another', undefined],
    ['application', 'application', 'one', undefined],
    ['application', 'application', 'another', 'Object not found [ID=another; object=application]'],
    ['application', 'runtime', 'one', 'Object not found [ID=one; object=runtime]'],
    ['runtime', 'runtime', 'one', undefined],
    ['runtime', 'runtime', 'another', 'Object not found [ID=another; object=runtime]'],
    ['runtime', 'application_template', 'one', 'Object not found [ID=one; object=application_template]'],
  ] as const)('of the kind %s, asking for the %s %s, finds: %s', (kind, object, id, message) => {
    const refused = errorOf(() => requireOwnership(actors[kind], object, id)) as Error | undefined;
    expect(refused?.message).toBe(message);
  });

  it('has a name for events and logs', () => {
    expect(describeActor(actors.runtime)).toBe('runtime/one');
  });

  it.each(['user', 'integration_system'] as const)('is read back from the name of a %s, also where its id has slashes', (kind) => {
    const actor = { kind, id: 'https://issuer/one' };
    expect(tenantActorNamed(describeActor(actor))).toEqual(actor);
  });
});
