import * as z from 'zod';
import type { EventDraft } from '#shared/events/event-draft.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.object({
  id: z.string(),
  applicationId: z.string(),
  bundleId: z.string(),
  runtimeId: z.string().optional(),
  status: z.object({ condition: z.string() }),
});
type InstanceAuth = z.infer<typeof image>;

/** Requests to the Application: to set credentials, and to revoke credentials. */
export const instanceAuthReader = entityReader(image, {
  created: (after) =>
    after.status.condition === 'PENDING' ? [{ detailType: 'BundleInstanceAuthRequested', data: instanceAuthData(after) }] : [],
  changed: (before, after) => deletionRequested(before, after),
  deleted: () => [],
});

const instanceAuthData = ({ id, applicationId, bundleId, runtimeId }: InstanceAuth) => ({
  applicationId,
  bundleId,
  bundleInstanceAuthId: id,
  ...(runtimeId && { runtimeId }),
});

/** After the Runtime was unregistered, only the old image has its id. */
const deletionRequested = (before: InstanceAuth, after: InstanceAuth): EventDraft[] =>
  after.status.condition === 'UNUSED' && before.status.condition !== 'UNUSED'
    ? [{ detailType: 'BundleInstanceAuthDeletionRequested', data: instanceAuthData(before) }]
    : [];
