import * as z from 'zod';
import { type Limits, requireQuota } from '../core/quotas.ts';
import type { Sealer } from '../core/sealer.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { jsonText, optional, printableName, required, text, validate } from '../core/validate.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import type { Bundle, BundleContents } from './bundle.ts';
import { newApi, newDocument, newEvent, type Origin, owned, rulesOfRegistration } from './definition-input.ts';

/** Kept in the bundle itself, beside its credentials. */
const maxSchemaBytes = 100 * 1024;

const bundleFields = {
  description: optional(text(2000)),
  instanceAuthRequestInputSchema: optional(jsonText(maxSchemaBytes)),
  defaultInstanceAuth: optional(z.record(z.string(), z.unknown())),
};

const contents = {
  ...bundleFields,
  correlationIDs: optional(z.array(text(256)).max(100)),
  apiDefinitions: optional(z.array(z.unknown())),
  eventDefinitions: optional(z.array(z.unknown())),
  documents: optional(z.array(z.unknown())),
};
const bundle = z.object({ ...contents, name: printableName });
const registeredBundle = z.object({ ...contents, name: required(256) });
const bundleUpdate = z.object({ ...bundleFields, name: printableName });

/** Sealing context of a bundle's default credentials. */
export const bundleSealingContext = (tenant: TenantId, bundleId: string): string => `${tenant}/bundle/${bundleId}`;

interface Deps {
  readonly sealer: Sealer;
  readonly limits: Limits;
}

/** A new bundle with everything in it; throws InvalidData, QuotaExceeded. */
export const newBundle = async (given: unknown, origin: Origin, deps: Deps): Promise<BundleContents> =>
  bundleOf(validate('BundleCreateInput', bundle, given), origin, deps);

/** The same for a bundle that is registered with its Application, by the rules for those. */
export const newRegisteredBundle = async (given: unknown, origin: Origin, deps: Deps): Promise<BundleContents> =>
  bundleOf(validate('BundleCreateInput', registeredBundle, given), origin, deps, rulesOfRegistration);

async function bundleOf(
  { apiDefinitions = [], eventDefinitions = [], documents = [], ...fields }: z.output<typeof bundle>,
  origin: Origin,
  { sealer, limits }: Deps,
  rules?: typeof rulesOfRegistration,
): Promise<BundleContents> {
  const owner = { kind: 'application', id: origin.applicationId };
  requireQuota('definitions', apiDefinitions.length + eventDefinitions.length, owner, limits);
  requireQuota('documents', documents.length, owner, limits);
  const base = owned(origin);
  const apis = await Promise.all(apiDefinitions.map((one) => newApi(one, rules)(base.id, origin, sealer)));
  const events = await Promise.all(eventDefinitions.map((one) => newEvent(one, rules)(base.id, origin, sealer)));
  const ofDocuments = await Promise.all(documents.map((one) => newDocument(one, base.id, rules)(base.id, origin, sealer)));
  return {
    bundle: { ...base, ...(await sealed(fields, base, sealer)) },
    apiDefinitions: apis.map(({ made }) => made),
    eventDefinitions: events.map(({ made }) => made),
    documents: ofDocuments.map(({ made }) => made),
    texts: [...apis, ...events, ...ofDocuments].flatMap(({ text: given }) => given ?? []),
  };
}

/** Reads a BundleUpdateInput, which is then made the change of an existing bundle; throws InvalidData. */
export function bundleChange(given: unknown) {
  const fields = validate('BundleUpdateInput', bundleUpdate, given);
  return (bundle: BundleKey, sealer: Sealer) => sealed(fields, bundle, sealer);
}

interface BundleKey {
  readonly tenant: TenantId;
  readonly id: string;
}

async function sealed(fields: z.output<typeof bundleUpdate> & Pick<Bundle, 'correlationIDs'>, { tenant, id }: BundleKey, sealer: Sealer) {
  const { defaultInstanceAuth: auth, ...plain } = fields;
  const defaultInstanceAuth = auth && (await sealer.seal(bundleSealingContext(tenant, id), JSON.stringify(parseAuth(auth))));
  return { description: undefined, instanceAuthRequestInputSchema: undefined, ...plain, defaultInstanceAuth };
}
