import * as z from 'zod';
import { assignmentId } from '../formations/assignment-id.ts';
import type { Delivery } from './delivery.ts';

/** Path at which a participant reports its state, in the notation of routes. */
export const assignmentStatusPath = '/v1/businessIntegrations/{formationId}/assignments/{assignmentId}/status';

const notification = z.object({ data: z.object({ formations: z.tuple([z.object({ id: z.string() })], z.unknown()) }) });

/** URL at which the receiver of a change of a formation reports its state; undefined where there is no API for certificates. */
export function reportAddress(
  mtlsUrl: string,
  { id, applicationId, body }: Pick<Delivery, 'id' | 'applicationId' | 'body'>,
): string | undefined {
  if (mtlsUrl === '') return undefined;
  const [formation] = notification.parse(JSON.parse(body)).data.formations;
  const path = assignmentStatusPath
    .replace('{formationId}', formation.id)
    .replace('{assignmentId}', assignmentId(formation.id, applicationId));
  return `${mtlsUrl}${path}?delivery=${id}`;
}
