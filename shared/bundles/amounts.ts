import { bytesOf } from '#shared/core/json-bytes.ts';
import type { ApiDefinition, Bundle, Document, EventDefinition, Owned } from './bundle.ts';
import type { BundleInstanceAuth } from './instance-auth.ts';
import type { WithText } from './text.ts';

/** Objects of a bundle, or directly of an Application. */
interface Contents {
  readonly bundles?: readonly Bundle[];
  readonly apiDefinitions?: readonly ApiDefinition[];
  readonly eventDefinitions?: readonly EventDefinition[];
  readonly documents?: readonly Document[];
  readonly instanceAuths?: readonly BundleInstanceAuth[];
}

/** Returns the share of an Application's quotas that objects use. Only values of clients count, not the system's own attributes. */
export function amountsOfContents({
  bundles = [],
  apiDefinitions = [],
  eventDefinitions = [],
  documents = [],
  instanceAuths = [],
}: Contents) {
  const parts: readonly WithText[] = [...apiDefinitions, ...eventDefinitions, ...documents];
  return {
    bundles: bundles.length,
    definitions: apiDefinitions.length + eventDefinitions.length,
    documents: documents.length,
    contentBytes: total([...bundles, ...(parts as readonly (Owned & WithText)[])], contentBytes),
    textBytes: total(parts, ({ text }) => text?.bytes ?? 0),
    instanceAuths: instanceAuths.length,
    instanceAuthBytes: total(instanceAuths, instanceAuthBytes),
  };
}

/** Counts how much of a Runtime's share in an Application its instance auths take. Credentials are the Application's to size. */
export const amountsOfShare = (instanceAuths: readonly BundleInstanceAuth[]) => ({
  instanceAuthsOfRuntime: instanceAuths.length,
  instanceAuthBytesOfRuntime: total(instanceAuths, ({ auth: _, ...request }) => instanceAuthBytes(request)),
});

const total = <T>(all: readonly T[], sizeOf: (one: T) => number): number => all.reduce((sum, one) => sum + sizeOf(one), 0);

function contentBytes({ version: _, changedBy: __, updatedAt: ___, text: ____, fetchRequest, ...said }: Owned & Partial<WithText>): number {
  const { id: _____, status: ______, ...request } = fetchRequest ?? {};
  return bytesOf({ ...said, ...request });
}

/** Maximum bytes of id, times and status. */
const aroundCredentials = 1024;

const instanceAuthBytes = ({ context = '', inputParams = '', auth = '' }: Partial<BundleInstanceAuth>): number =>
  aroundCredentials + bytesOf(context) + bytesOf(inputParams) + bytesOf(auth);
