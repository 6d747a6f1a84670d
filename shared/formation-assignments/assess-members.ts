import { chunksOf } from '../core/chunks.ts';
import type { Clock } from '../core/clock.ts';
import { mapConcurrently } from '../core/map-concurrently.ts';
import type { Limits } from '../core/quotas.ts';
import { assignmentId } from '../formations/assignment-id.ts';
import type { Formation, FormationMember } from '../formations/formation.ts';
import type { SystemAuthRepository } from '../pairing/system-auth-repository.ts';
import type { RuntimeRepository } from '../runtimes/runtime-repository.ts';
import type { DeliveryLog } from '../webhooks/delivery-log.ts';
import type { Recipient, Recipients } from '../webhooks/recipient.ts';
import { type FormationAssignment, type ParticipantChange, statesOf } from './formation-assignment.ts';
import { changeConcerning, timeOf } from './participant-change.ts';
import { isForgotten, outcomeOf, type Telling, type ToldChange, tellingsOf } from './told-application.ts';

export interface AssessDeps {
  readonly recipients: Recipients;
  readonly deliveryLog: Pick<DeliveryLog, 'findMany'>;
  readonly auths: Pick<SystemAuthRepository, 'lastContacts'>;
  readonly runtimes: Pick<RuntimeRepository, 'findMany'>;
  readonly limits: Pick<Limits, 'webhooks'>;
  readonly clock: Clock;
}

/** An assignment, and for an Application that is told of its change what is to be told to whom. */
export interface Assessed {
  readonly assignment: FormationAssignment;
  readonly told?: { readonly change: ToldChange; readonly recipient: Recipient; readonly tellings: readonly Telling[] };
}

type Concerned = { readonly member: FormationMember; readonly change: ParticipantChange | undefined };

/** Maximum number of Applications that are read at once. */
const batchSize = 100;

/**
 * Derives the states of members of a formation, in their order. Reads heads of Applications and the records of deliveries, and the last contacts of
 * Runtimes, in batches of 100; nothing of members that no change concerns. `forgets`: a change whose records may be gone is settled. Default: true.
 */
export async function assessMembers(
  members: readonly FormationMember[],
  formation: Formation,
  deps: AssessDeps,
  { forgets }: { readonly forgets: boolean } = { forgets: true },
): Promise<Assessed[]> {
  const concerned = members.map((member) => ({ member, change: changeConcerning(member, formation) }));
  const [applications, runtimes] = await Promise.all([
    assessApplications(
      concerned.filter(isTold).filter(({ change }) => !(forgets && isForgotten(change, deps.clock()))),
      deps,
    ),
    assessRuntimes(
      concerned.filter(({ member, change }) => member.objectType === 'RUNTIME' && change),
      deps,
    ),
  ]);
  return concerned.map((one) => {
    const { objectType, objectId } = one.member;
    const known = (objectType === 'APPLICATION' ? applications : runtimes).get(objectId);
    return known ?? { assignment: settled(one) };
  });
}

type Told = { readonly member: FormationMember; readonly change: ToldChange };

const isTold = (one: Concerned): one is Told => one.member.objectType === 'APPLICATION' && one.change?.eventId !== undefined;

async function assessApplications(all: readonly Told[], deps: AssessDeps): Promise<Map<string, Assessed>> {
  const assessed = new Map<string, Assessed>();
  await mapConcurrently(chunksOf(all, batchSize), 2, async (some) => {
    const [first] = some;
    if (!first) return;
    const { tenant } = first.member;
    const recipients = await deps.recipients.findMany(
      tenant,
      some.map(({ member }) => member.objectId),
    );
    const recipientOf = new Map(recipients.map((recipient) => [recipient.applicationId, recipient]));
    const planned = some.flatMap((one) => {
      const recipient = recipientOf.get(one.member.objectId);
      return recipient ? [{ ...one, recipient, tellings: tellingsOf(one.change, recipient, deps.limits.webhooks) }] : [];
    });
    const ids = planned.flatMap(({ tellings }) => tellings.map(({ deliveryId }) => deliveryId));
    const records = new Map((await deps.deliveryLog.findMany(tenant, ids)).map((record) => [record.id, record]));
    for (const { member, change, recipient, tellings: plan } of planned) {
      const tellings = plan.map((telling) => ({ ...telling, record: records.get(telling.deliveryId) }));
      const assignment = { ...identityOf(member), change, ...outcomeOf(change, tellings) };
      assessed.set(member.objectId, { assignment, told: { change, recipient, tellings } });
    }
  });
  return assessed;
}

/**
 * A Runtime asks for its configuration, so it knows of a change once it made contact after it. Contacts are noted in steps of up to three polls. One that
 * was never in contact has nothing that is out of date.
 */
async function assessRuntimes(all: readonly Concerned[], { auths, runtimes }: AssessDeps): Promise<Map<string, Assessed>> {
  const [first] = all;
  if (!first) return new Map();
  const { tenant } = first.member;
  const contacts = await auths.lastContacts(
    tenant,
    all.map(({ member }) => member.objectId),
  );
  const unheard = all.map(({ member }) => member.objectId).filter((id) => !contacts.has(id));
  const connected = (await runtimes.findMany(tenant, unheard)).filter(({ status }) => status.condition === 'CONNECTED');
  const connectedAt = new Map(connected.map(({ id, status }) => [id, status.timestamp]));
  return new Map(
    all.map((one) => {
      const { objectId } = one.member;
      return [objectId, { assignment: runtimeAt(one, contacts.get(objectId) ?? connectedAt.get(objectId)) }];
    }),
  );
}

function runtimeAt({ member, change }: Concerned, heardAt: string | undefined): FormationAssignment {
  if (!change || heardAt === undefined) return settled({ member, change });
  const changedAt = timeOf(change).toISOString();
  if (heardAt >= changedAt) return { ...identityOf(member), change, state: 'READY', stateChangedAt: heardAt };
  return { ...identityOf(member), change, state: statesOf(change).waiting, stateChangedAt: changedAt };
}

const identityOf = ({ tenant, formationId, objectType, objectId }: FormationMember) => ({
  tenant,
  id: assignmentId(formationId, objectId),
  formationId,
  objectType,
  objectId,
});

/** The assignment of a participant that there is nothing to tell. */
const settled = ({ member, change }: Concerned): FormationAssignment => ({
  ...identityOf(member),
  ...(change && { change, stateChangedAt: timeOf(change).toISOString() }),
  state: 'READY',
});
