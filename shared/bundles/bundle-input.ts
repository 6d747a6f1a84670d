import { z } from 'zod';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { jsonText, optional, printableName, required, sized, text, url, validate } from '../core/validate.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import type { ApiDefinition, BundleContents, DefinitionVersion, Document, EventDefinition, SpecHeader, SpecText } from './bundle.ts';

/** An item holds 400 KB; a specification is kept in one of its own. */
const largestSpec = 350 * 1024;
/** Kept in the bundle itself, beside its credentials. */
const largestSchema = 100 * 1024;

const formats: Record<string, readonly string[]> = { ODATA: ['XML', 'JSON'], OPEN_API: ['JSON', 'YAML'], ASYNC_API: ['JSON', 'YAML'] };

const spec = z
  .object({
    type: z.string(),
    format: z.string(),
    data: sized(largestSpec),
  })
  .refine(({ type, format }) => formats[type]?.includes(format), 'the format does not go with the type');

const version = z.object({
  value: z.string().regex(/^v?\d+(\.\d+){0,2}([-+][0-9A-Za-z.-]+)?$/, 'must be a version such as 1.2.3'),
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
const document = z.object({
  title: required(128),
  displayName: required(128),
  description: required(2000),
  format: z.literal('MARKDOWN'),
  kind: optional(text(256)),
  data: optional(sized(largestSpec)),
});

const bundleFields = {
  name: printableName,
  description: optional(text(2000)),
  instanceAuthRequestInputSchema: optional(jsonText(largestSchema)),
  defaultInstanceAuth: optional(z.record(z.string(), z.unknown())),
};

const bundle = z.object({
  ...bundleFields,
  apiDefinitions: optional(z.array(z.unknown())),
  eventDefinitions: optional(z.array(z.unknown())),
  documents: optional(z.array(z.unknown())),
});
const bundleUpdate = z.object(bundleFields);

/** What everything that is made in one request has in common. */
export interface Origin {
  readonly tenant: TenantId;
  readonly applicationId: string;
  readonly changedBy: string;
  readonly now: Date;
}

const owned = ({ tenant, applicationId, changedBy, now }: Origin) => {
  const time = now.toISOString();
  return { tenant, applicationId, id: newId(), createdAt: time, updatedAt: time, version: 1, changedBy };
};

interface WithSpec<T> {
  readonly fields: T;
  /** The text of its specification, to be stored apart. */
  readonly specText: string | undefined;
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
  return { fields: { description: undefined, group: undefined, ...fields, apiVersion, spec: header }, specText: given?.data };
}

/** Reads an APIDefinitionInput; throws InvalidData. */
export const apiFields = (given: unknown): WithSpec<DefinitionFields & { targetURL: string }> =>
  split(validate('APIDefinitionInput', api, given));

/** Reads an EventDefinitionInput; throws InvalidData. */
export const eventFields = (given: unknown): WithSpec<DefinitionFields> => split(validate('EventDefinitionInput', event, given));

export const newApi = (given: unknown, bundleId: string, origin: Origin) => withSpec<ApiDefinition>(apiFields(given), bundleId, origin);

export const newEvent = (given: unknown, bundleId: string, origin: Origin) =>
  withSpec<EventDefinition>(eventFields(given), bundleId, origin);

export const newDocument = (given: unknown, bundleId: string, origin: Origin): Document => ({
  ...validate('DocumentInput', document, given),
  ...owned(origin),
  bundleId,
});

function withSpec<T extends EventDefinition>(
  { fields, specText }: WithSpec<Omit<T, keyof ReturnType<typeof owned> | 'bundleId'>>,
  bundleId: string,
  origin: Origin,
): { definition: T; spec: SpecText | undefined } {
  const made = { ...fields, ...owned(origin), bundleId } as T;
  return { definition: made, spec: specOf(made, specText) };
}

export const specOf = ({ tenant, applicationId, id }: EventDefinition, data: string | undefined): SpecText | undefined =>
  data === undefined ? undefined : { tenant, applicationId, definitionId: id, data };

/** What the default credentials of a bundle are sealed for. */
export const bundleSealingContext = (tenant: TenantId, bundleId: string): string => `${tenant}/bundle/${bundleId}`;

/** A new bundle with everything in it; throws InvalidData. */
export async function newBundle(given: unknown, origin: Origin, sealer: Sealer): Promise<BundleContents> {
  const { apiDefinitions = [], eventDefinitions = [], documents = [], ...fields } = validate('BundleCreateInput', bundle, given);
  const base = owned(origin);
  const apis = apiDefinitions.map((one) => newApi(one, base.id, origin));
  const events = eventDefinitions.map((one) => newEvent(one, base.id, origin));
  return {
    bundle: { ...base, ...(await sealed(fields, base, sealer)) },
    apiDefinitions: apis.map(({ definition }) => definition),
    eventDefinitions: events.map(({ definition }) => definition),
    documents: documents.map((one) => newDocument(one, base.id, origin)),
    specs: [...apis, ...events].flatMap(({ spec }) => (spec ? [spec] : [])),
  };
}

/** Reads a BundleUpdateInput for an existing bundle; throws InvalidData. */
export const bundleChange = (given: unknown, key: { tenant: TenantId; id: string }, sealer: Sealer) =>
  sealed(validate('BundleUpdateInput', bundleUpdate, given), key, sealer);

async function sealed(fields: z.output<typeof bundleUpdate>, { tenant, id }: { tenant: TenantId; id: string }, sealer: Sealer) {
  const { defaultInstanceAuth: auth, ...plain } = fields;
  const defaultInstanceAuth = auth && (await sealer.seal(bundleSealingContext(tenant, id), JSON.stringify(parseAuth(auth))));
  return { description: undefined, instanceAuthRequestInputSchema: undefined, ...plain, defaultInstanceAuth };
}
