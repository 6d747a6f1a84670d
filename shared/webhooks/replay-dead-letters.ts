import type { Clock } from '../core/clock.ts';
import { mapConcurrently } from '../core/map-concurrently.ts';
import { type Delivery, deliverySchema } from './delivery.ts';
import type { DeliveryRepository } from './delivery-record.ts';

/** A message that its consumer could not work off. */
export interface DeadLetter {
  readonly body: string;
  delete(): Promise<void>;
}

interface Deps {
  /** Receives some dead letters, which others do not receive for a while; none if there are no more. */
  readonly receive: () => Promise<readonly DeadLetter[]>;
  readonly deliveries: Pick<DeliveryRepository, 'adopt'>;
  readonly clock: Clock;
}

export interface Replay {
  /** Deliveries that are due again. */
  readonly due: number;
  /** Deliveries that had ended. */
  readonly ended: number;
  /** Messages that are no deliveries, such as those of other consumers. They stay. */
  readonly others: number;
}

/**
 * Turns dead letters into deliveries that the table keeps, whose time has come: they are seen in the log, sent within a minute, and can be repeated by their
 * ids. A message goes after its delivery is kept, so that a crash between repeats it.
 */
export async function replayDeadLetters({ receive, deliveries, clock }: Deps): Promise<Replay> {
  const counts = { due: 0, ended: 0, others: 0 };
  const replay = async (letter: DeadLetter): Promise<void> => {
    const delivery = deliveryIn(letter);
    if (!delivery) {
      counts.others += 1;
      return;
    }
    counts[(await deliveries.adopt(delivery, clock())) ? 'due' : 'ended'] += 1;
    await letter.delete();
  };
  for (let letters = await receive(); letters.length > 0; letters = await receive()) await mapConcurrently(letters, letters.length, replay);
  return counts;
}

function deliveryIn({ body }: DeadLetter): Delivery | undefined {
  try {
    return deliverySchema.parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
