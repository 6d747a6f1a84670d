import * as z from 'zod';
import { entityReader, noEvents } from '#shared/table/changes/entity-reader.ts';
import { withTextEvents } from './text-drafts.ts';

const versioned = z.object({ applicationId: z.string(), id: z.string(), name: z.string(), version: z.number() });
const definition = versioned.extend({ bundleId: z.string().optional() });

type Bundle = z.infer<typeof versioned>;
type Definition = z.infer<typeof definition>;

const bundleData = ({ applicationId, id, name }: Bundle) => ({ applicationId, bundleId: id, name });
const parentIds = ({ applicationId, bundleId }: Definition) => ({ applicationId, ...(bundleId && { bundleId }) });
const apiData = (api: Definition) => ({ ...parentIds(api), apiDefinitionId: api.id, name: api.name });
const eventData = (event: Definition) => ({ ...parentIds(event), eventDefinitionId: event.id, name: event.name });

/** The text of a specification is another item, so a higher version is an update even if no attribute here differs. */
const isUpdate = (before: Bundle, after: Bundle): boolean => after.version !== before.version;

export const bundleReader = entityReader(versioned, {
  created: (after) => [{ detailType: 'BundleAdded', data: bundleData(after) }],
  changed: (before, after) => (isUpdate(before, after) ? [{ detailType: 'BundleUpdated', data: bundleData(after) }] : []),
  deleted: (before) => [{ detailType: 'BundleDeleted', data: bundleData(before) }],
});

export const apiDefinitionReader = withTextEvents(
  'API',
  entityReader(definition, {
    created: (after) => [{ detailType: 'ApiDefinitionAdded', data: apiData(after) }],
    changed: (before, after) => (isUpdate(before, after) ? [{ detailType: 'ApiDefinitionUpdated', data: apiData(after) }] : []),
    deleted: (before) => [{ detailType: 'ApiDefinitionDeleted', data: apiData(before) }],
  }),
);

export const eventDefinitionReader = withTextEvents(
  'EVENT',
  entityReader(definition, {
    created: (after) => [{ detailType: 'EventDefinitionAdded', data: eventData(after) }],
    changed: (before, after) => (isUpdate(before, after) ? [{ detailType: 'EventDefinitionUpdated', data: eventData(after) }] : []),
    deleted: (before) => [{ detailType: 'EventDefinitionDeleted', data: eventData(before) }],
  }),
);

/** Documents raise no events of their own, only the maintenance of their texts. */
export const documentReader = withTextEvents('DOCUMENT', noEvents);
