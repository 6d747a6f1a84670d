import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '#shared/application-events/cloud-event.ts';
import { maxEventBytes } from '#shared/application-events/event-limits.ts';
import { type BusEvent, type RuntimeBus, requireSender, sendEvents } from '#shared/application-events/send-events.ts';

const tenant = 'tenant-1';
const sender = { tenant, applicationId: 'id-1' };
const view = (names: Record<string, string>) => ({ nameOf: async (id: string) => names[id] });
const sees = (name: string) => ({ tenant, view: view({ 'id-1': name, 'id-2': 'other' }), bus: { put: async () => undefined } });

const anEvent = (id: string, given: Partial<CloudEvent> = {}): CloudEvent => ({
  specversion: '1.0',
  id,
  source: '/s',
  type: 't',
  ...given,
});

describe('the sender of events', () => {
  it('is known by the name under which the Runtime sees it', async () => {
    expect(await requireSender(sender, 'shop', sees('shop'))).toBe('shop');
  });

  it('is refused with one answer under the name of another, under an unknown name, out of view, and in another tenant', async () => {
    const answer = { code: 'EventSenderRefused', message: expect.stringContaining('under the name in the path') };
    await expect(requireSender(sender, 'other', sees('shop'))).rejects.toMatchObject(answer);
    await expect(requireSender(sender, 'unknown', sees('shop'))).rejects.toMatchObject(answer);
    await expect(requireSender(sender, 'shop', { ...sees('shop'), view: view({}) })).rejects.toMatchObject(answer);
    await expect(requireSender({ ...sender, tenant: 'tenant-2' }, 'shop', sees('shop'))).rejects.toMatchObject(answer);
  });

  it.each(['compass.runtime-agent', 'AWS.ec2'])('is refused under a name of which others are the source: %s', async (name) => {
    await expect(requireSender(sender, name, sees(name))).rejects.toMatchObject({ code: 'EventSenderRefused' });
  });
});

describe('events on their way to the bus', () => {
  const recording = (answer: (events: readonly BusEvent[]) => Awaited<ReturnType<RuntimeBus['put']>> = () => undefined) => {
    const stored: BusEvent[] = [];
    const put = async (events: readonly BusEvent[]) => {
      stored.push(...events);
      return answer(events);
    };
    return { stored, bus: { put } };
  };

  it('have the name of the Application as their source, whatever their own says', async () => {
    const { stored, bus } = recording();
    await sendEvents([anEvent('1', { source: '/posing', data: { a: 1 } })], 'shop', { bus });
    expect(stored).toEqual([
      { source: 'shop', type: 't', json: '{"specversion":"1.0","id":"1","source":"/posing","type":"t","data":{"a":1}}' },
    ]);
  });

  it('are put once if they are the same event', async () => {
    const { stored, bus } = recording();
    await sendEvents([anEvent('1'), anEvent('2'), anEvent('1'), anEvent('1', { source: '/z' })], 'shop', { bus });
    expect(stored.map(({ json }) => JSON.parse(json).id)).toEqual(['1', '2', '1']);
  });

  it('are refused together, before any is stored, if one is too large with the name and its type', async () => {
    const { stored, bus } = recording();
    const sized = (bytes: number) => {
      const rest = JSON.stringify(anEvent('1', { data: '' })).length + 'shop'.length + 't'.length;
      return anEvent('1', { data: 'x'.repeat(bytes - rest) });
    };
    await sendEvents([sized(maxEventBytes)], 'shop', { bus });
    await expect(sendEvents([anEvent('2'), sized(maxEventBytes + 1)], 'shop', { bus })).rejects.toMatchObject({ code: 'EventTooLarge' });
    expect(stored).toHaveLength(1);
  });

  it('that were not stored are named by their positions', async () => {
    const { bus } = recording((events) => ({ events: events.slice(1), final: false, cause: new Error('busy') }));
    await expect(sendEvents([anEvent('1'), anEvent('2'), anEvent('1'), anEvent('2')], 'shop', { bus })).rejects.toMatchObject({
      code: 'EventsNotStored',
      details: { positions: '1, 3', retryAfterSeconds: 1 },
    });
  });

  it('that the bus cannot take are refused for good', async () => {
    const { bus } = recording((events) => ({ events, final: true }));
    await expect(sendEvents([anEvent('1')], 'shop', { bus })).rejects.toMatchObject({ code: 'InvalidData', details: { positions: '0' } });
  });
});
