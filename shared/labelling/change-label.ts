import * as z from 'zod';
import { type Application, changeApplication } from '#shared/applications/application.ts';
import type { ApplicationRepository } from '#shared/applications/application-repository.ts';
import { type Actor, actsForTenant, describeActor, type OwnerKind, requireOwnership, requireScope } from '#shared/core/actor.ts';
import type { Clock } from '#shared/core/clock.ts';
import { notFound } from '#shared/core/errors.ts';
import type { JsonValue } from '#shared/core/json.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import { validate } from '#shared/core/validate.ts';
import { type Moves, makeMoves, movesOf } from '#shared/formations/follow-labels.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { setScenarios } from '#shared/formations/set-scenarios.ts';
import { requireChangeable } from '#shared/labels/fixed-labels.ts';
import { checkLabel, checkSize, type Labels, labelOf, scenarioNames, scenariosLabel, withScenarios } from '#shared/labels/label.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import { requireDefinedValues } from '#shared/labels/require-defined-values.ts';
import { changeRuntime, type Runtime } from '#shared/runtimes/runtime.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'get' | 'replace'>;
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'find' | 'replace'>;
  readonly formations: Pick<
    FormationRepository,
    'automaticAssignments' | 'find' | 'findByName' | 'templateOf' | 'insert' | 'assign' | 'unassign'
  >;
  readonly clock: Clock;
}

interface SetDeps extends Deps {
  readonly definitions: Pick<LabelDefinitionRepository, 'list'>;
}

interface LabelOwner {
  readonly kind: OwnerKind;
  readonly id: string;
}

export interface LabelEntry {
  readonly key: string;
  readonly value: JsonValue;
}

/** Sets a label; the `scenarios` label assigns to the formations it lists. Throws NotFound, InvalidData, InvalidOperation. */
export async function setLabel(owner: LabelOwner, key: string, value: JsonValue, actor: Actor, deps: SetDeps): Promise<LabelEntry> {
  requireOwnership(actor, owner.kind, owner.id);
  checkLabel(key, value);
  requireFormationScope(key, actor);
  if (key !== scenariosLabel) await requireDefinedValues({ [key]: value }, actor.tenant, deps);
  if (key === scenariosLabel) await assignScenarios(owner, scenarioNames(value), actor, deps);
  else await changeLabels(owner, key, (labels) => ({ ...labels, [key]: plain(value) }), actor, deps);
  return { key, value };
}

/** Objects that stand in the text of a request are parsed without a prototype; those cannot be stored. */
const plain = (value: JsonValue): JsonValue => validate('LabelInput', z.object({ value: z.json() }), { value }).value;

/** Deletes a label and answers what it was. Throws NotFound for the owner and for the label. */
export async function deleteLabel(owner: LabelOwner, key: string, actor: Actor, deps: Deps): Promise<LabelEntry> {
  requireOwnership(actor, owner.kind, owner.id);
  requireFormationScope(key, actor);
  const { labels, formations } = await labelled(owner, actor, deps);
  const value = labelOf(withScenarios(labels, formations), key);
  if (value === undefined) throw notFound('label', key);
  if (key === scenariosLabel) await assignScenarios(owner, [], actor, deps);
  else await changeLabels(owner, key, ({ [key]: _, ...rest }) => rest, actor, deps);
  return { key, value };
}

/** Requires the scope for formations: by the `scenarios` label a system could join any formation. */
function requireFormationScope(key: string, actor: Actor): void {
  if (key === scenariosLabel && !actsForTenant(actor)) requireScope(actor, 'formation:write');
}

const labelled = ({ kind, id }: LabelOwner, { tenant }: Actor, { applications, runtimes }: Deps): Promise<Application | Runtime> =>
  kind === 'application' ? applications.get(tenant, id) : runtimes.get(tenant, id);

async function assignScenarios(owner: LabelOwner, names: readonly string[], actor: Actor, deps: Deps): Promise<void> {
  const object = await labelled(owner, actor, deps);
  await setScenarios(object, owner.kind === 'application' ? 'APPLICATION' : 'RUNTIME', names, actor, deps);
}

async function changeLabels(owner: LabelOwner, key: string, change: (labels: Labels) => Labels, actor: Actor, deps: Deps): Promise<void> {
  if (owner.kind === 'application') return changeApplicationLabels(owner.id, key, change, actor, deps);
  const moves = await changeRuntimeLabels(owner.id, key, change, actor, deps);
  await makeMoves(owner.id, moves, actor, deps);
}

const changeApplicationLabels = (
  id: string,
  key: string,
  change: (labels: Labels) => Labels,
  actor: Actor,
  { applications, clock }: Deps,
): Promise<void> =>
  retryOnConflict(async () => {
    const current = await applications.get(actor.tenant, id);
    requireChangeable(current.labels, key);
    const next = changeApplication(current, { labels: checkSize(change(current.labels)) }, describeActor(actor), clock());
    await applications.replace(next, current);
  });

const changeRuntimeLabels = (
  id: string,
  key: string,
  change: (labels: Labels) => Labels,
  actor: Actor,
  { runtimes, formations, clock }: Deps,
): Promise<Moves> =>
  retryOnConflict(async () => {
    const current = await runtimes.get(actor.tenant, id);
    requireChangeable(current.labels, key);
    const labels = checkSize(change(current.labels));
    const moves = await movesOf(current, labels, actor, { formations });
    await runtimes.replace(changeRuntime(current, { labels }, describeActor(actor), clock()), current.version);
    return moves;
  });
