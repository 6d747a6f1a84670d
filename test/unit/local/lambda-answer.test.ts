import { describe, expect, it } from 'vitest';
import { lambdaAnswer } from '#local/gateway/lambda-answer.ts';

describe('the answer of a function', () => {
  it('becomes status, headers and body', () => {
    const answer = lambdaAnswer({ statusCode: 201, headers: { 'Content-Type': 'application/json' }, body: '{}', cookies: ['a=1'] });
    expect(answer).toMatchObject({ status: 201, headers: { 'content-type': 'application/json', 'set-cookie': ['a=1'] } });
    expect(answer.body.toString()).toBe('{}');
  });

  it('is decoded when it is base64', () => {
    expect(lambdaAnswer({ statusCode: 200, body: Buffer.from('x').toString('base64'), isBase64Encoded: true }).body.toString()).toBe('x');
  });

  it('is JSON with status 200 when it has no status', () => {
    expect(lambdaAnswer({ a: 1 })).toMatchObject({ status: 200, headers: { 'content-type': 'application/json' } });
  });

  it('is an internal error beyond the 6 MB that Lambda answers at most', () => {
    expect(lambdaAnswer({ statusCode: 200, body: 'x'.repeat(6 * 1024 * 1024) }).status).toBe(500);
  });
});
