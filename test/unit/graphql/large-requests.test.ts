import { gzipSync } from 'node:zlib';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import type { ApiEvent } from '#shared/lambda/api-event.ts';
import { graphqlEvent, packedEvent } from '#test/support/graphql-event.ts';

const megabyte = 1024 * 1024;
const largest = 4 * megabyte;

/** The length that the endpoint saw, its status, and how often it authenticated. */
async function send(event: ApiEvent, { known = true, maxKnownBodyBytes = largest as number | null } = {}) {
  let authenticated = 0;
  const serve = graphqlEndpoint({
    schema: executableSchema(buildSchema('type Query { length(values: [CLOB!]): Int } scalar CLOB'), {
      Query: { length: (_: unknown, { values = [] }: { values?: string[] }) => values.join('').length },
    }),
    context: async () => {
      authenticated += 1;
      if (!known) throw new AppError('Unauthorized', 'who are you');
      return {};
    },
    mayIntrospect: () => false,
    report: () => undefined,
    ...(maxKnownBodyBytes !== null && { maxKnownBodyBytes }),
  });
  const { statusCode, headers, body = '' } = await serve(event);
  const { data, errors = [] } = JSON.parse(body);
  return { statusCode, headers, length: data?.length, message: errors[0]?.message, authenticated };
}

const request = (size: number): string =>
  JSON.stringify({ query: 'query($t: [CLOB!]) { length(values: $t) }', variables: { t: ['x'.repeat(size)] } });

describe('a request of more than 2 MB', () => {
  it('is read once its sender is known, who is authenticated once', async () => {
    expect(await send(graphqlEvent(request(3 * megabyte)))).toMatchObject({ statusCode: 200, length: 3 * megabyte, authenticated: 1 });
  });

  it('is not read before', async () => {
    expect(await send(graphqlEvent('x'.repeat(3 * megabyte)), { known: false })).toMatchObject({ statusCode: 401, message: 'who are you' });
  });

  it('has a limit', async () => {
    const message = `the request body is larger than ${largest} bytes`;
    expect(await send(graphqlEvent(request(largest)))).toMatchObject({ statusCode: 413, message });
    expect(await send(packedEvent(gzipSync(request(100 * megabyte))))).toMatchObject({ statusCode: 413, message });
  });

  it('is refused where the API takes none', async () => {
    expect(await send(graphqlEvent(request(3 * megabyte)), { maxKnownBodyBytes: null })).toMatchObject({
      statusCode: 413,
      message: `the request body is larger than ${2 * megabyte} bytes`,
      authenticated: 0,
    });
  });
});

describe('a packed request', () => {
  it.each(['gzip', 'x-gzip', ' GZIP'])('is unpacked when it comes as %j', async (coding) => {
    expect(await send(packedEvent(gzipSync(request(3 * megabyte)), coding))).toMatchObject({ statusCode: 200, length: 3 * megabyte });
  });

  it('is not unpacked for a sender who is not known', async () => {
    expect(await send(packedEvent(gzipSync(request(1))), { known: false })).toMatchObject({ statusCode: 401, authenticated: 1 });
  });

  it.each(['br', 'deflate', 'gzip, gzip', 'zstd'])('is refused with 415 when it comes as %s', async (coding) => {
    const { statusCode, headers } = await send(packedEvent(gzipSync(request(1)), coding));
    expect({ statusCode, headers }).toMatchObject({ statusCode: 415, headers: { 'accept-encoding': 'gzip' } });
  });

  it('is refused with 415 where the API takes none', async () => {
    expect(await send(packedEvent(gzipSync(request(1))), { maxKnownBodyBytes: null })).toMatchObject({
      statusCode: 415,
      authenticated: 0,
    });
  });

  it.each([
    ['it is not packed', Buffer.from(request(1))],
    ['it is cut off', gzipSync(request(1)).subarray(0, -8)],
    ['it is empty', Buffer.alloc(0)],
  ])('is refused with 400 when %s', async (_, body) => {
    expect(await send(packedEvent(body))).toMatchObject({ statusCode: 400, message: 'the request body cannot be unpacked' });
  });

  it('that says identity is read as it is', async () => {
    const event = { ...graphqlEvent(request(1)), headers: { 'content-type': 'application/json', 'content-encoding': 'identity' } };
    expect(await send(event)).toMatchObject({ statusCode: 200, length: 1 });
  });
});
