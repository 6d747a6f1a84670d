import { type Actor, describeActor } from '#shared/core/actor.ts';
import type { Clock } from '#shared/core/clock.ts';
import { notFound } from '#shared/core/errors.ts';
import { type AutomaticAssignment, type LabelSelector, selects } from '#shared/formations/automatic-assignment.ts';
import type { AutomaticAssignmentRepository } from '#shared/formations/automatic-assignment-repository.ts';
import { requireFittingType } from '#shared/formations/fitting-type.ts';
import { makeMoves } from '#shared/formations/follow-labels.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { labelledRuntimes } from '#shared/labelling/labelled-objects.ts';
import { checkLabel } from '#shared/labels/label.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';

export interface AutomaticAssignmentDeps {
  readonly automatic: AutomaticAssignmentRepository;
  readonly formations: FormationRepository;
  readonly runtimes: Pick<RuntimeRepository, 'find' | 'list'>;
  readonly clock: Clock;
}

interface Input {
  readonly scenarioName: string;
  readonly selector: LabelSelector;
}

/**
 * Has Runtimes with a label assigned to a formation, those that are there and those to come. Throws NotFound, InvalidData, NotUnique for a
 * second one of the formation, and InvalidOperation when a Runtime is of a type that the formation does not take.
 */
export async function createAutomaticAssignment(
  { scenarioName, selector }: Input,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<AutomaticAssignment> {
  checkLabel(selector.key, selector.value);
  const { tenant } = actor;
  const formation = await deps.formations.findByName(tenant, scenarioName);
  if (!formation) throw notFound('formation', scenarioName);
  const ids: string[] = [];
  for await (const { id, labels } of labelledRuntimes(tenant, selector.key, deps)) {
    if (!selects(selector, labels)) continue;
    await requireFittingType(formation, { objectType: 'RUNTIME', labels }, deps);
    ids.push(id);
  }
  const { id: formationId, name: formationName } = formation;
  const assignment = { tenant, formationId, formationName, selector, version: 1, changedBy: describeActor(actor) };
  await deps.automatic.insert(assignment);
  for (const id of ids) await makeMoves(id, { enters: [formationName], leaves: [] }, actor, deps);
  return assignment;
}

/** Ends the automatic assignment of a formation and takes out the Runtimes that it put in. Throws NotFound. */
export async function deleteAutomaticAssignment(
  scenarioName: string,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<AutomaticAssignment> {
  const assignment = (await deps.automatic.list(actor.tenant)).find(({ formationName }) => formationName === scenarioName);
  if (!assignment) throw notFound('automaticScenarioAssignment', scenarioName);
  await end(assignment, actor, deps);
  return assignment;
}

/** The same for every formation with this selector; none is fine. */
export async function deleteAutomaticAssignments(
  selector: LabelSelector,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<AutomaticAssignment[]> {
  const ended = await automaticAssignmentsFor(selector, actor, deps);
  for (const assignment of ended) await end(assignment, actor, deps);
  return ended;
}

export async function automaticAssignmentsFor(
  { key, value }: LabelSelector,
  { tenant }: Actor,
  { automatic }: { automatic: Pick<AutomaticAssignmentRepository, 'list'> },
): Promise<AutomaticAssignment[]> {
  return (await automatic.list(tenant)).filter(({ selector }) => selector.key === key && selector.value === value);
}

async function end(assignment: AutomaticAssignment, actor: Actor, deps: AutomaticAssignmentDeps): Promise<void> {
  const { tenant, formationId, formationName, selector } = assignment;
  await deps.automatic.delete(assignment);
  let after: string | undefined;
  do {
    const page = await deps.formations.listMembers(tenant, formationId, 'RUNTIME', { first: 100, after });
    for (const { objectId } of page.data) {
      const runtime = await deps.runtimes.find(tenant, objectId);
      if (runtime && selects(selector, runtime.labels)) await makeMoves(objectId, { enters: [], leaves: [formationName] }, actor, deps);
    }
    after = page.next;
  } while (after !== undefined);
}
