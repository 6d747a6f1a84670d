import { describe, expect, it } from 'vitest';
import { readLegacyEvent } from '#shared/application-events/compat/legacy-event.ts';

const legacy = {
  'event-type': 'order.created',
  'event-type-version': 'v1',
  'event-id': '759815c3-b142-48f2-bf18-c6502dc0998f',
  'event-time': '2020-09-28T14:47:16.491Z',
  data: { orderCode: '123' },
};
const read = (value: unknown) =>
  readLegacyEvent(
    { headers: { 'content-type': 'application/json' }, body: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)) },
    'mp-shop',
  );
const problemOf = (value: unknown) => {
  const found = read(value);
  return 'problem' in found ? found.problem : found;
};

describe('an event in the JSON of the original', () => {
  it('becomes a CloudEvent with the type and its version', () => {
    expect(read(legacy)).toEqual({
      event: {
        specversion: '1.0',
        id: legacy['event-id'],
        source: 'mp-shop',
        type: 'order.created.v1',
        time: legacy['event-time'],
        datacontenttype: 'application/json',
        eventtypeversion: 'v1',
        data: { orderCode: '123' },
      },
    });
  });

  it('gets an id if it has none', () => {
    const { 'event-id': _, ...without } = legacy;
    expect(read(without)).toMatchObject({ event: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
    expect(read({ ...legacy, 'event-id': '' })).toMatchObject({ event: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  });

  it('may have any data but null and the empty string, and further fields', () => {
    for (const data of [0, false, [], 'text']) expect(read({ ...legacy, data })).toMatchObject({ event: { data } });
    expect(read({ ...legacy, 'event-tracing': true })).toHaveProperty('event');
  });

  it.each(['event-type', 'event-type-version', 'event-time', 'data'])('is refused without %s', (field) => {
    const problem = {
      type: 'validation_violation',
      message: 'Missing field',
      details: [{ field, type: 'missing_field', message: 'Missing field' }],
    };
    expect(problemOf({ ...legacy, [field]: undefined })).toEqual(problem);
    expect(problemOf({ ...legacy, [field]: '' })).toEqual(problem);
  });

  it.each([
    ['event-type-version', 'v 1'],
    ['event-time', '2020-09-28'],
    ['event-time', '2020-13-45T00:00:00Z'],
    ['event-time', '2020-02-30T00:00:00Z'],
    ['event-id', 'foo-bar'],
    ['event-type', 'x'.repeat(127)],
    ['event-type', 'a\u0000b'],
  ])('is refused if %s is %j', (field, value) => {
    expect(problemOf({ ...legacy, [field]: value })).toEqual({
      type: 'validation_violation',
      message: 'Invalid field',
      details: [{ field, type: 'invalid_field', message: 'Invalid field' }],
    });
  });

  it.each(['', 'no JSON', '[]', 'null', JSON.stringify({ ...legacy, 'event-type': 7 })])('is refused as bad syntax: %j', (text) => {
    expect(problemOf(text)).toMatchObject({ type: 'bad_payload_syntax', message: 'Bad payload syntax' });
  });
});
