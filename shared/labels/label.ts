import * as z from 'zod';
import { bytesOf } from '#shared/core/json-bytes.ts';
import { invalidData } from '../core/errors.ts';
import { type JsonObject, type JsonValue, storageProblem } from '../core/json.ts';
import { filled, validate } from '../core/validate.ts';

/** Labels of an Application or Runtime: key to JSON value. */
export type Labels = JsonObject;

const labelKey = filled
  .max(256, 'the length must be no more than 256')
  .regex(/^[A-Za-z0-9_]{0,256}$/, 'must be in a valid format: letters, digits and underscores');

/** The label that lists an object's formations. It is derived from them and never stored. */
export const scenariosLabel = 'scenarios';

/** Returns the value of a label; undefined for names that every object inherits. */
export const labelOf = (labels: Labels, key: string): JsonValue | undefined => (Object.hasOwn(labels, key) ? labels[key] : undefined);

/** Returns the value of a label that is a text; empty for another value and for an absent label. */
export function textLabelOf(labels: Labels, key: string): string {
  const value = labelOf(labels, key);
  return typeof value === 'string' ? value : '';
}

/** Throws InvalidData for a key outside `[A-Za-z0-9_]{1,256}`. */
export const checkLabelKey = (key: string): void => void validate('LabelInput', z.object({ key: labelKey }), { key });

/** The same, and for a value that is null or cannot be stored. */
export function checkLabel(key: string, value: JsonValue | undefined): void {
  checkLabelKey(key);
  if (value === null || value === undefined) throw invalidData('LabelInput', { value: 'cannot be blank' });
  const problem = storageProblem({ [key]: value });
  if (problem) throw invalidData('LabelInput', { value: problem });
}

/** Counts how much of the quotas of their owner labels take. */
export const amountsOfLabels = (labels: Labels) => ({ labels: Object.keys(labels).length, labelBytes: bytesOf(labels) });

/** More labels than the highest quota allows. */
const maxLabelsBytes = 100 * 1024;

/** Throws InvalidData for labels that are too large together. */
function checkSize(labels: Labels): void {
  if (bytesOf(labels) > maxLabelsBytes) {
    throw invalidData('LabelInput', { labels: `must be at most ${maxLabelsBytes} bytes together` });
  }
}

/** Throws InvalidData for a label that may not be, and for labels that are too large together. */
export function checkLabels(labels: Labels): void {
  for (const [key, value] of Object.entries(labels)) checkLabel(key, value);
  checkSize(labels);
}

/** Splits labels as clients send them into those that are stored and the formations that `scenarios` asks for. */
export function splitScenarios(labels: Labels): { stored: Labels; scenarios: string[] | undefined } {
  for (const [key, value] of Object.entries(labels)) checkLabel(key, value);
  const { [scenariosLabel]: scenarios, ...stored } = labels;
  checkSize(stored);
  return { stored, scenarios: scenarios === undefined ? undefined : scenarioNames(scenarios) };
}

/** Reads the value of a `scenarios` label; throws InvalidData unless it is a list of distinct formation names. */
export function scenarioNames(value: JsonValue): string[] {
  const names = Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
  if (!Array.isArray(value) || names.length !== value.length || new Set(names).size !== names.length) {
    throw invalidData('LabelInput', { scenarios: 'must be a list of distinct formation names' });
  }
  return names;
}

/** Labels as clients see them: the stored ones and, where the object is in a formation, `scenarios`. */
export function withScenarios(labels: Labels, formations: Readonly<Record<string, string>>): Labels {
  const names = Object.values(formations).sort();
  return names.length === 0 ? labels : { ...labels, [scenariosLabel]: names };
}
