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
 * Has the Runtimes of a subaccount, which is what clients call a tenant here, assigned to a formation: those that are there and those to come.
 * A repeat changes nothing. Throws NotFound for the formation, and NotUnique when it takes in Runtimes by another label already.
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

/** Ends it and takes those Runtimes out. A repeat changes nothing. */
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
