import * as z from 'zod';
import type { ApplicationDetails } from '../applications/application-repository.ts';
import { type RegisterDeps, registerApplication } from '../applications/register-application.ts';
import type { Actor } from '../core/actor.ts';
import { invalidData, notFound } from '../core/errors.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { filled, jsonText, optional, text, validate } from '../core/validate.ts';
import { type ApplicationTemplate, type Placeholder, templateSealingContext } from './application-template.ts';
import type { ApplicationTemplateRepository } from './application-template-repository.ts';
import { valueAt } from './json-path.ts';
import { fill } from './placeholders.ts';

const inputName = 'ApplicationFromTemplateInput';

/** Maximum length of the filled-in input, in characters. A placeholder may occur thousands of times. */
const maxValueLength = 2000;

const fromTemplate = z
  .object({
    id: optional(z.string()),
    templateName: filled,
    values: optional(z.array(z.object({ placeholder: z.string(), value: text(maxValueLength) })).max(100)),
    placeholdersPayload: optional(jsonText(64 * 1024)),
    labels: optional(z.record(z.string(), z.json())),
  })
  .refine(({ values = [], placeholdersPayload }) => values.length === 0 || placeholdersPayload === undefined, {
    path: ['values'],
    error: 'only one of values and placeholdersPayload is possible',
  })
  .refine(({ values = [] }) => new Set(values.map(({ placeholder }) => placeholder)).size === values.length, {
    path: ['values'],
    error: 'must name each placeholder once',
  });

type Input = z.output<typeof fromTemplate>;

interface Deps extends RegisterDeps {
  readonly applicationTemplates: Pick<ApplicationTemplateRepository, 'find' | 'findByName'>;
}

/**
 * Registers an Application from a template, with values for the placeholders. It carries the template's name as its label `applicationType`, unless
 * it is given another one. Throws NotFound for the template, and what `registerApplication` throws.
 */
export async function registerApplicationFromTemplate(given: object, actor: Actor, deps: Deps): Promise<ApplicationDetails> {
  const input = validate(inputName, fromTemplate, given);
  const template = await templateOf(input, actor, deps.applicationTemplates);
  const sealed = await deps.sealer.open(templateSealingContext(template.tenant, template.id), template.applicationInput);
  const described = fill(JSON.parse(sealed) as JsonObject, valuesOf(input, template.placeholders));
  const registration = {
    ...(template.applicationNamespace && { applicationNamespace: template.applicationNamespace }),
    ...described,
    labels: { applicationType: template.name, ...(described.labels as JsonObject), ...input.labels },
  };
  return registerApplication(registration, actor, deps, template.id);
}

async function templateOf(
  { id, templateName }: Input,
  { tenant }: Actor,
  templates: Deps['applicationTemplates'],
): Promise<ApplicationTemplate> {
  const template = id === undefined ? await templates.findByName(tenant, templateName) : await templates.find(tenant, id);
  if (template?.name !== templateName) throw notFound('applicationTemplate', id ?? templateName);
  return template;
}

function valuesOf(input: Input, placeholders: readonly Placeholder[]): Map<string, string | undefined> {
  const given =
    input.placeholdersPayload === undefined ? namedValues(input, placeholders) : payloadValues(input.placeholdersPayload, placeholders);
  for (const { name, optional: mayBeAbsent } of placeholders) {
    if (given.get(name) === undefined && !mayBeAbsent) throw valuesInvalid(`placeholder ${name} needs a value`);
  }
  return new Map(placeholders.map(({ name }) => [name, given.get(name)]));
}

function namedValues({ values = [] }: Input, placeholders: readonly Placeholder[]): Map<string, string | undefined> {
  const unknown = values.find(({ placeholder }) => !placeholders.some(({ name }) => name === placeholder));
  if (unknown) throw valuesInvalid(`the template has no placeholder ${unknown.placeholder}`);
  return new Map(values.map(({ placeholder, value }) => [placeholder, value]));
}

function payloadValues(payload: string, placeholders: readonly Placeholder[]): Map<string, string | undefined> {
  const root = JSON.parse(payload) as JsonValue;
  return new Map(
    placeholders.map(({ name, jsonPath }) => [name, textOf(jsonPath === undefined ? undefined : valueAt(root, jsonPath), name)]),
  );
}

function textOf(value: JsonValue | undefined, name: string): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') throw valuesInvalid(`the payload has no text for placeholder ${name}`);
  return validate(inputName, text(maxValueLength), String(value));
}

const valuesInvalid = (why: string) => invalidData(inputName, { values: why });
