import { AppError } from '../core/errors.ts';
import { type CloudEvent, identityOf } from './cloud-event.ts';
import { maxEventBytes } from './event-limits.ts';

/** An Application that proved who it is. */
export interface Sender {
  readonly tenant: string;
  readonly applicationId: string;
}

/** The Applications that a Runtime sees at present, by its Agent. */
export interface RuntimeView {
  /** The name of an Application as the Runtime sees it; undefined if the Runtime does not see it. */
  nameOf(applicationId: string): Promise<string | undefined>;
}

/** An event on its way to the bus. */
export interface BusEvent {
  /** The name of the Application. */
  readonly source: string;
  readonly type: string;
  /** The event in the JSON format of CloudEvents. */
  readonly json: string;
}

/** The bus of one Runtime. */
export interface RuntimeBus {
  /** Stores the events and returns those that were not stored, with the reason. A repetition stores them again. */
  put(events: readonly BusEvent[]): Promise<Refused | undefined>;
}

interface Refused {
  readonly events: readonly BusEvent[];
  /** True if the bus would refuse them again. */
  readonly final: boolean;
  readonly cause?: unknown;
}

/** Beginning of the partitions in a Runtime's table that count the requests of Applications. */
export const ratePrefix = 'RATE#';

interface Deps {
  readonly tenant: string;
  readonly view: RuntimeView;
  readonly bus: RuntimeBus;
}

/** Sources of EventBridge and of this system: an Application of such a name could pose as one of them. */
const reservedSource = /^(aws|compass)\./i;

/**
 * Returns the name of the sender if it may send events under the name in the path. Throws EventSenderRefused, with the same answer for a name that is
 * unknown and one of another Application.
 */
export async function requireSender({ tenant, applicationId }: Sender, name: string, { tenant: own, view }: Deps): Promise<string> {
  const known = tenant === own ? await view.nameOf(applicationId) : undefined;
  if (known === undefined || known !== name) {
    throw new AppError('EventSenderRefused', 'the credential is not of an Application that this Runtime sees under the name in the path');
  }
  if (reservedSource.test(known)) {
    throw new AppError('EventSenderRefused', 'a name that begins with aws. or compass. cannot be the source of events');
  }
  return known;
}

/**
 * Puts events on the bus of the Runtime, with the Application's name as their source; an event that is there twice is put once. Throws EventTooLarge
 * before anything is stored, InvalidData if the bus cannot take an event, and EventsNotStored if some could not be stored: the same request may then be
 * sent again.
 */
export async function sendEvents(events: readonly CloudEvent[], source: string, { bus }: Pick<Deps, 'bus'>): Promise<void> {
  const entries = new Map<string, BusEvent>();
  for (const event of events) {
    const entry = { source, type: event.type, json: JSON.stringify(event) };
    requireFitting(entry);
    entries.set(identityOf(event), entry);
  }
  const refused = await bus.put([...entries.values()]);
  if (!refused) return;
  const isRefused = (event: CloudEvent) => refused.events.some((one) => one === entries.get(identityOf(event)));
  const positions = events.flatMap((event, position) => (isRefused(event) ? [position] : [])).join(', ');
  const { cause, final } = refused;
  if (final) {
    throw new AppError('InvalidData', 'the bus of the Runtime cannot take events', { details: { positions }, cause });
  }
  throw new AppError('EventsNotStored', 'not all events are stored; send the same request again', {
    details: { positions, retryAfterSeconds: 1 },
    cause,
  });
}

/** The size of an event as the bus counts it. */
export const bytesOf = ({ source, type, json }: BusEvent): number =>
  Buffer.byteLength(source) + Buffer.byteLength(type) + Buffer.byteLength(json);

function requireFitting(event: BusEvent): void {
  const bytes = bytesOf(event);
  if (bytes > maxEventBytes) throw new AppError('EventTooLarge', `an event has ${bytes} bytes as JSON, more than ${maxEventBytes}`);
}
