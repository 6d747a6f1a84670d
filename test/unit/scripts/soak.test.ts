import { describe, expect, it } from 'vitest';
import { deliveryId } from '#shared/webhooks/delivery.ts';
import { type BusEvent, creationDifferences, deliveryDifferences, eventDifferences } from '../../../scripts/soak/comparisons.ts';
import type { Creation } from '../../../scripts/soak/ledger.ts';
import { randomOf } from '../../../scripts/soak/random.ts';
import type { Temper } from '../../../scripts/soak/receivers.ts';

const aCreation = (given: Partial<Creation> = {}): Creation => ({
  kind: 'application',
  name: 'shop',
  outcome: 'acknowledged',
  id: 'a',
  ...given,
});
const there = { id: 'a', name: 'shop' };
const anEvent = (eventId: string, detailType = 'ApplicationRegistered', data: object = { applicationId: 'a' }): BusEvent => ({
  'detail-type': detailType,
  detail: { metadata: { eventId }, data: { ...data } },
});

describe('the choices of a soak', () => {
  it('are the same for the same seed, and others for each sender', () => {
    const choices = (seed: number, name: string) => {
      const random = randomOf(seed, name);
      return Array.from({ length: 20 }, () => random.between(1, 1000));
    };
    expect(choices(7, 'one')).toEqual(choices(7, 'one'));
    expect(choices(7, 'one')).not.toEqual(choices(8, 'one'));
    expect(choices(7, 'one')).not.toEqual(choices(7, 'two'));
    expect(Math.min(...choices(7, 'one'))).toBeGreaterThanOrEqual(1);
  });
});

describe('the comparison of a soak', () => {
  it('finds a write that was acknowledged and is lost, doubled, or another', () => {
    expect(creationDifferences([aCreation()], [there])).toEqual([]);
    expect(creationDifferences([aCreation()], [])).toHaveLength(1);
    expect(creationDifferences([aCreation()], [there, { ...there, id: 'b' }])).toHaveLength(1);
    expect(creationDifferences([aCreation()], [{ ...there, id: 'b' }])).toHaveLength(1);
  });

  it('finds what was refused or deleted, and lets be what has no known end', () => {
    expect(creationDifferences([aCreation({ outcome: 'refused', id: undefined })], [there])).toHaveLength(1);
    expect(creationDifferences([aCreation({ deletion: 'acknowledged' })], [there])).toHaveLength(1);
    for (const found of [[], [there]]) {
      expect(creationDifferences([aCreation({ outcome: 'unknown', id: undefined })], found)).toEqual([]);
      expect(creationDifferences([aCreation({ deletion: 'unknown' })], found)).toEqual([]);
    }
  });

  it('finds a change that came to the bus not at all, or under two ids', () => {
    const differences = (...events: BusEvent[]) => eventDifferences(events, 'ApplicationRegistered', 'applicationId', [there]);
    expect(differences(anEvent('1'), anEvent('1'))).toEqual([]);
    expect(differences()).toHaveLength(1);
    expect(differences(anEvent('1'), anEvent('2'))).toHaveLength(1);
  });

  it('finds an event that a healthy webhook did not get, and a delivery with two bodies', () => {
    const event = anEvent('1', 'FormationAssigned', { objectType: 'RUNTIME' });
    const listener = (temper: Temper, ...posts: [string, string[]][]) => ({
      webhookId: 'w',
      receiver: { temper, received: new Map(posts.map(([id, bodies]) => [id, new Set(bodies)])) },
    });
    const id = deliveryId('1', 'w');
    expect(deliveryDifferences([event], [listener('healthy', [id, ['body']])])).toEqual([]);
    expect(deliveryDifferences([event], [listener('healthy')])).toHaveLength(1);
    expect(deliveryDifferences([event], [listener('refusing')])).toEqual([]);
    expect(deliveryDifferences([event], [listener('refusing', [id, ['body', 'other']])])).toHaveLength(1);
  });
});
