import { describe, expect, it } from 'vitest';
import { boxesOf, groupKey, type ReadMember, routesOf } from '#console/landscape/landscape.ts';
import { boxHeight, layoutOf } from '#console/landscape/layout.ts';

const member = (id: string, formations: string[], condition = 'CONNECTED', url = ''): ReadMember => ({
  id,
  name: id,
  status: { condition },
  labels: { scenarios: formations },
  eventingConfiguration: { defaultURL: url },
});

const many = (count: number, kind: string, formations: (index: number) => string[]) =>
  Array.from({ length: count }, (_, index) => member(`${kind}-${index}`, formations(index), index % 10 === 0 ? 'FAILED' : 'CONNECTED'));

const large = {
  applications: many(400, 'application', (index) => [`formation-${index % 5}`]),
  runtimes: many(100, 'runtime', (index) => [`formation-${index % 5}`]),
};

describe('a landscape', () => {
  it('shows each member while they are few', () => {
    const boxes = boxesOf({ applications: [member('shop', ['a'])], runtimes: [member('laptop', ['a'])] }, new Set());
    expect(boxes.applications).toMatchObject([{ key: 'shop', collapsed: false, counts: { ok: 1 } }]);
    expect(boxes.runtimes).toMatchObject([{ key: 'laptop', collapsed: false }]);
  });

  it('of 500 members is drawn by groups with the same formations, and with the counts of their conditions', () => {
    const boxes = boxesOf(large, new Set());
    expect(boxes.applications).toHaveLength(5);
    expect(boxes.runtimes).toHaveLength(5);
    expect(boxes.applications.reduce((sum, { members }) => sum + members.length, 0)).toBe(400);
    expect(boxes.applications[0]?.counts).toEqual({ ok: 40, bad: 40 });
  });

  it('opens a group alone', () => {
    const boxes = boxesOf(large, new Set([groupKey('application', ['formation-1'])]));
    expect(boxes.applications).toHaveLength(4 + 80);
    expect(boxes.runtimes).toHaveLength(5);
  });

  it('leads events from an Application to the Runtime whose address its own begins with', () => {
    const boxes = boxesOf(
      {
        applications: [member('shop', ['a'], 'CONNECTED', 'https://laptop/shop/v1/events'), member('ledger', ['a'])],
        runtimes: [member('other', ['a'], 'CONNECTED', 'https://lap'), member('laptop', ['a'], 'CONNECTED', 'https://laptop')],
      },
      new Set(),
    );
    expect(routesOf(boxes.applications, boxes.runtimes)).toEqual([{ from: 'shop', to: 'laptop', count: 1 }]);
  });

  it('leads events between the formations, where they can be seen', () => {
    const boxes = boxesOf({ applications: [member('shop', ['a'])], runtimes: [member('laptop', ['a'])] }, new Set());
    const { places, lines } = layoutOf({ ...boxes, formations: ['a'], routes: [{ from: 'shop', to: 'laptop', count: 1 }] });
    const { path = '' } = lines.find(({ kind }) => kind === 'events') ?? {};
    const [, height] = / (\d+) H/.exec(path) ?? [];
    const formation = places.get('formation a');
    expect(Number(height)).toBeGreaterThan((formation?.y ?? 0) + boxHeight);
  });

  it('is laid out without boxes that overlap, and with a line for each membership', () => {
    const boxes = boxesOf(large, new Set());
    const formations = [0, 1, 2, 3, 4].map((index) => `formation-${index}`);
    const { places, lines, height } = layoutOf({ ...boxes, formations, routes: [] });
    expect(lines).toHaveLength(10);
    const spots = [...places.values()];
    for (const spot of spots) {
      expect(spot.y + boxHeight).toBeLessThan(height);
      expect(spots.filter((other) => other.x === spot.x && Math.abs(other.y - spot.y) < boxHeight)).toEqual([spot]);
    }
  });
});
