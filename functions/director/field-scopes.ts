import type { Scope } from '#shared/authorization/scopes.ts';
import type { Actor } from '#shared/core/actor.ts';

/** Fields that a caller lacks the scope for are null, not an error: existing clients ask for everything. */
export const holdsScope = (actor: Actor, scope: Scope): boolean => actor.scopes.has(scope);
