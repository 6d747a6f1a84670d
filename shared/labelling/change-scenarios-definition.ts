import * as z from 'zod';
import { type Actor, describeActor, requireScope } from '#shared/core/actor.ts';
import { readJson } from '#shared/core/bounded-json.ts';
import { AppError, invalidData, invalidOperation } from '#shared/core/errors.ts';
import { optional, validate } from '#shared/core/validate.ts';
import { newFormation } from '#shared/formations/create-formation.ts';
import { everyFormation } from '#shared/formations/every-formation.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { scenariosDefinition } from './scenarios-definition.ts';

interface Deps {
  readonly formations: Pick<FormationRepository, 'list' | 'insert' | 'delete' | 'automaticAssignments'>;
}

const schemaText = z.object({ schema: optional(z.string()) });

/** The part of a schema that lists scenarios. What else it says of their names is the same for all tenants. */
const scenariosSchema = z.object({ items: z.object({ enum: z.array(z.string()).min(1).max(1000) }) });

/**
 * Makes the formations of the tenant those that a schema of the label `scenarios` lists, for clients older than formations: creates missing ones,
 * and deletes others, which must be empty. Nothing is changed if one of those is in use. Throws InvalidData, InvalidOperation and QuotaExceeded.
 */
export async function changeScenariosDefinition(given: object, actor: Actor, { formations }: Deps) {
  requireScope(actor, 'formation:write');
  const wanted = listedScenarios(given);
  const made = [...wanted].map((name) => newFormation(actor.tenant, name, describeActor(actor)));
  const existing = await everyFormation(actor.tenant, { formations });
  const superfluous = existing.filter(({ name }) => !wanted.has(name));
  await requireUnused(superfluous, actor, { formations });
  const known = new Set(existing.map(({ name }) => name));
  for (const formation of made.filter(({ name }) => !known.has(name))) await insertOnce(formation, { formations });
  for (const formation of superfluous) await formations.delete(formation);
  return scenariosDefinition(actor.tenant, { formations });
}

function listedScenarios(given: object): ReadonlySet<string> {
  const { schema = '' } = validate('LabelDefinitionInput', schemaText, given);
  const read = readJson(schema);
  const listed = scenariosSchema.safeParse('problem' in read ? undefined : read.value);
  if (listed.success) return new Set(listed.data.items.enum);
  throw invalidData('LabelDefinitionInput', { schema: 'must list the scenarios as items.enum: for each one there is a formation' });
}

async function requireUnused(leaving: readonly Formation[], { tenant }: Actor, { formations }: Deps): Promise<void> {
  if (leaving.length === 0) return;
  const selected = new Set((await formations.automaticAssignments(tenant)).map(({ formationId }) => formationId));
  const used = leaving.find(({ id, applicationCount, runtimeCount }) => applicationCount + runtimeCount > 0 || selected.has(id));
  if (used)
    throw invalidOperation(
      `scenario ${used.name} is in use: take its Applications and Runtimes out of it, and end its automatic assignment`,
    );
}

/** Another caller may have created the formation meanwhile. */
async function insertOnce(formation: Formation, { formations }: Pick<Deps, 'formations'>): Promise<void> {
  await formations.insert(formation).catch((error: unknown) => {
    if (!(error instanceof AppError && error.code === 'NotUniqueName')) throw error;
  });
}
