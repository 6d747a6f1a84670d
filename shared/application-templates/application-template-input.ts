import * as z from 'zod';
import { applicationFields } from '../applications/register-application.ts';
import type { JsonObject } from '../core/json.ts';
import { dnsName, optional, printableName, required, sized, text, validate } from '../core/validate.ts';
import { checkLabel, type Labels } from '../labels/label.ts';
import type { WebhookFields } from '../webhooks/webhook-input.ts';
import type { Placeholder } from './application-template.ts';
import { isJsonPath } from './json-path.ts';
import { checkPlaceholders, hasPlaceholder } from './placeholders.ts';

const placeholder = z.object({
  name: dnsName,
  description: optional(text(2000)),
  jsonPath: optional(text(2000).refine(isJsonPath, 'must be a path like $.a.b[0]')),
  optional: optional(z.boolean()),
});

const fields = z.object({
  name: printableName,
  description: optional(text(2000)),
  applicationNamespace: optional(text(256)),
  // GraphQL has read it by the schema, so it is JSON.
  applicationInput: z.custom<JsonObject>(),
  placeholders: optional(z.array(placeholder).max(100)),
  labels: optional(z.record(z.string(), z.json())),
  webhooks: optional(z.array(z.custom<WebhookFields>())),
});

/** Maximum size of the input. An item holds 400 KB: the sealed input (a third larger), the placeholders, and the labels with their own limit. */
const sizes = z.object({ applicationInput: sized(150 * 1024), placeholders: sized(64 * 1024) });

export interface TemplateFields {
  readonly name: string;
  readonly description?: string;
  readonly applicationNamespace?: string;
  /** JSON. */
  readonly applicationInput: string;
  readonly placeholders: readonly Placeholder[];
  readonly labels?: Labels;
  readonly webhooks?: readonly WebhookFields[];
}

/** Reads an ApplicationTemplateInput. Throws InvalidData, also for an application input that no placeholder value could make valid. */
export function templateFields(given: object): TemplateFields {
  const {
    applicationInput,
    placeholders = [],
    labels,
    ...rest
  } = validate('ApplicationTemplateInput', fields, JSON.parse(JSON.stringify(given)));
  const input = withoutNulls(applicationInput);
  checkPlaceholders(input, placeholders);
  const settled = Object.fromEntries(Object.entries(input).filter(([, value]) => !hasPlaceholder(value)));
  validate('ApplicationJSONInput', z.object({ ...applicationFields, name: optional(required(100)) }), settled);
  const texts = { applicationInput: JSON.stringify(input), placeholders: JSON.stringify(placeholders) };
  validate('ApplicationTemplateInput', sizes, texts);
  for (const [key, value] of Object.entries(labels ?? {})) checkLabel(key, value as JsonObject[string]);
  return { ...rest, applicationInput: texts.applicationInput, placeholders, ...(labels && { labels: labels as Labels }) };
}

/** Removes fields that are null, which GraphQL clients send for empty ones. */
const withoutNulls = (input: JsonObject): JsonObject => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
