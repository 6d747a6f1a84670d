import { type Clock, later, minutes } from '../core/clock.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { DeliveryRepository } from './delivery-record.ts';

interface Deps {
  readonly deliveries: Pick<DeliveryRepository, 'due' | 'takeDue'>;
  readonly queue: Pick<DeliveryQueue, 'send'>;
  readonly clock: Clock;
  /** Milliseconds after which a run takes nothing further on and leaves the rest to the next one. */
  readonly runFor: number;
}

/** Time for a message to be worked off; without an attempt until then it is sent again. */
const grace = minutes(15);

/** Five full calls of the queue. */
const atOnce = 50;

/** Sends the deliveries that the table keeps to the queue, once they are due. A crash on the way costs one of them no more than a delay. */
export async function sendDueDeliveries({ deliveries, queue, clock, runFor }: Deps): Promise<{ readonly sent: number }> {
  const end = later(clock(), runFor);
  let sent = 0;
  let taking: Promise<Delivery | undefined>[] = [];
  const sendTaken = async (): Promise<void> => {
    const taken = (await Promise.all(taking)).filter((one) => one !== undefined);
    taking = [];
    await queue.send(taken);
    sent += taken.length;
  };
  for await (const due of deliveries.due(clock())) {
    taking.push(deliveries.takeDue(due, later(clock(), grace)));
    if (taking.length >= atOnce) await sendTaken();
    if (clock() >= end) break;
  }
  await sendTaken();
  return { sent };
}
