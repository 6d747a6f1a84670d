import * as z from 'zod';
import type { ApplicationRepository } from '#shared/applications/application-repository.ts';
import { type Actor, describeActor } from '#shared/core/actor.ts';
import { invalidData, invalidOperation, notFound } from '#shared/core/errors.ts';
import { retryOnConflict } from '#shared/core/retry-on-conflict.ts';
import { jsonText, optional, validate } from '#shared/core/validate.ts';
import { isUsableSchema, jsonSchemaProblem } from '#shared/json-schema/json-schema-problem.ts';
import { checkLabelKey, scenariosLabel } from '#shared/labels/label.ts';
import type { LabelDefinition } from '#shared/labels/label-definition.ts';
import type { LabelDefinitionRepository } from '#shared/labels/label-definition-repository.ts';
import type { RuntimeRepository } from '#shared/runtimes/runtime-repository.ts';
import { labelledObjects } from './labelled-objects.ts';

const definitionInput = z.object({ key: z.string(), schema: optional(jsonText(64 * 1024)) });

interface Deps {
  readonly labelDefinitions: LabelDefinitionRepository;
  readonly applications: Pick<ApplicationRepository, 'list'>;
  readonly runtimes: Pick<RuntimeRepository, 'list'>;
}

/** Defines the allowed values of a label. Throws InvalidData, NotUnique, and InvalidOperation when existing labels violate it. */
export async function createLabelDefinition(given: object, actor: Actor, deps: Deps): Promise<LabelDefinition> {
  const input = await definitionOf(given);
  await requireObeyed(input, actor, deps);
  const definition = { ...input, tenant: actor.tenant, version: 1, changedBy: describeActor(actor) };
  await deps.labelDefinitions.insert(definition);
  return definition;
}

/** Replaces a definition's schema. Throws NotFound, InvalidData, and InvalidOperation when existing labels violate it. */
export async function updateLabelDefinition(given: object, actor: Actor, deps: Deps): Promise<LabelDefinition> {
  const input = await definitionOf(given);
  return retryOnConflict(async () => {
    const current = await definitionNamed(input.key, actor, deps);
    await requireObeyed(input, actor, deps);
    const next = { ...input, tenant: current.tenant, version: current.version + 1, changedBy: describeActor(actor) };
    await deps.labelDefinitions.replace(next, current);
    return next;
  });
}

/** Deletes a definition; the labels stay as they are. Throws NotFound. */
export function deleteLabelDefinition(key: string, actor: Actor, deps: Pick<Deps, 'labelDefinitions'>): Promise<LabelDefinition> {
  return retryOnConflict(async () => {
    const definition = await requireDefinition(key, actor, deps);
    await deps.labelDefinitions.delete(definition);
    return definition;
  });
}

/** Throws NotFound where there is none, and InvalidOperation for that of scenarios. */
export async function requireDefinition(key: string, actor: Actor, deps: Pick<Deps, 'labelDefinitions'>): Promise<LabelDefinition> {
  requireOwnDefinition(key);
  return definitionNamed(key, actor, deps);
}

async function definitionOf(given: object): Promise<{ key: string; schema?: string }> {
  const input = validate('LabelDefinitionInput', definitionInput, given);
  checkLabelKey(input.key);
  requireOwnDefinition(input.key);
  if (input.schema !== undefined && !(await isUsableSchema(input.schema))) {
    throw invalidData('LabelDefinitionInput', { schema: 'must be a JSON Schema' });
  }
  return input;
}

function requireOwnDefinition(key: string): void {
  if (key === scenariosLabel) throw invalidOperation('the definition of scenarios follows from the formations: create or delete those');
}

async function definitionNamed(
  key: string,
  { tenant }: Actor,
  { labelDefinitions }: Pick<Deps, 'labelDefinitions'>,
): Promise<LabelDefinition> {
  const definition = (await labelDefinitions.list(tenant)).find((one) => one.key === key);
  if (!definition) throw notFound('labelDefinition', key);
  return definition;
}

/** Reads every label of the key; equal values are checked once. */
async function requireObeyed({ key, schema }: { key: string; schema?: string }, { tenant }: Actor, deps: Deps): Promise<void> {
  if (schema === undefined) return;
  const checked = new Set<string>();
  for await (const { kind, id, value } of labelledObjects(tenant, key, deps)) {
    const text = JSON.stringify(value);
    if (checked.has(text)) continue;
    const problem = await jsonSchemaProblem(schema, text);
    if (problem) throw invalidOperation(`the label ${key} of the ${kind} ${id} violates the schema: ${problem}`);
    checked.add(text);
  }
}
