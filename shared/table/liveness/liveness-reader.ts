import * as z from 'zod';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const image = z.object({ runtimeId: z.string(), state: z.enum(['CONNECTED', 'DISCONNECTED']), lastSeenAt: z.string().optional() });
type Liveness = z.infer<typeof image>;

/** A Runtime that connects for the first time has RuntimeConnected, and one that is unregistered RuntimeUnregistered. */
export const livenessReader = entityReader(image, {
  created: () => [],
  changed: (before, after) => {
    if (before.state === after.state) return [];
    // A silent Runtime has the time of its last contact; a connected one does not.
    return after.state === 'DISCONNECTED'
      ? [{ detailType: 'RuntimeDisconnected', data: data(after) }]
      : [{ detailType: 'RuntimeReconnected', data: data(before) }];
  },
  deleted: () => [],
});

const data = ({ runtimeId, lastSeenAt }: Liveness) => ({ runtimeId, ...(lastSeenAt && { lastSeenAt }) });
