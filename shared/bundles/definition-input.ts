import * as z from 'zod';
import { builtAtFirstUse } from '../core/built-at-first-use.ts';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { optional, printableName, required, sized, text, url, validate } from '../core/validate.ts';
import type { ApiDefinition, DefinitionVersion, Document, EventDefinition, Owned, SpecHeader } from './bundle.ts';
import { type FetchRequestInput, fetchRequestInput, newFetchRequest } from './fetch-request-input.ts';
import { locationOf, maxTextBytes, type NewText, newText, type WithText } from './text.ts';

const formats: Record<string, readonly string[]> = { ODATA: ['XML', 'JSON'], OPEN_API: ['JSON', 'YAML'], ASYNC_API: ['JSON', 'YAML'] };

const exactlyOne = 'exactly one of data and fetchRequest is required';

const source = { data: optional(sized(maxTextBytes)), fetchRequest: optional(fetchRequestInput) };

const spec = z
  .object({ type: z.string(), format: z.string(), ...source })
  .refine(({ type, format }) => formats[type]?.includes(format), 'the format does not fit the type')
  .refine(({ data, fetchRequest }) => data === undefined || fetchRequest === undefined, exactlyOne);

// With a pre-release and build metadata (Semantic Versioning 2.0.0, 9 and 10).
const versionValue = z
  .string()
  .regex(/^v?\d{1,50}(\.\d{1,50}){0,2}(-[0-9A-Za-z.-]{1,200})?(\+[0-9A-Za-z.-]{1,200})?$/, 'must be a version such as 1.2.3-rc.1+build.5');

interface Rules {
  readonly name: z.ZodString;
  readonly value: z.ZodString;
  readonly spec: typeof spec;
  readonly group: number;
  /** Texts of documents by the maximum number of their characters. */
  readonly shown: (length: number) => z.ZodString;
}

function schemasOf(rules: Rules) {
  const version = z.object({
    value: rules.value,
    deprecated: optional(z.boolean()),
    deprecatedSince: optional(text(256)),
    forRemoval: optional(z.boolean()),
  });
  const definition = {
    name: rules.name,
    description: optional(text(2000)),
    group: optional(text(rules.group)),
    spec: optional(rules.spec),
    version: optional(version),
  };
  const document = z
    .object({
      title: rules.shown(128),
      displayName: rules.shown(128),
      description: rules.shown(2000),
      format: z.literal('MARKDOWN'),
      kind: optional(text(256)),
      ...source,
    })
    .refine(({ data, fetchRequest }) => data === undefined || fetchRequest === undefined, 'only one of data and fetchRequest is possible');
  return { api: z.object({ ...definition, targetURL: url() }), event: z.object(definition), document };
}

type Schemas = ReturnType<typeof schemasOf>;

const usual = schemasOf({
  name: printableName,
  value: versionValue,
  spec: spec.refine(({ data, fetchRequest }) => data !== undefined || fetchRequest !== undefined, exactlyOne),
  group: 100,
  shown: required,
});

/**
 * The rules for definitions and documents that are registered with their Application. The original does not check those: blank texts, names in any
 * alphabet, versions of any form and specifications without a text are taken.
 */
export const rulesOfRegistration: Schemas = builtAtFirstUse(() =>
  schemasOf({ name: required(256), value: text(256), spec, group: 256, shown: text }),
);

/** The common fields of all objects that one request creates. */
export interface Origin {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly changedBy: string;
  readonly now: Date;
}

/** The initial fields of a new object. */
export const owned = ({ tenant, applicationId, changedBy, now }: Origin): Owned => {
  const time = now.toISOString();
  return { tenant, applicationId, id: newId(), createdAt: time, updatedAt: time, version: 1, changedBy };
};

/** The source of a text. */
interface TextSource {
  readonly data?: string;
  readonly fetchRequest?: FetchRequestInput;
}

interface Parsed<T> {
  readonly fields: T;
  /** Absent if the input has no text. */
  readonly source?: TextSource;
}

interface DefinitionFields {
  readonly name: string;
  readonly description?: string;
  readonly group?: string;
  readonly apiVersion?: DefinitionVersion;
  readonly spec?: SpecHeader;
}

function split<T extends z.output<Schemas['event']>>({ spec: given, version: apiVersion, ...fields }: T) {
  const header = given && { type: given.type, format: given.format };
  return { fields: { description: undefined, group: undefined, ...fields, apiVersion, spec: header }, source: given };
}

/** Reads an APIDefinitionInput; throws InvalidData. */
export const apiFields = (given: unknown, { api } = usual): Parsed<DefinitionFields & { targetURL: string }> =>
  split(validate('APIDefinitionInput', api, given));

/** Reads an EventDefinitionInput; throws InvalidData. */
export const eventFields = (given: unknown, { event } = usual): Parsed<DefinitionFields> =>
  split(validate('EventDefinitionInput', event, given));

/** The same, after a look at the text; throws InvalidData if that is no specification of its type and format. */
export async function withCheckedText<T extends Parsed<DefinitionFields>>(inputName: string, parsed: T): Promise<T> {
  const { spec } = parsed.fields;
  const data = parsed.source?.data;
  if (spec === undefined || data === undefined) return parsed;
  // Most requests have no text, and loading the check costs every cold start.
  const { requireSpecification } = await import('./specification-text.ts');
  await requireSpecification(inputName, spec, data);
  return parsed;
}

/** An object with its text, which is stored beside it. */
export interface WithNewText<T> {
  readonly made: T;
  readonly text?: NewText;
}

interface SourceDeps {
  readonly sealer: Sealer;
  readonly now: Date;
}

/** Replaces the owner's text or fetch request. Keeps both if the input has neither. */
export async function withSource<T extends WithText>(owner: T, source: TextSource | undefined, deps: SourceDeps): Promise<WithNewText<T>> {
  if (source?.fetchRequest) {
    return { made: { ...owner, text: undefined, fetchRequest: await newFetchRequest(source.fetchRequest, owner, deps) } };
  }
  if (source?.data === undefined) return { made: owner };
  const given = newText(owner, source.data);
  return { made: { ...owner, text: locationOf(given), fetchRequest: undefined }, text: given };
}

/** Makes an object of what was read, in a bundle or directly under its Application. */
export type Make<T> = (bundleId: string | undefined, origin: Origin, sealer: Sealer) => Promise<WithNewText<T>>;

/** Reads a new API Definition; throws InvalidData. */
export function newApi(given: unknown, rules = usual): Make<ApiDefinition> {
  const parsed = apiFields(given, rules);
  return async (bundleId, origin, sealer) => {
    const { fields, source } = await withCheckedText('APIDefinitionInput', parsed);
    return withSource({ ...fields, ...owned(origin), bundleId }, source, { sealer, now: origin.now });
  };
}

/** Reads a new Event Definition; throws InvalidData. */
export function newEvent(given: unknown, rules = usual): Make<EventDefinition> {
  const parsed = eventFields(given, rules);
  return async (bundleId, origin, sealer) => {
    const { fields, source } = await withCheckedText('EventDefinitionInput', parsed);
    return withSource({ ...fields, ...owned(origin), bundleId }, source, { sealer, now: origin.now });
  };
}

/** Reads a new Document of a bundle; throws InvalidData. */
export function newDocument(given: unknown, bundleId: string, { document } = usual): Make<Document> {
  const { data, fetchRequest, ...fields } = validate('DocumentInput', document, given);
  return (_, origin, sealer) => withSource({ ...fields, ...owned(origin), bundleId }, { data, fetchRequest }, { sealer, now: origin.now });
}
