import type { Actor, ConsumerKind } from '../core/actor.ts';
import { AppError } from '../core/errors.ts';
import { consumerScopes, type Scope } from './scopes.ts';

/** The scopes of a credential that has fewer than its kind. */
interface Narrowed {
  readonly scopes?: readonly string[];
}

/** Returns the scopes of a credential's holder: those of its kind, or those that the credential names. */
export const scopesOfCredential = (kind: ConsumerKind, { scopes }: Narrowed): readonly Scope[] =>
  consumerScopes[kind].filter((scope) => scopes === undefined || scopes.includes(scope));

/**
 * Returns the scopes that a credential of `kind` names when `actor` hands it out: none where the actor holds all of the kind's, else those it
 * holds. Throws InsufficientScopes for an actor that holds none of them.
 */
export function narrowedBy(actor: Actor, kind: ConsumerKind): Narrowed {
  const scopes = consumerScopes[kind].filter((scope) => actor.scopes.has(scope));
  if (scopes.length === consumerScopes[kind].length) return {};
  if (scopes.length > 0) return { scopes };
  throw new AppError(
    'InsufficientScopes',
    'insufficient scopes provided: the caller has none of the scopes that the credential could have',
  );
}
