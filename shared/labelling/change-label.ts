import { type Application, changeApplication } from '#shared/applications/application.ts';
import type { ApplicationRepository } from '#shared/applications/application-repository.ts';
import { type Actor, actsForTenant, describeActor, type OwnerKind, requireOwnership, requireScope } from '#shared/core/actor.ts';
import type { Clock } from '#shared/core/clock.ts';
import { notFound } from '#shared/core/errors.ts';
import type { JsonValue } from '#shared/core/json.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { setScenarios } from '#shared/formations/set-scenarios.ts';
import { requireChangeable } from '#shared/labels/fixed-labels.ts';
import { checkLabel, type Labels, labelOf, scenarioNames, scenariosLabel, withScenarios } from '#shared/labels/label.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import { type LabelEntry, storableValue } from '#shared/labels/label-entry.ts';
import { hasLabel, type OwnedLabels, requireNotReserved, withLabel, withoutLabel } from '#shared/labels/own-labels.ts';
import { requireDefinedValues } from '#shared/labels/require-defined-values.ts';
import { relabelRuntime } from '#shared/runtimes/relabel-runtime.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';

interface Deps {
  readonly applications: Pick<ApplicationRepository, 'get' | 'replace'>;
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'find' | 'replace'>;
  readonly formations: Pick<
    FormationRepository,
    'automaticAssignments' | 'findMany' | 'findByName' | 'templateOf' | 'insert' | 'assign' | 'unassign'
  >;
  readonly clock: Clock;
}

interface SetDeps extends Deps {
  readonly labelDefinitions: Pick<LabelDefinitionRepository, 'list'>;
}

interface LabelOwner {
  readonly kind: OwnerKind;
  readonly id: string;
}

/**
 * Sets a label; the `scenarios` label assigns to the formations that it lists. Throws NotFound, InvalidData, InvalidOperation, and InsufficientScopes
 * for a label that the caller may not set on itself.
 */
export async function setLabel(owner: LabelOwner, key: string, value: JsonValue, actor: Actor, deps: SetDeps): Promise<LabelEntry> {
  requireOwnership(actor, owner.kind, owner.id);
  checkLabel(key, value);
  requireFormationScope(key, actor);
  if (key !== scenariosLabel) await requireDefinedValues({ [key]: value }, actor.tenant, deps);
  if (key === scenariosLabel) await assignScenarios(owner, scenarioNames(value), actor, deps);
  else await setStored(owner, key, storableValue(value), actor, deps);
  return { key, value };
}

/** Deletes a label and returns it. Throws NotFound for the owner and for the label, and InsufficientScopes as setting does. */
export async function deleteLabel(owner: LabelOwner, key: string, actor: Actor, deps: Deps): Promise<LabelEntry> {
  requireOwnership(actor, owner.kind, owner.id);
  requireFormationScope(key, actor);
  const { labels, formations } = await labelled(owner, actor, deps);
  const value = labelOf(withScenarios(labels, formations), key);
  if (value === undefined) throw notFound('label', key);
  if (key === scenariosLabel) await assignScenarios(owner, [], actor, deps);
  else await deleteStored(owner, key, actor, deps);
  return { key, value };
}

const setStored = ({ kind, id }: LabelOwner, key: string, value: JsonValue, actor: Actor, deps: Deps): Promise<unknown> =>
  kind === 'application'
    ? changeApplicationLabels(id, key, (labels) => ({ ...labels, [key]: value }), actor, deps)
    : changeRuntimeLabels(id, key, (current) => withLabel(current, key, value, actor), actor, deps);

const deleteStored = ({ kind, id }: LabelOwner, key: string, actor: Actor, deps: Deps): Promise<unknown> =>
  kind === 'application'
    ? changeApplicationLabels(id, key, ({ [key]: _, ...rest }) => rest, actor, deps)
    : changeRuntimeLabels(id, key, (current) => withoutLabel(current, key, actor), actor, deps);

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

const changeApplicationLabels = (
  id: string,
  key: string,
  change: (labels: Labels) => Labels,
  actor: Actor,
  { applications, clock }: Deps,
): Promise<unknown> =>
  retryOnConflict(async () => {
    const current = await applications.get(actor.tenant, id);
    requireChangeable(current.labels, key);
    const labels = change(current.labels);
    if (!hasLabel(current.labels, key, labels[key])) requireNotReserved(key, 'application', actor);
    await applications.replace(changeApplication(current, { labels }, describeActor(actor), clock()), current);
  });

const changeRuntimeLabels = (
  id: string,
  key: string,
  change: (current: OwnedLabels) => OwnedLabels,
  actor: Actor,
  deps: Deps,
): Promise<unknown> => {
  const changed = (current: Runtime): OwnedLabels => {
    requireChangeable(current.labels, key);
    return change(current);
  };
  return relabelRuntime(id, changed, actor, deps);
};
