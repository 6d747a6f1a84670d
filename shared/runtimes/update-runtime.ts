import * as z from 'zod';
import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { optional, validate } from '../core/validate.ts';
import { type Moves, makeMoves, movesOf } from '../formations/follow-labels.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { keepFixedLabels } from '../labels/fixed-labels.ts';
import { type Labels, splitScenarios } from '../labels/label.ts';
import type { LabelDefinitionRepository } from '../labels/label-definition-repository.ts';
import { requireDefinedValues } from '../labels/require-defined-values.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import { runtimeFields } from './register-runtime.ts';
import { changeRuntime, type Runtime, withCondition } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

const update = z.object({ ...runtimeFields, labels: optional(z.record(z.string(), z.json())) });

interface Deps {
  readonly runtimes: Pick<RuntimeRepository, 'get' | 'find' | 'replace'>;
  readonly formations: Pick<FormationRepository, 'automaticAssignments' | 'find' | 'findByName' | 'templateOf' | 'assign' | 'unassign'>;
  readonly auths: Pick<SystemAuthRepository, 'forgetContact'>;
  readonly definitions: Pick<LabelDefinitionRepository, 'list'>;
  readonly clock: Clock;
}

/**
 * Changes a Runtime. Labels, if given, replace all but the fixed ones; formations follow them where
 * they select labels, and otherwise stay as they are.
 * Without a status the Runtime keeps its own. Throws NotFound, InvalidData.
 */
export async function updateRuntime(id: string, given: z.input<typeof update>, actor: Actor, deps: Deps): Promise<Runtime> {
  const input = validate('RuntimeUpdateInput', update, given);
  const stored = input.labels && splitScenarios(input.labels as Labels).stored;
  if (stored) await requireDefinedValues(stored, actor.tenant, deps);
  let moves: Moves = { enters: [], leaves: [] };
  const next = await retryOnConflict(async () => {
    const current = await deps.runtimes.get(actor.tenant, id);
    const now = deps.clock();
    const labels = stored ? keepFixedLabels(current.labels, stored) : current.labels;
    const { status } = input.statusCondition ? withCondition(current, input.statusCondition, now) : current;
    const { name, description, applicationNamespace } = input;
    const changed = changeRuntime(current, { name, description, applicationNamespace, labels, status }, describeActor(actor), now);
    if (stored) moves = await movesOf(current, labels, actor, deps);
    await deps.runtimes.replace(changed, current.version);
    return changed;
  });
  if (input.statusCondition && input.statusCondition !== 'CONNECTED') {
    await deps.auths.forgetContact({ tenant: actor.tenant, kind: 'runtime', id });
  }
  if (moves.enters.length + moves.leaves.length === 0) return next;
  await makeMoves(id, moves, actor, deps);
  return deps.runtimes.get(actor.tenant, id);
}
