import { type Actor, describeActor } from '#shared/core/actor.ts';
import type { Clock } from '#shared/core/clock.ts';
import { invalidData, notFound } from '#shared/core/errors.ts';
import { pagesOf } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { type AutomaticAssignment, type LabelSelector, selects } from '#shared/formations/automatic-assignment.ts';
import type { AutomaticAssignmentRepository } from '#shared/formations/automatic-assignment-repository.ts';
import { requireFittingType } from '#shared/formations/fitting-type.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { labelledRuntimes } from '#shared/labelling/labelled-objects.ts';
import { checkLabel } from '#shared/labels/label.ts';
import { givenLabels, isReported } from '#shared/labels/own-labels.ts';
import { enterSelected, leaveSelected } from '#shared/runtimes/follow-assignments.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';

export interface AutomaticAssignmentDeps {
  readonly automaticAssignments: AutomaticAssignmentRepository;
  readonly formations: FormationRepository;
  readonly runtimes: Pick<RuntimeRepository, 'find' | 'list' | 'replace'>;
  readonly clock: Clock;
}

interface Input {
  readonly scenarioName: string;
  readonly selector: LabelSelector;
}

/**
 * Assigns present and future Runtimes with a label to a formation; labels that a Runtime set itself do not select. A repetition continues an
 * unfinished run. Throws NotFound, InvalidData, NotUnique for a second one of the formation, and InvalidOperation if a Runtime has a type that the
 * formation does not accept.
 */
export async function createAutomaticAssignment(
  { scenarioName, selector }: Input,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<AutomaticAssignment> {
  requireSelectable(selector);
  const { tenant } = actor;
  const formation = await deps.formations.findByName(tenant, scenarioName);
  if (!formation) throw notFound('formation', scenarioName);
  await requireFittingTypes(formation, selector, deps);
  const { id: formationId, name: formationName } = formation;
  const changedBy = describeActor(actor);
  const assignment = { tenant, formationId, formationName, selector, state: 'starting', version: 1, changedBy } as const;
  await insertOrGoOn(assignment, deps);
  // Read after the assignment is stored: a Runtime that is labelled later finds the assignment itself.
  for await (const { id } of selectedRuntimes(tenant, selector, deps)) await enterSelected(id, assignment, actor, deps);
  if (!(await deps.automaticAssignments.settle(assignment))) await leaveIfEnded(assignment, actor, deps);
  return assignment;
}

/** Takes the Runtimes out again if the assignment was ended while they were put in, unless one by another label selects them now. */
async function leaveIfEnded(assignment: AutomaticAssignment, actor: Actor, deps: AutomaticAssignmentDeps): Promise<void> {
  const { tenant, formationId, selector } = assignment;
  const there = (await deps.automaticAssignments.list(tenant)).find((one) => one.formationId === formationId && one.state !== 'ending');
  for await (const { id, labels } of selectedRuntimes(tenant, selector, deps)) {
    if (!(there && selects(there.selector, labels))) await leaveSelected(id, assignment, actor, deps);
  }
}

/** Throws InvalidData for a malformed label, and for a label by which Runtimes report. */
function requireSelectable({ key, value }: LabelSelector): void {
  checkLabel(key, value);
  if (isReported(key)) throw invalidData('LabelSelectorInput', { key: `is a label that Runtimes set themselves and cannot be a selector` });
}

/** Reads the Runtimes only for a formation that takes certain types. */
async function requireFittingTypes(formation: Formation, selector: LabelSelector, deps: AutomaticAssignmentDeps): Promise<void> {
  const template = await deps.formations.templateOf(formation);
  if (!template?.runtimeTypes?.length) return;
  for await (const { labels } of selectedRuntimes(formation.tenant, selector, deps)) {
    await requireFittingType(formation, { objectType: 'RUNTIME', labels }, { formations: { templateOf: async () => template } });
  }
}

async function* selectedRuntimes(tenant: TenantId, selector: LabelSelector, deps: AutomaticAssignmentDeps) {
  for await (const runtime of labelledRuntimes(tenant, selector.key, deps)) {
    const labels = givenLabels(runtime);
    if (selects(selector, labels)) yield { id: runtime.id, labels };
  }
}

async function insertOrGoOn(assignment: AutomaticAssignment, { automaticAssignments }: AutomaticAssignmentDeps): Promise<void> {
  try {
    await automaticAssignments.insert(assignment);
  } catch (error) {
    const { tenant, formationId, selector } = assignment;
    const there = (await automaticAssignments.list(tenant)).find((one) => one.formationId === formationId);
    if (there?.state !== 'starting' || there.selector.key !== selector.key || there.selector.value !== selector.value) throw error;
  }
}

/** Ends the automatic assignment of a formation and removes the Runtimes that it assigned. Throws NotFound. */
export async function deleteAutomaticAssignment(
  scenarioName: string,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<AutomaticAssignment> {
  const assignment = (await deps.automaticAssignments.list(actor.tenant)).find(({ formationName }) => formationName === scenarioName);
  if (!assignment) throw notFound('automaticScenarioAssignment', scenarioName);
  await end(assignment, actor, deps);
  return assignment;
}

/** The same for every formation with this selector; there may be none. */
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
  { automaticAssignments }: { automaticAssignments: Pick<AutomaticAssignmentRepository, 'list'> },
): Promise<AutomaticAssignment[]> {
  return (await automaticAssignments.list(tenant)).filter(({ selector }) => selector.key === key && selector.value === value);
}

/** The assignment is deleted last, so that a repetition after a crash removes the rest. */
async function end(assignment: AutomaticAssignment, actor: Actor, deps: AutomaticAssignmentDeps): Promise<void> {
  const { tenant, formationId } = assignment;
  if (!(await deps.automaticAssignments.beginEnd(assignment))) return;
  for await (const members of pagesOf((page) => deps.formations.listMembers(tenant, formationId, 'RUNTIME', page), 100)) {
    for (const { objectId } of members) await leaveSelected(objectId, assignment, actor, deps);
  }
  await deps.automaticAssignments.delete(assignment);
}
