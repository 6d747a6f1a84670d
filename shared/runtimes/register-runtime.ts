import * as z from 'zod';
import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { optional, required, text, validate } from '../core/validate.ts';
import { selects } from '../formations/automatic-assignment.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { initialAssignments, retryOnFormationRace } from '../formations/initial-assignments.ts';
import { type Labels, splitScenarios } from '../labels/label.ts';
import type { LabelDefinitionRepository } from '../labels/label-definition-repository.ts';
import { givenLabels } from '../labels/own-labels.ts';
import { requireDefinedValues } from '../labels/require-defined-values.ts';
import type { Webhook } from '../webhooks/webhook.ts';
import { followLatest } from './follow-assignments.ts';
import { type Runtime, runtimeConditions } from './runtime.ts';
import type { RuntimeRepository } from './runtime-repository.ts';

export const runtimeFields = {
  /** Letters, digits, hyphens, full stops and underscores. */
  name: required(256).regex(/^[a-zA-Z0-9\-._]{0,256}$/, 'must be in a valid format'),
  description: optional(text(2000)),
  applicationNamespace: optional(text(256)),
  statusCondition: optional(z.enum(runtimeConditions)),
};

const registration = z.object({
  /** Set by a caller that repeats a registration after a lost answer. */
  id: z.uuid().optional(),
  ...runtimeFields,
  labels: optional(z.record(z.string(), z.json())),
  formations: z.array(z.string()).default([]),
});

interface Deps {
  readonly runtimes: Pick<RuntimeRepository, 'insert' | 'find' | 'replace'>;
  readonly formations: Pick<FormationRepository, 'findByName' | 'findMany' | 'templateOf' | 'automaticAssignments'>;
  readonly labelDefinitions: Pick<LabelDefinitionRepository, 'list'>;
  readonly clock: Clock;
}

/**
 * Registers a Runtime, assigned to the formations it names and to those that select its labels. With an `id`, a repetition returns the existing
 * Runtime. Throws InvalidData.
 */
export async function registerRuntime(
  given: z.input<typeof registration>,
  actor: Actor,
  deps: Deps,
  webhooks: readonly Webhook[] = [],
): Promise<Runtime> {
  const input = validate('RuntimeRegisterInput', registration, given);
  const { stored, scenarios = [] } = splitScenarios((input.labels ?? {}) as Labels);
  const labels = { isNormalized: 'true', ...stored };
  const [automatic] = await Promise.all([
    deps.formations.automaticAssignments(actor.tenant),
    requireDefinedValues(stored, actor.tenant, deps),
  ]);
  const selected = automatic.filter(({ selector, state }) => state !== 'ending' && selects(selector, givenLabels({ labels })));
  const formationNames = [...new Set([...input.formations, ...scenarios, ...selected.map(({ formationName }) => formationName)])];
  const id = input.id ?? newId();
  try {
    const made = await retryOnFormationRace(() => insert({ id, input, labels, formationNames, webhooks }, actor, deps));
    return await followLatest(made, automatic, actor, deps);
  } catch (error) {
    const existing = error instanceof AppError && error.code === 'NotUnique' ? await deps.runtimes.find(actor.tenant, id) : undefined;
    if (!existing) throw error;
    return existing;
  }
}

interface Registration {
  readonly id: string;
  readonly input: z.output<typeof registration>;
  readonly labels: Labels;
  readonly formationNames: readonly string[];
  readonly webhooks: readonly Webhook[];
}

async function insert(
  { id, input, labels, formationNames, webhooks }: Registration,
  actor: Actor,
  { runtimes, formations, clock }: Deps,
): Promise<Runtime> {
  const now = clock().toISOString();
  const { tenant } = actor;
  const changedBy = describeActor(actor);
  const initial = await initialAssignments(
    formationNames,
    { tenant, objectType: 'RUNTIME', objectId: id, changedBy, labels },
    { formations },
  );
  const runtime: Runtime = {
    tenant,
    id,
    name: input.name,
    description: input.description,
    applicationNamespace: input.applicationNamespace,
    labels,
    status: { condition: input.statusCondition ?? 'INITIAL', timestamp: now },
    formations: initial.formations,
    createdAt: now,
    updatedAt: now,
    version: 1,
    changedBy,
  };
  await runtimes.insert(runtime, initial.assignments, webhooks);
  return runtime;
}
