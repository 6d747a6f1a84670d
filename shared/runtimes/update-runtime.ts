import * as z from 'zod';
import { type Actor, actsForTenant, describeActor, requireScope } from '../core/actor.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { optional, validate } from '../core/validate.ts';
import { selects } from '../formations/automatic-assignment.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { setScenarios } from '../formations/set-scenarios.ts';
import { keepFixedLabels } from '../labels/fixed-labels.ts';
import { type Labels, splitScenarios } from '../labels/label.ts';
import type { LabelDefinitionRepository } from '../labels/label-definition-repository.ts';
import { givenLabels, type OwnedLabels, withLabels } from '../labels/own-labels.ts';
import { requireDefinedValues } from '../labels/require-defined-values.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { runtimeFields } from './register-runtime.ts';
import { type RelabelDeps, relabelRuntime } from './relabel-runtime.ts';
import { changeRuntime, type Runtime, type RuntimeChange, withCondition } from './runtime.ts';

const update = z.object({ ...runtimeFields, labels: optional(z.record(z.string(), z.json())) });

interface Deps extends RelabelDeps {
  readonly formations: RelabelDeps['formations'] & Pick<FormationRepository, 'findByName' | 'insert' | 'assign' | 'unassign'>;
  readonly auths: Pick<SystemAuthRepository, 'forgetContact'>;
  readonly labelDefinitions: Pick<LabelDefinitionRepository, 'list'>;
}

/**
 * Changes a Runtime. Labels, if given, replace all but the fixed ones and, of a Runtime that changes itself, those it was given. Formations
 * follow labels that select them, and are those that `scenarios` names where it is given. Without a status the Runtime keeps its own.
 * Throws NotFound, InvalidData, InvalidOperation, and InsufficientScopes for a Runtime whose labels are not its own to set.
 */
export async function updateRuntime(id: string, given: z.input<typeof update>, actor: Actor, deps: Deps): Promise<Runtime> {
  const input = validate('RuntimeUpdateInput', update, given);
  const { stored, scenarios } = input.labels ? splitScenarios(input.labels as Labels) : {};
  if (stored) await requireDefinedValues(stored, actor.tenant, deps);
  const change = (current: Runtime): RuntimeChange & OwnedLabels => {
    if (scenarios) requireSameScenarios(scenarios, current, actor);
    const { status } = input.statusCondition ? withCondition(current, input.statusCondition, deps.clock()) : current;
    const { name, description, applicationNamespace } = input;
    const fields = { name, description, applicationNamespace, status };
    return { ...fields, ...(stored ? replacedLabels(current, stored, actor) : pick(current)) };
  };
  const next = stored ? await relabelRuntime(id, change, actor, deps) : await changeFields(id, change, actor, deps);
  if (input.statusCondition && input.statusCondition !== 'CONNECTED') {
    await deps.auths.forgetContact({ tenant: actor.tenant, kind: 'runtime', id });
  }
  return scenarios && actsForTenant(actor) ? withScenarios(next, scenarios, actor, deps) : next;
}

const pick = ({ labels, ownLabels }: OwnedLabels): OwnedLabels => ({ labels, ownLabels });

const changeFields = (id: string, change: (current: Runtime) => RuntimeChange, actor: Actor, { runtimes, clock }: Deps): Promise<Runtime> =>
  retryOnConflict(async () => {
    const current = await runtimes.get(actor.tenant, id);
    const next = changeRuntime(current, change(current), describeActor(actor), clock());
    await runtimes.replace(next, current);
    return next;
  });

/** A Runtime reads and sends back how names are formed for it; clients that leave it out mean no change. */
function replacedLabels(current: OwnedLabels, stored: Labels, actor: Actor): OwnedLabels {
  const { isNormalized = 'true' } = current.labels;
  return withLabels(current, keepFixedLabels(current.labels, { isNormalized, ...stored }), actor);
}

/** A Runtime may send back in which formations it is, and nothing else. Throws InsufficientScopes. */
function requireSameScenarios(scenarios: readonly string[], { formations }: Runtime, actor: Actor): void {
  if (actsForTenant(actor)) return;
  const names = Object.values(formations);
  if (names.length !== scenarios.length || !names.every((name) => scenarios.includes(name))) requireScope(actor, 'formation:write');
}

/** Puts a Runtime into the formations that its tenant names, beside those that select it by its labels, as a registration does. */
async function withScenarios(runtime: Runtime, scenarios: readonly string[], actor: Actor, deps: Deps): Promise<Runtime> {
  const automatic = await deps.formations.automaticAssignments(actor.tenant);
  const selected = automatic.filter(
    ({ selector, state, formationId }) =>
      state !== 'ending' && formationId in runtime.formations && selects(selector, givenLabels(runtime)),
  );
  const names = new Set([...scenarios, ...selected.map(({ formationName }) => formationName)]);
  await setScenarios(runtime, 'RUNTIME', [...names], actor, deps);
  return deps.runtimes.get(actor.tenant, runtime.id);
}
