import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type EndedCredential, type Replayed, replayRevocations } from '#shared/certificates/revocation/replay-revocations.ts';
import { standingOf } from '#shared/certificates/standing.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';

/** Ends in a table what has ended according to the journal. */
export function replayInto(client: DynamoDBDocumentClient, tableName: string, ended: readonly EndedCredential[]): Promise<Replayed> {
  const table = controlPlaneTable(client, tableName);
  return replayRevocations(ended, new Date(), { auths: dynamoSystemAuths(table), revocations: dynamoRevocations(table) });
}

/** Returns what would still count in a table though it has ended: nothing, after a replay. */
export async function countingStill(
  client: DynamoDBDocumentClient,
  tableName: string,
  ended: readonly EndedCredential[],
): Promise<EndedCredential[]> {
  const auths = dynamoSystemAuths(controlPlaneTable(client, tableName));
  const found = await Promise.all(
    ended.map(async (one) => {
      const auth = await auths.find(one.owner, one.authId);
      if (auth === undefined) return [];
      if (one.isDeletion || !one.certificate) return [one];
      return standingOf(auth, one.certificate.fingerprint) === 'good' ? [one] : [];
    }),
  );
  return found.flat();
}
