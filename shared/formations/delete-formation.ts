import type { Actor } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { Formation } from './formation.ts';
import type { FormationRepository } from './formation-repository.ts';

/** Deletes a formation by name. Throws NotFound, and InvalidOperation while anything is assigned to it. */
export async function deleteFormation(
  name: string,
  actor: Actor,
  { formations }: { formations: Pick<FormationRepository, 'findByName' | 'delete'> },
): Promise<Formation> {
  const formation = await formations.findByName(actor.tenant, name);
  if (!formation) throw notFound('formation', name);
  await formations.delete(formation);
  return formation;
}
