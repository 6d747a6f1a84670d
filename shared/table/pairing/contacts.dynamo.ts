import { days, epochSeconds, later } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { AuthOwner } from '#shared/pairing/system-auth.ts';
import { getManyByKey } from '#shared/table/batch-read.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { getByKey } from '#shared/table/read.dynamo.ts';
import { updateWhere } from '#shared/table/write.dynamo.ts';
import { contactEntity } from './contact-entity.dynamo.ts';

/** Time for which a contact is kept. Credentials keep theirs, in larger steps, as long as they exist. */
const kept = days(30);

/** The last contacts of Runtimes, by any of their credentials. */
export function contactsIn(table: ControlPlaneTable) {
  const contacts = contactEntity(table);
  return {
    last: async ({ tenant, kind, id: runtimeId }: AuthOwner): Promise<string | undefined> =>
      kind === 'runtime' ? (await getByKey(contacts, { tenant, runtimeId }, { eventual: true }))?.lastSeenAt : undefined,

    lastOf: async (tenant: TenantId, runtimeIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const keys = runtimeIds.map((runtimeId) => ({ tenant, runtimeId }));
      return new Map((await getManyByKey(contacts, table, keys)).map(({ runtimeId, lastSeenAt }) => [runtimeId, lastSeenAt]));
    },

    /** Notes a contact, unless a later one is noted. */
    note: async ({ tenant, id: runtimeId }: AuthOwner, now: Date): Promise<void> => {
      const lastSeenAt = now.toISOString();
      await updateWhere(
        contacts,
        { tenant, runtimeId, lastSeenAt, expiresAt: epochSeconds(later(now, kept)) },
        {
          or: [
            { attr: 'lastSeenAt', exists: false },
            { attr: 'lastSeenAt', lt: lastSeenAt },
          ],
        },
      );
    },
  };
}
