import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { receiveDeadLetters } from '#shared/aws/dead-letters.ts';
import { sqsDeliveryQueue } from '#shared/aws/delivery-queue.ts';
import { later, minutes, systemClock } from '#shared/core/clock.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { replayDeadLetters } from '#shared/webhooks/replay-dead-letters.ts';
import { sendDueDeliveries } from '#shared/webhooks/send-due-deliveries.ts';
import { type DispatcherWorld, dispatcherWorld } from '#test/support/dispatcher-world.ts';

let world: DispatcherWorld;
beforeAll(async () => {
  world = await dispatcherWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.endpoint.received.length = 0;
});

const deadLetters = () => world.deliveryQueue.deadLetters ?? expect.fail('the queue has no dead letters');
const deliveries = () => dynamoDeliveries(world.dynamo.table);
const replay = () =>
  replayDeadLetters({ receive: receiveDeadLetters(world.queues.client, deadLetters().url), deliveries: deliveries(), clock: systemClock });

/** Does what the delivery scheduler and the dispatcher do. */
async function sendDue(): Promise<void> {
  const queue = sqsDeliveryQueue(world.queues.client, world.deliveryQueue.url);
  await sendDueDeliveries({ deliveries: deliveries(), queue, clock: systemClock, runFor: 1000 });
  await world.drain();
}

describe('a replay of dead letters', () => {
  it('makes a delivery that never was claimed a record whose time has come, and it is delivered', async () => {
    const { delivery } = await world.delivery();
    await deadLetters().send(JSON.stringify(delivery));
    expect(await replay()).toEqual({ due: 1, ended: 0, others: 0 });
    expect(await deadLetters().size()).toBe(0);
    expect(await world.record(delivery)).toMatchObject({ type: 'Delivery', state: 'PENDING', attempts: 0 });
    await sendDue();
    expect(world.endpoint.received.map(({ body }) => body)).toEqual([delivery.body]);
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 1 });
  });

  it('has one go on that is pending and in no queue any more, and keeps its attempts', async () => {
    const { delivery } = await world.delivery();
    await deliveries().claim(delivery, later(systemClock(), -minutes(10)));
    await deadLetters().send(JSON.stringify(delivery));
    expect(await replay()).toMatchObject({ due: 1 });
    await sendDue();
    expect(await world.record(delivery)).toMatchObject({ state: 'SUCCEEDED', attempts: 2 });
  });

  it('repeats none that has ended', async () => {
    const { delivery } = await world.delivery();
    await world.enqueue(delivery);
    await world.drain();
    await deadLetters().send(JSON.stringify(delivery));
    expect(await replay()).toEqual({ due: 0, ended: 1, others: 0 });
    await sendDue();
    expect(world.endpoint.received).toHaveLength(1);
  });

  it('leaves a message of another consumer where it is', async () => {
    await deadLetters().send('{"id":1}');
    expect(await replay()).toEqual({ due: 0, ended: 0, others: 1 });
    expect(await deadLetters().size()).toBe(1);
  });

  it('works off more than one reception has', async () => {
    const made = await Promise.all(Array.from({ length: 25 }, () => world.delivery()));
    await Promise.all(made.map(({ delivery }) => deadLetters().send(JSON.stringify(delivery))));
    expect(await replay()).toMatchObject({ due: 25 });
  });
});
