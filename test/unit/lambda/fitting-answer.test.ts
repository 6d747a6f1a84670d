import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ApiEvent } from '#shared/lambda/api-event.ts';
import { fittingAnswer } from '#shared/lambda/fitting-answer.ts';

const from = (acceptEncoding?: string) =>
  ({ headers: acceptEncoding === undefined ? {} : { 'Accept-Encoding': acceptEncoding } }) as unknown as ApiEvent;
const answer = (body: string) => ({ statusCode: 200, headers: { 'content-type': 'application/json' }, body });
const lambdaLimit = 6 * 1024 * 1024;
const sizeOf = (result: object) => Buffer.byteLength(JSON.stringify(result));

describe('an answer', () => {
  it.each([
    ['that is small', '{}'],
    ['of just under 6 MB', 'x'.repeat(lambdaLimit - 20_000)],
    ['that is read as a third more than it counts', 'ü'.repeat(2_900_000)],
  ])('%s goes as it is, whatever the caller could unpack', async (_, body) => {
    const result = await fittingAnswer(from('gzip'), answer(body));
    expect(result).toEqual(answer(body));
    expect(sizeOf(result ?? {})).toBeLessThan(lambdaLimit);
  });

  it.each([
    ['of more than 6 MB', 'x'.repeat(lambdaLimit)],
    ['that quotes make too large on the way', '"'.repeat(lambdaLimit / 2)],
    ['that escapes make too large on the way', JSON.stringify('\u0001'.repeat(lambdaLimit / 6.5))],
    ['that other alphabets make too large on the way', '文'.repeat(lambdaLimit / 3)],
  ])('%s is packed for callers that can unpack it, and fits no others', async (_, body) => {
    const packed = await fittingAnswer(from('br, gzip, deflate'), answer(body));
    expect(packed).toMatchObject({
      statusCode: 200,
      isBase64Encoded: true,
      headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
    });
    expect(sizeOf(packed ?? {})).toBeLessThan(lambdaLimit);
    expect(gunzipSync(Buffer.from(packed?.body ?? '', 'base64')).toString()).toBe(body);
    for (const encoding of [undefined, '', 'br', 'gzip;q=0', 'gzip; q=0.0, br']) {
      expect(await fittingAnswer(from(encoding), answer(body))).toBeUndefined();
    }
  });

  it('that does not even fit packed is none', async () => {
    const body = randomBytes(7_000_000).toString('base64');
    expect(body.length).toBeGreaterThan(lambdaLimit);
    expect(await fittingAnswer(from('gzip'), answer(body))).toBeUndefined();
  });
});
