import { afterEach, describe, expect, it, vi } from 'vitest';
import { requestBody } from '#shared/lambda/request-body.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

/** The text as API Gateway hands over bytes. */
const asBytes = (text: string) => ({ ...graphqlEvent(Buffer.from(text).toString('base64')), isBase64Encoded: true });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the body of a request', () => {
  it.each([
    ['ASCII', 'x'.repeat(30)],
    ['of two bytes a character', 'é'.repeat(15)],
  ])('is taken up to its limit in bytes, as text and as base64: %s', async (_, text) => {
    for (const event of [graphqlEvent(text), asBytes(text)]) {
      expect(await requestBody(event, 30)).toEqual({ body: text });
      expect(await requestBody(event, 29)).toMatchObject({ status: 413 });
    }
  });

  it('is not decoded where it is too large', async () => {
    const event = asBytes('x'.repeat(31));
    const decode = vi.spyOn(Buffer, 'from');
    await requestBody(event, 30);
    expect(decode).not.toHaveBeenCalled();
  });

  it('is empty where there is none', async () => {
    expect(await requestBody({ ...graphqlEvent(''), body: undefined }, 30)).toEqual({ body: '' });
  });
});
