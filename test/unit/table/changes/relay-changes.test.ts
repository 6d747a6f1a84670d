import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '#shared/events/domain-event.ts';
import type { EventBus } from '#shared/events/event-bus.ts';
import { relayChanges, type StreamedChange } from '#shared/table/changes/relay-changes.ts';
import { aChange, aMemberImage, aRuntimeImage } from '#test/support/change-builders.ts';

/** A bus that takes so many events and refuses the rest. */
function busTaking(room: number): EventBus & { readonly taken: DomainEvent[] } {
  const taken: DomainEvent[] = [];
  return {
    taken,
    publish: async (events) => {
      taken.push(...events.slice(0, room));
      return { accepted: Math.min(room, events.length), cause: new Error('refused') };
    },
  };
}

const streamed = (sequenceNumber: string, after: Record<string, unknown>): StreamedChange => ({
  sequenceNumber,
  read: () => aChange({ id: `change-${sequenceNumber}`, after }),
});

describe('relayChanges', () => {
  it('publishes the events of all changes in order', async () => {
    const bus = busTaking(100);
    const outcome = await relayChanges([streamed('1', aRuntimeImage()), streamed('2', aMemberImage())], { bus });
    expect(outcome).toEqual({ published: 2, events: { RuntimeRegistered: 1, FormationAssigned: 1 } });
    expect(bus.taken.map(({ detailType }) => detailType)).toEqual(['RuntimeRegistered', 'FormationAssigned']);
  });

  it('resumes at the change whose event the bus refused', async () => {
    const silent = streamed('1', { type: 'Counter' });
    const outcome = await relayChanges([silent, streamed('2', aRuntimeImage()), streamed('3', aMemberImage())], { bus: busTaking(1) });
    expect(outcome).toMatchObject({ published: 1, events: { RuntimeRegistered: 1 }, failed: { sequenceNumber: '3' } });
  });

  it('publishes what stands before a change it cannot understand, and stops there', async () => {
    const bus = busTaking(100);
    const outcome = await relayChanges(
      [streamed('1', aRuntimeImage()), streamed('2', { type: 'Surprise' }), streamed('3', aMemberImage())],
      { bus },
    );
    expect(outcome).toMatchObject({ published: 1, failed: { sequenceNumber: '2' } });
    expect(bus.taken.map(({ detailType }) => detailType)).toEqual(['RuntimeRegistered']);
  });

  it('names the refused change rather than a later one that it cannot understand', async () => {
    const outcome = await relayChanges([streamed('1', aRuntimeImage()), streamed('2', { type: 'Surprise' })], { bus: busTaking(0) });
    expect(outcome).toMatchObject({ published: 0, failed: { sequenceNumber: '1' } });
  });
});
