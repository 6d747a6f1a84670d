import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/core/actor.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { deleteSystemAuth } from '#shared/pairing/delete-system-auth.ts';
import { derivedFrom, descendantsOf, type Origin, originOf } from '#shared/pairing/origin.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const tenant = tenantId('acme');
const owner = { tenant, kind: 'runtime', id: 'r-1' } as const;
const scopes = new Set<string>();
const aUser = (of = tenant): Actor => ({ kind: 'user', id: 'alice', tenant: of, scopes });
const aSystem = (kind: 'application' | 'runtime', id: string): Actor => ({ kind, id, tenant, scopes, authId: 'auth-1' });

describe('the origin of a credential', () => {
  const application: Actor = { kind: 'application', id: 'a-1', tenant, scopes, authId: 'auth-1', fingerprint: 'aa' };

  it.each<[string, Actor, Origin]>([
    ['a user', { kind: 'user', id: 'alice', tenant, scopes }, { kind: 'user', id: 'alice' }],
    ['an Application with a certificate', application, { kind: 'application', id: 'a-1', authId: 'auth-1', fingerprint: 'aa' }],
    [
      'a Runtime with a certificate',
      { ...application, kind: 'runtime' },
      { kind: 'runtime', id: 'a-1', authId: 'auth-1', fingerprint: 'aa' },
    ],
    [
      'a Runtime with an OAuth client',
      { kind: 'runtime', id: 'r-1', tenant, scopes, authId: 'auth-1' },
      { kind: 'runtime', id: 'r-1', authId: 'auth-1' },
    ],
    [
      'a workflow that acts for an integration system',
      { kind: 'integration_system', id: 'i-1', tenant, scopes },
      { kind: 'integration_system', id: 'i-1' },
    ],
    [
      'an integration system',
      { kind: 'integration_system', id: 'i-1', tenant, scopes, authId: 'auth-1' },
      { kind: 'integration_system', id: 'i-1', authId: 'auth-1' },
    ],
  ])('names %s by what it presented, and nothing more', (_, actor, origin) => {
    expect(originOf(actor)).toStrictEqual(origin);
  });

  const made = (id: string, origin?: Origin) => ({ id, owner, ...(origin && { origin }) });
  const itself = (authId?: string): Origin => ({ kind: 'runtime', id: 'r-1', ...(authId && { authId }) });

  it('makes it derived only if its own owner asked for it', () => {
    expect(derivedFrom(made('x', itself('auth-1')))).toBe('auth-1');
    for (const other of [undefined, itself(), { ...itself('auth-1'), id: 'r-2' }, { ...itself('auth-1'), kind: 'application' } as const])
      expect(derivedFrom(made('x', other))).toBeUndefined();
  });

  it('leads to all that were derived from it, directly and through others, and to none of another', () => {
    const all = [
      made('child', itself('first')),
      made('grandchild', itself('child')),
      made('first'),
      made('second', itself('child')),
      made('other', itself('another')),
      made('given', { kind: 'integration_system', id: 'i-1', authId: 'first' }),
    ];
    const ids = (id: string) => descendantsOf(id, all).map((one) => one.id);
    expect(ids('first').sort()).toEqual(['child', 'grandchild', 'second']);
    expect(ids('child').sort()).toEqual(['grandchild', 'second']);
    expect(ids('grandchild')).toEqual([]);
  });
});

describe('the deletion of a System Auth', () => {
  const auth: SystemAuth = aSystemAuth(owner);
  const deleting = async (actor: Actor, kind: 'application' | 'runtime' = 'runtime', id = auth.id) => {
    const deleted: string[] = [];
    const findById = async (of: string, wanted: string) => (of === tenant && wanted === auth.id ? auth : undefined);
    const outcome = await deleteSystemAuth(kind, id, actor, {
      auths: { findById, delete: async (one) => void deleted.push(one.id) },
    }).catch((error: unknown) => error);
    return { outcome, deleted };
  };
  const notFound = { code: 'NotFound', details: expect.objectContaining({ object: 'systemAuth', ID: auth.id }) };

  it('is for users of the tenant and for the owner', async () => {
    for (const actor of [aUser(), aSystem('runtime', 'r-1')]) expect(await deleting(actor)).toEqual({ outcome: auth, deleted: [auth.id] });
  });

  it.each([
    ['by another Runtime', aSystem('runtime', 'r-2')],
    ['by an Application of the same id', aSystem('application', 'r-1')],
    ['in another tenant', aUser(tenantId('other'))],
  ])('finds nothing %s', async (_, actor) => {
    expect(await deleting(actor)).toEqual({ outcome: expect.objectContaining({ code: 'NotFound' }), deleted: [] });
  });

  it('finds nothing of another kind, or that does not exist', async () => {
    expect(await deleting(aUser(), 'application')).toEqual({ outcome: expect.objectContaining(notFound), deleted: [] });
    expect((await deleting(aUser(), 'runtime', 'gone')).deleted).toEqual([]);
    const nothing = await deleting(aSystem('runtime', 'r-1'), 'runtime', 'gone');
    expect(nothing.outcome).toMatchObject({ code: 'NotFound' });
  });
});
