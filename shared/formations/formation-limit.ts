import { invalidOperation } from '../core/errors.ts';

/**
 * Maximum number of formations of an object: an unregistered object leaves all of them in one transaction, which has two writes for each,
 * 100 in all, beside its own.
 */
export const maxFormations = 40;

/** Throws InvalidOperation for more formations than an Application or Runtime can be in. */
export function requireRoomFor(formations: number): void {
  if (formations > maxFormations) throw invalidOperation(`an Application or Runtime is in ${maxFormations} formations at most`);
}
