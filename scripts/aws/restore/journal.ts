import { CloudWatchLogsClient, DescribeLogGroupsCommand, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod';
import { Refusal } from '#local/refusal.ts';
import type { EndedCredential } from '#shared/certificates/revocation/replay-revocations.ts';
import { hours, later } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { detailSchema } from '#shared/events/domain-event.ts';
import type { ClientSettings } from '../client-settings.ts';

/** An event may be in the journal a while after its change; what is read too early does no harm. */
const margin = hours(1);

const entrySchema = z.discriminatedUnion('detail-type', [
  z.object({ 'detail-type': z.literal('CertificateRevoked'), detail: detailSchema('CertificateRevoked') }),
  z.object({ 'detail-type': z.literal('ClientCredentialsRevoked'), detail: detailSchema('ClientCredentialsRevoked') }),
]);

export const journalOf = (prefix: string): string => `/aws/events/${prefix}-revocations`;

/** Reads which credentials have ended since a time, the earliest first. Refuses a journal that began after it. */
export async function readJournal(clients: ClientSettings, prefix: string, since: Date): Promise<EndedCredential[]> {
  const client = new CloudWatchLogsClient(clients);
  const logGroupName = journalOf(prefix);
  const { logGroups = [] } = await client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: logGroupName }));
  const group = logGroups.find((one) => one.logGroupName === logGroupName);
  if (!group?.creationTime || group.creationTime > since.getTime())
    throw new Refusal(
      `The journal ${logGroupName} begins after ${since.toISOString()}: replay the archive of the bus (docs/runbook.md#restored-table).`,
    );
  const ended: EndedCredential[] = [];
  for await (const { events = [] } of paginateFilterLogEvents({ client }, { logGroupName, startTime: later(since, -margin).getTime() })) {
    ended.push(...events.map(({ message = '' }) => endOf(message)));
  }
  return ended.sort((one, other) => one.endedAt.localeCompare(other.endedAt));
}

/** Reads an event as EventBridge wrote it. Throws for any other line: an end that is not understood must not be passed over. */
export function endOf(line: string): EndedCredential {
  const entry = entrySchema.parse(JSON.parse(line));
  const { metadata, data } = entry.detail;
  const known = {
    owner: { tenant: tenantId(metadata.tenant), kind: data.ownerKind, id: data.ownerId },
    authId: data.authId,
    endedAt: metadata.occurredAt,
  };
  if (entry['detail-type'] === 'ClientCredentialsRevoked') return { ...known, isDeletion: true };
  const { fingerprint, serialNumber, issuer, notAfter, reason } = entry.detail.data;
  return { ...known, isDeletion: reason === 'PAIRING_REMOVED', certificate: { fingerprint, serialNumber, issuer, notAfter } };
}
