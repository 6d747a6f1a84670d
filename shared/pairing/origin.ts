import type { Actor, ConsumerKind } from '../core/actor.ts';

/** The caller that asked for a credential. */
export interface Origin {
  readonly kind: Actor['kind'];
  readonly id: string;
  /** The System Auth of the caller's credential; none for a user, and for a workflow that acts for a caller. */
  readonly authId?: string;
  /** SHA-256 of the certificate that the caller presented, as lower-case hexadecimal; none for an OAuth client. */
  readonly fingerprint?: string;
}

export function originOf(actor: Actor): Origin {
  const { kind, id } = actor;
  const authId = kind === 'user' ? undefined : actor.authId;
  const fingerprint = kind === 'application' || kind === 'runtime' ? actor.fingerprint : undefined;
  return { kind, id, ...(authId !== undefined && { authId }), ...(fingerprint !== undefined && { fingerprint }) };
}

interface Credential {
  readonly owner: { readonly kind: ConsumerKind; readonly id: string };
  readonly origin?: Origin;
}

/** Returns the id of the System Auth with which the owner asked for this one. This one ends with it. */
export function derivedFrom({ owner, origin }: Credential): string | undefined {
  return origin?.kind === owner.kind && origin.id === owner.id ? origin.authId : undefined;
}

/** Selects, from all System Auths of an owner, those derived from the one of `id`, directly or through others. */
export function descendantsOf<C extends Credential & { readonly id: string }>(id: string, auths: readonly C[]): C[] {
  const children = auths.filter((auth) => derivedFrom(auth) === id);
  return children.flatMap((child) => [child, ...descendantsOf(child.id, auths)]);
}
