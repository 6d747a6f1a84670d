import { describe, expect, it } from 'vitest';
import { readCloudEvents } from '#shared/application-events/read-cloud-events.ts';
import { AppError } from '#shared/core/errors.ts';

const event = { specversion: '1.0', id: 'e-1', source: '/orders', type: 'order.created' };
const binaryHeaders = { 'ce-specversion': '1.0', 'ce-id': 'e-1', 'ce-source': '/orders', 'ce-type': 'order.created' };

const message = (headers: Record<string, string>, body: string | Buffer) => ({ headers, body: Buffer.from(body) });
const structured = (value: unknown, contentType = 'application/cloudevents+json') =>
  readCloudEvents(message({ 'content-type': contentType }, typeof value === 'string' ? value : JSON.stringify(value)));
const batch = (value: unknown) => structured(value, 'application/cloudevents-batch+json');
const binary = (headers: Record<string, string>, body: string | Buffer = '') =>
  readCloudEvents(message({ ...binaryHeaders, ...headers }, body));

function refusalOf(read: () => unknown): Pick<AppError, 'code' | 'message'> {
  try {
    return { code: 'NotFound', message: `accepted as ${JSON.stringify(read())}` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { code: error.code, message: error.message };
  }
}

describe('an event in structured mode', () => {
  it('is read with all its attributes and data, and without those that are null', () => {
    const full = {
      ...event,
      subject: 'Größe 7',
      time: '2026-01-01T00:00:00.123456789+02:00',
      dataschema: 'urn:schema:1',
      datacontenttype: 'application/json; charset=utf-8',
      attempt: 3,
      final: false,
      data: { positions: [1, { a: null }] },
    };
    expect(structured({ ...full, traceparent: null })).toEqual([full]);
  });

  it.each(['application/cloudevents+json', 'Application/CloudEvents+JSON; charset=UTF-8', 'application/cloudevents+json;charset="utf-8"'])(
    'is known by the content type %s',
    (contentType) => {
      expect(structured(event, contentType)).toEqual([event]);
    },
  );

  it('keeps numbers in the notation in which they were sent', () => {
    const text = `{"specversion":"1.0","id":"e-1","source":"/orders","type":"t","data":{"order":12345678901234567890,"price":1.10,"exponent":1e2}}`;
    expect(JSON.stringify(structured(text)[0])).toBe(text);
  });

  it.each<[string, object | string]>([
    ['specversion', { ...event, specversion: '0.3' }],
    ['specversion', { ...event, specversion: 1 }],
    ['id', { ...event, id: '' }],
    ['id', { ...event, id: 7 }],
    ['id', { ...event, id: null }],
    ['id', { ...event, id: 'a\u0000b' }],
    ['id', '{"specversion":"1.0","id":"\\ud800","source":"/a","type":"t"}'],
    ['source', { ...event, source: undefined }],
    ['source', { ...event, source: 'two words' }],
    ['source', { ...event, source: '100%' }],
    ['type', { ...event, type: '' }],
    ['type', { ...event, type: 'x'.repeat(129) }],
    ['time', { ...event, time: 'yesterday' }],
    ['time', { ...event, time: '2026-01-01T00:00:00' }],
    ['subject', { ...event, subject: '' }],
    ['dataschema', { ...event, dataschema: '/relative' }],
    ['datacontenttype', { ...event, datacontenttype: 'json' }],
    ['data_base64', { ...event, data_base64: 'not base64!' }],
    ['data_base64', { ...event, data: 1, data_base64: 'AAE=' }],
    ['extension', { ...event, extension: { nested: true } }],
    ['extension', { ...event, extension: 1.5 }],
    ['extension', { ...event, extension: 2 ** 31 }],
    ['event', { ...event, Extension: 'x' }],
    ['event', { ...event, 'my-extension': 'x' }],
    ['event', [event]],
    ['event', '"text"'],
    ['event', 'null'],
  ])('is refused with the name of the wrong attribute, %s: %j', (attribute, value) => {
    const { code, message: text } = refusalOf(() => structured(value));
    expect(code).toBe('InvalidData');
    expect(text).toContain(`[${attribute}=`);
  });

  it.each<[string, string | Buffer]>([
    ['no JSON', '{"specversion":'],
    ['an empty body', ''],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['nesting beyond 100 levels', '['.repeat(200_000)],
  ])('is refused for %s', (_, body) => {
    const read = () => readCloudEvents(message({ 'content-type': 'application/cloudevents+json' }, body));
    expect(refusalOf(read).code).toBe('BadRequest');
  });

  it('is refused in another format or charset', () => {
    expect(refusalOf(() => structured(event, 'application/cloudevents+avro')).code).toBe('UnsupportedEventFormat');
    expect(refusalOf(() => structured(event, 'application/cloudevents+json; charset=utf-16')).code).toBe('UnsupportedEventFormat');
    expect(refusalOf(() => structured(event, 'application/json')).code).toBe('UnsupportedEventFormat');
  });

  it('is refused without a word of its content', () => {
    const secret = 'correct-horse-battery';
    for (const text of [`{"secret": ${secret}`, JSON.stringify({ ...event, id: [secret], [secret]: 1 })]) {
      const error = (() => {
        try {
          return structured(text);
        } catch (given) {
          return given as AppError;
        }
      })();
      expect(error).toBeInstanceOf(AppError);
      expect(`${(error as AppError).message} ${(error as AppError).cause}`).not.toContain(secret);
    }
  });
});

describe('the data of an event', () => {
  it.each([0, false, '', null, [], {}])('may be any JSON value: %j', (data) => {
    expect(structured({ ...event, data })).toEqual([{ ...event, data }]);
    expect(binary({ 'content-type': 'application/json' }, JSON.stringify(data))[0]).toMatchObject({ data });
  });

  it('is its bytes, where a sender writes null beside them', () => {
    expect(structured({ ...event, data: null, data_base64: 'AAE=' })).toEqual([{ ...event, data_base64: 'AAE=' }]);
    expect(structured({ ...event, data: 1, data_base64: null })).toEqual([{ ...event, data: 1 }]);
  });
});

describe('a batch of events', () => {
  it('is read in its order, and may be empty', () => {
    const events = [event, { ...event, id: 'e-2' }, { ...event, source: '/invoices' }];
    expect(batch(events)).toEqual(events);
    expect(batch([])).toEqual([]);
  });

  it('may have the same event twice', () => {
    expect(batch([event, event])).toEqual([event, event]);
  });

  it('is refused as a whole with the position of the wrong event', () => {
    expect(refusalOf(() => batch([event, { ...event, type: '' }])).message).toContain('type[1]=');
    expect(refusalOf(() => batch([event, 7])).message).toContain('event[1]=');
  });

  it('is refused if two of its events differ and have the same source and id', () => {
    expect(refusalOf(() => batch([event, { ...event, data: 1 }])).message).toContain('id[1]=');
  });

  it('is refused if it is no array, or has more than 100 events', () => {
    expect(refusalOf(() => batch(event)).code).toBe('BadRequest');
    expect(refusalOf(() => batch(Array.from({ length: 101 }, (_, id) => ({ ...event, id: String(id) })))).code).toBe('BadRequest');
  });
});

describe('an event in binary mode', () => {
  it('takes JSON as its data, with the content type', () => {
    expect(binary({ 'content-type': 'application/json' }, '{"a":[1]}')).toEqual([
      { ...event, datacontenttype: 'application/json', data: { a: [1] } },
    ]);
    expect(binary({ 'content-type': 'application/vnd.order+json; charset=utf-8' }, '7')[0]).toMatchObject({ data: 7 });
  });

  it('takes text as a string and other bytes in base64', () => {
    expect(binary({ 'content-type': 'text/plain' }, 'Größe')[0]).toMatchObject({ data: 'Größe' });
    expect(binary({ 'content-type': 'application/xml' }, '<a/>')[0]).toMatchObject({ data: '<a/>' });
    expect(binary({ 'content-type': 'application/octet-stream' }, Buffer.from([0, 255]))[0]).toMatchObject({ data_base64: 'AP8=' });
    expect(binary({ 'content-type': 'text/plain; charset=latin1' }, Buffer.from([0xe4]))[0]).toMatchObject({ data_base64: '5A==' });
    expect(binary({}, Buffer.from([1]))).toEqual([{ ...event, data_base64: 'AQ==' }]);
  });

  it('has no data without a body', () => {
    expect(binary({})).toEqual([event]);
  });

  it.each([
    ['Euro%20%E2%82%AC%20%f0%9f%98%80', 'Euro € 😀'],
    ['percent%2525', 'percent%25'],
    ['"quoted \\"text\\" with \\\\ and %20"', 'quoted "text" with \\ and  '],
    ['plain text', 'plain text'],
    ['half "quoted" text', 'half "quoted" text'],
  ])('has the attribute of the header %j decoded once', (header, subject) => {
    expect(binary({ 'ce-subject': header })[0]).toMatchObject({ subject });
  });

  it.each(['100%', '%zz', '%ff%fe', '%00'])('is refused with the header %j', (header) => {
    expect(refusalOf(() => binary({ 'ce-subject': header })).code).toBe('InvalidData');
  });

  it('is refused without a required attribute, with another version, and with an attribute that has a place of its own', () => {
    expect(refusalOf(() => binary({ 'ce-id': '' })).message).toContain('[id=');
    expect(refusalOf(() => binary({ 'ce-specversion': '0.3' })).message).toContain('[specversion=');
    expect(refusalOf(() => binary({ 'ce-datacontenttype': 'text/plain' })).message).toContain('ce-datacontenttype');
    expect(refusalOf(() => binary({ 'ce-data': '1' })).message).toContain('ce-data');
    expect(refusalOf(() => binary({ 'ce-my-extension': '1' })).code).toBe('InvalidData');
  });

  it('is refused if its data is not the JSON that its content type names', () => {
    expect(refusalOf(() => binary({ 'content-type': 'application/json' }, '{')).code).toBe('BadRequest');
  });
});
