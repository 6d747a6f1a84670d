import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry, type PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { runtimeBus } from '#shared/aws/runtime-bus.ts';

const anEvent = (id: number, bytes = 10) => ({
  source: 'shop',
  type: 'order.created',
  json: JSON.stringify({ id, data: 'x'.repeat(bytes) }),
});
const idOf = ({ Detail = '{}' }: PutEventsRequestEntry): number => JSON.parse(Detail).id;

/** A bus on EventBridge that answers each entry as `answer` says. */
function aBus(answer: (id: number, call: number) => PutEventsResultEntry) {
  const calls: PutEventsRequestEntry[][] = [];
  const eventBridge = mockClient(EventBridgeClient);
  eventBridge.on(PutEventsCommand).callsFake(async ({ Entries }: { Entries: PutEventsRequestEntry[] }) => {
    calls.push(Entries);
    const answers = Entries.map((entry) => answer(idOf(entry), calls.length));
    return { FailedEntryCount: answers.filter(({ ErrorCode }) => ErrorCode).length, Entries: answers };
  });
  return { calls, bus: runtimeBus(new EventBridgeClient({ region: 'eu-central-1' }), 'bus-1', 1) };
}

const stored = { EventId: 'stored' };
const throttled = { ErrorCode: 'ThrottlingException' };

describe('the bus of a Runtime on AWS', () => {
  it('stores events with their source, type and JSON', async () => {
    const { bus, calls } = aBus(() => stored);
    expect(await bus.put([anEvent(1)])).toBeUndefined();
    expect(calls).toEqual([[{ EventBusName: 'bus-1', Source: 'shop', DetailType: 'order.created', Detail: anEvent(1).json }]]);
  });

  it('is called with ten events, and the bytes of the largest event, at most', async () => {
    const { bus, calls } = aBus(() => stored);
    await bus.put([...Array(12).keys()].map((id) => anEvent(id)));
    await bus.put([1, 2, 3].map((id) => anEvent(id, 120 * 1024)));
    expect(calls.map((entries) => entries.length)).toEqual([10, 2, 2, 1]);
  });

  it('is given a refused entry again, alone', async () => {
    const { bus, calls } = aBus((id, call) => (id === 2 && call === 1 ? throttled : stored));
    expect(await bus.put([anEvent(1), anEvent(2)])).toBeUndefined();
    expect(calls.map((entries) => entries.map(idOf))).toEqual([[1, 2], [2]]);
  });

  it('returns what it did not store, and is not called for the rest', async () => {
    const { bus, calls } = aBus((id) => (id === 2 ? throttled : stored));
    const events = [...Array(25).keys()].map((id) => anEvent(id));
    const refused = await bus.put(events);
    expect(refused).toMatchObject({ final: false });
    expect(refused?.events).toEqual([events[2], ...events.slice(10)]);
    expect(calls.flat().some((entry) => idOf(entry) >= 10)).toBe(false);
  });

  it('is not given an entry again that it can never take', async () => {
    const { bus, calls } = aBus((id) => (id === 1 ? { ErrorCode: 'MalformedDetail' } : stored));
    const events = [anEvent(1), anEvent(2)];
    expect(await bus.put(events)).toEqual({ events: [events[0]], final: true });
    expect(calls).toHaveLength(1);
  });
});
