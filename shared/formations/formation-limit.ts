import { invalidOperation } from '../core/errors.ts';

/** Whoever is unregistered leaves all formations in the same transaction: two writes each, of 100 in all, beside its own. */
export const mostFormations = 40;

/** Throws InvalidOperation for more formations than an Application or Runtime can be in. */
export function requireRoomFor(formations: number): void {
  if (formations > mostFormations) throw invalidOperation(`an Application or Runtime is in ${mostFormations} formations at most`);
}
