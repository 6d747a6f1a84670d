import { z } from 'zod';
import { entityReader } from './entity-reader.ts';

const versioned = z.object({ applicationId: z.string(), id: z.string(), name: z.string(), version: z.number() });
const inBundle = versioned.extend({ bundleId: z.string() });

type Bundle = z.infer<typeof versioned>;
type Definition = z.infer<typeof inBundle>;

const bundleData = ({ applicationId, id, name }: Bundle) => ({ applicationId, bundleId: id, name });
const apiData = ({ applicationId, bundleId, id, name }: Definition) => ({ applicationId, bundleId, apiDefinitionId: id, name });
const eventData = ({ applicationId, bundleId, id, name }: Definition) => ({ applicationId, bundleId, eventDefinitionId: id, name });

/** The text of a specification is another item, so a grown version is an update even where no attribute here differs. */
const isUpdate = (before: Bundle, after: Bundle): boolean => after.version !== before.version;

export const bundleReader = entityReader(versioned, {
  created: (after) => [{ detailType: 'BundleAdded', data: bundleData(after) }],
  changed: (before, after) => (isUpdate(before, after) ? [{ detailType: 'BundleUpdated', data: bundleData(after) }] : []),
  deleted: (before) => [{ detailType: 'BundleDeleted', data: bundleData(before) }],
});

export const apiDefinitionReader = entityReader(inBundle, {
  created: (after) => [{ detailType: 'ApiDefinitionAdded', data: apiData(after) }],
  changed: (before, after) => (isUpdate(before, after) ? [{ detailType: 'ApiDefinitionUpdated', data: apiData(after) }] : []),
  deleted: (before) => [{ detailType: 'ApiDefinitionDeleted', data: apiData(before) }],
});

export const eventDefinitionReader = entityReader(inBundle, {
  created: (after) => [{ detailType: 'EventDefinitionAdded', data: eventData(after) }],
  changed: (before, after) => (isUpdate(before, after) ? [{ detailType: 'EventDefinitionUpdated', data: eventData(after) }] : []),
  deleted: (before) => [{ detailType: 'EventDefinitionDeleted', data: eventData(before) }],
});
