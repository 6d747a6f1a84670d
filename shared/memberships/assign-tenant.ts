import type { Actor } from '#shared/core/actor.ts';
import { notFound } from '#shared/core/errors.ts';
import type { AutomaticAssignment } from '#shared/formations/automatic-assignment.ts';
import type { Formation } from '#shared/formations/formation.ts';
import { subaccountLabel } from '#shared/labels/own-labels.ts';
import {
  type AutomaticAssignmentDeps,
  automaticAssignmentsFor,
  createAutomaticAssignment,
  deleteAutomaticAssignment,
} from './change-automatic-assignment.ts';

/**
 * Assigns the present and future Runtimes of a subaccount, which clients call a tenant here, to a formation. A repetition changes nothing. Throws
 * NotFound for the formation, and NotUnique if it has another automatic assignment.
 */
export async function assignTenant(
  subaccount: string,
  scenarioName: string,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<Formation> {
  const formation = await existing(scenarioName, actor, deps);
  const selector = { key: subaccountLabel, value: subaccount };
  const there = await assignmentOf(subaccount, scenarioName, actor, deps);
  if (there === undefined || there.state === 'starting') await createAutomaticAssignment({ scenarioName, selector }, actor, deps);
  return formation;
}

/** Ends the assignment and removes those Runtimes. A repetition changes nothing. */
export async function unassignTenant(
  subaccount: string,
  scenarioName: string,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<Formation> {
  const formation = await existing(scenarioName, actor, deps);
  if (await assignmentOf(subaccount, scenarioName, actor, deps)) await deleteAutomaticAssignment(scenarioName, actor, deps);
  return formation;
}

async function existing(name: string, { tenant }: Actor, { formations }: AutomaticAssignmentDeps): Promise<Formation> {
  const formation = await formations.findByName(tenant, name);
  if (!formation) throw notFound('formation', name);
  return formation;
}

const assignmentOf = async (
  value: string,
  scenario: string,
  actor: Actor,
  deps: AutomaticAssignmentDeps,
): Promise<AutomaticAssignment | undefined> =>
  (await automaticAssignmentsFor({ key: subaccountLabel, value }, actor, deps)).find(({ formationName }) => formationName === scenario);
