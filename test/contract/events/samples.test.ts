import { describe, expect, it } from 'vitest';
import { detailSchema } from '#shared/events/domain-event.ts';
import { detailTypes } from '#shared/events/event-json-schema.ts';
import samples from './samples-v1.json' with { type: 'json' };

const dataOf = (type: string): unknown => samples.data[type as keyof typeof samples.data];

describe('events of version 1, as listeners know them', () => {
  it('have a sample each', () => {
    expect(Object.keys(samples.data).sort()).toEqual([...detailTypes].sort());
  });

  it.each(detailTypes)('are still understood, without a loss: %s', (type) => {
    const detail = { metadata: samples.metadata, data: dataOf(type) };
    expect(detailSchema(type).parse(detail)).toEqual(detail);
  });
});
