import * as z from 'zod';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { optional, printableName, required, sized, text, url, validate } from '../core/validate.ts';
import type { ApiDefinition, DefinitionVersion, Document, EventDefinition, Owned, SpecHeader } from './bundle.ts';
import { type FetchRequestInput, fetchRequestInput, newFetchRequest } from './fetch-request-input.ts';
import { locationOf, maxTextBytes, type NewText, newText, type WithText } from './text.ts';

const formats: Record<string, readonly string[]> = { ODATA: ['XML', 'JSON'], OPEN_API: ['JSON', 'YAML'], ASYNC_API: ['JSON', 'YAML'] };

const source = { data: optional(sized(maxTextBytes)), fetchRequest: optional(fetchRequestInput) };

const spec = z
  .object({ type: z.string(), format: z.string(), ...source })
  .refine(({ type, format }) => formats[type]?.includes(format), 'the format does not fit the type')
  .refine(
    ({ data, fetchRequest }) => (data === undefined) !== (fetchRequest === undefined),
    'exactly one of data and fetchRequest is required',
  );

const version = z.object({
  // With a pre-release and build metadata (Semantic Versioning 2.0.0, 9 and 10).
  value: z
    .string()
    .regex(
      /^v?\d{1,50}(\.\d{1,50}){0,2}(-[0-9A-Za-z.-]{1,200})?(\+[0-9A-Za-z.-]{1,200})?$/,
      'must be a version such as 1.2.3-rc.1+build.5',
    ),
  deprecated: optional(z.boolean()),
  deprecatedSince: optional(text(256)),
  forRemoval: optional(z.boolean()),
});

const definition = {
  name: printableName,
  description: optional(text(2000)),
  group: optional(text(100)),
  spec: optional(spec),
  version: optional(version),
};

const api = z.object({ ...definition, targetURL: url() });
const event = z.object(definition);
const document = z
  .object({
    title: required(128),
    displayName: required(128),
    description: required(2000),
    format: z.literal('MARKDOWN'),
    kind: optional(text(256)),
    ...source,
  })
  .refine(({ data, fetchRequest }) => data === undefined || fetchRequest === undefined, 'only one of data and fetchRequest is possible');

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

function split<T extends z.output<typeof event>>({ spec: given, version: apiVersion, ...fields }: T) {
  const header = given && { type: given.type, format: given.format };
  return { fields: { description: undefined, group: undefined, ...fields, apiVersion, spec: header }, source: given };
}

/** Reads an APIDefinitionInput; throws InvalidData. */
export const apiFields = (given: unknown): Parsed<DefinitionFields & { targetURL: string }> =>
  split(validate('APIDefinitionInput', api, given));

/** Reads an EventDefinitionInput; throws InvalidData. */
export const eventFields = (given: unknown): Parsed<DefinitionFields> => split(validate('EventDefinitionInput', event, given));

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

/** A new API Definition, in a bundle or directly under its Application; throws InvalidData. */
export async function newApi(
  given: unknown,
  bundleId: string | undefined,
  origin: Origin,
  sealer: Sealer,
): Promise<WithNewText<ApiDefinition>> {
  const { fields, source } = apiFields(given);
  return withSource({ ...fields, ...owned(origin), bundleId }, source, { sealer, now: origin.now });
}

/** A new Event Definition, in a bundle or directly under its Application; throws InvalidData. */
export async function newEvent(
  given: unknown,
  bundleId: string | undefined,
  origin: Origin,
  sealer: Sealer,
): Promise<WithNewText<EventDefinition>> {
  const { fields, source } = eventFields(given);
  return withSource({ ...fields, ...owned(origin), bundleId }, source, { sealer, now: origin.now });
}

/** A new Document; throws InvalidData. */
export async function newDocument(given: unknown, bundleId: string, origin: Origin, sealer: Sealer): Promise<WithNewText<Document>> {
  const { data, fetchRequest, ...fields } = validate('DocumentInput', document, given);
  return withSource({ ...fields, ...owned(origin), bundleId }, { data, fetchRequest }, { sealer, now: origin.now });
}
