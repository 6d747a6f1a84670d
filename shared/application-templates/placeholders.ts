import { invalidData } from '../core/errors.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Placeholder } from './application-template.ts';

/** A placeholder `{{name}}` of at most 256 characters. An undeclared name with a dot belongs to a webhook's own template. */
const mark = /\{\{([^{}]{0,256})\}\}/g;

/** Fields of a webhook with placeholders of another kind. */
const webhookTemplates = new Set(['urlTemplate', 'inputTemplate', 'headerTemplate', 'outputTemplate', 'statusTemplate']);

/** Throws InvalidData unless the placeholders have distinct names, all of them are used, and nothing else is. */
export function checkPlaceholders(input: JsonObject, placeholders: readonly Placeholder[]): void {
  const declared = new Set(placeholders.map(({ name }) => name));
  if (declared.size < placeholders.length) throw templateInvalid('placeholders', 'must have distinct names');
  const used = new Set<string>();
  let unknown: string | undefined;
  eachName(input, (name, inWebhookTemplate) => {
    used.add(name);
    if (!(inWebhookTemplate || name.includes('.') || declared.has(name))) unknown ??= name;
  });
  for (const name of declared) if (!used.has(name)) throw templateInvalid('placeholders', `${name} is not used in the application input`);
  if (unknown !== undefined) throw templateInvalid('applicationInput', `uses {{${unknown}}}, which is no placeholder`);
}

const templateInvalid = (field: string, why: string) => invalidData('ApplicationTemplateInput', { [field]: why });

type Visit = (name: string, inWebhookTemplate: boolean) => void;

/** Gives the name of every placeholder in texts and keys to `visit`. */
function eachName(value: JsonValue, visit: Visit, inWebhookTemplate = false): void {
  if (typeof value === 'string') eachNameOf(value, visit, inWebhookTemplate);
  else if (Array.isArray(value)) for (const one of value) eachName(one, visit, inWebhookTemplate);
  else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      eachNameOf(key, visit, inWebhookTemplate);
      eachName(inner, visit, inWebhookTemplate || webhookTemplates.has(key));
    }
  }
}

function eachNameOf(text: string, visit: Visit, inWebhookTemplate: boolean): void {
  if (text.includes('{{')) for (const [, name = ''] of text.matchAll(mark)) visit(name, inWebhookTemplate);
}

export function hasPlaceholder(value: JsonValue): boolean {
  let has = false;
  eachName(value, () => {
    has = true;
  });
  return has;
}

/**
 * Replaces every placeholder by its value, string by string: a value never changes the structure, and placeholders inside a value are not replaced. A
 * string that consists of an optional placeholder without a value is left out.
 */
export function fill(input: JsonObject, values: ReadonlyMap<string, string | undefined>): JsonObject {
  return Object.fromEntries(filledEntries(input, values));
}

type Values = ReadonlyMap<string, string | undefined>;

const filledEntries = (object: JsonObject, values: Values): [string, JsonValue][] =>
  Object.entries(object).flatMap(([key, inner]) => {
    const value = filled(inner, values);
    return value === undefined ? [] : [[filledText(key, values), value]];
  });

function filled(value: JsonValue, values: Values): JsonValue | undefined {
  if (typeof value === 'string') return isLeftOut(value, values) ? undefined : filledText(value, values);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((one) => filled(one, values)).filter((one) => one !== undefined);
  return fill(value, values);
}

function isLeftOut(text: string, values: Values): boolean {
  const [, name] = /^\{\{([^{}]{0,256})\}\}$/.exec(text) ?? [];
  return name !== undefined && values.has(name) && values.get(name) === undefined;
}

const filledText = (text: string, values: Values): string =>
  text.replace(mark, (whole, name: string) => (values.has(name) ? (values.get(name) ?? '') : whole));
