import type { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type ApiEvent, headerOf } from '#shared/lambda/api-event.ts';
import { firewallOf, originHeader } from '#shared/lambda/firewall.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { anApiEvent } from '#test/support/api-event.ts';

const [current, previous, other] = ['c', 'p', 'o'].map((letter) => letter.repeat(64)) as [string, string, string];
/** The address of the firewall's edge, as the gateway sees it. */
const edge = '192.0.2.1';
const viewer = '198.51.100.7';

interface Wish {
  readonly headers?: Record<string, string>;
  readonly certificate?: string;
  readonly directCalls?: 'admitted' | 'refused';
  readonly values?: () => Promise<readonly string[]>;
}

async function call({ headers = {}, certificate, directCalls = 'refused', values = async () => [current, previous] }: Wish) {
  const served: ApiEvent[] = [];
  const lines: Record<string, unknown>[] = [];
  const log = {
    appendKeys: () => undefined,
    info: (_: string, fields: Record<string, unknown>) => void lines.push(fields),
    error: (_: string, fields: Record<string, unknown>) => void lines.push(fields),
  } as unknown as Logger;
  const handler = httpHandler({ log, firewall: firewallOf({ values, directCalls }) }, async (event) => {
    served.push(event);
    return { statusCode: 200 };
  });
  const event = anApiEvent({ headers, ...(certificate === undefined ? {} : { certificate }) });
  const { statusCode, body } = await handler(event, {} as Context);
  return { statusCode, body, served, line: lines[0] ?? expect.fail('no line in the log'), lines };
}

const through = (given: string, headers: Record<string, string> = {}) => ({ [originHeader]: given, ...headers });

describe('a function behind the firewall', () => {
  it('serves requests with the current value of the secret, and with the one before', async () => {
    for (const value of [current, previous]) {
      const { statusCode, line } = await call({ headers: through(value, { 'x-amz-cf-id': 'id-at-the-edge' }) });
      expect(statusCode).toBe(200);
      expect(line).toMatchObject({ passage: 'firewall', edgeRequestId: 'id-at-the-edge' });
    }
  });

  it('finds the header whatever the case of its name', async () => {
    expect(await call({ headers: { [originHeader.toUpperCase()]: current } })).toMatchObject({ statusCode: 200 });
  });

  it.each([
    ['without the header', {}],
    ['with another value', through(other)],
    ['with an empty value', through('')],
    ['with a part of the value', through(current.slice(1))],
    ['with both values', through(`${current},${previous}`)],
  ])('refuses requests %s in the words of the gateway, without serving them', async (_, headers: Record<string, string>) => {
    const { statusCode, body, served, line } = await call({ headers });
    expect({ statusCode, body, served }).toEqual({ statusCode: 403, body: '{"message":"Forbidden"}', served: [] });
    expect(line).toMatchObject({ passage: 'refused', client: edge, status: 403 });
  });

  it('serves requests past the firewall while direct calls are admitted, and notes them', async () => {
    const { statusCode, line } = await call({ directCalls: 'admitted' });
    expect(statusCode).toBe(200);
    expect(line).toMatchObject({ passage: 'direct', client: edge });
  });

  it('serves the certificate-secured API, in front of which no firewall stands, without asking for the secret', async () => {
    const { statusCode, line } = await call({ certificate: 'PEM', values: () => Promise.reject(new Error('asked')) });
    expect(statusCode).toBe(200);
    expect(line).not.toHaveProperty('passage');
  });

  it('serves no request while the secret cannot be read', async () => {
    const { statusCode, served } = await call({ headers: through(current), values: () => Promise.reject(new Error('unavailable')) });
    expect({ statusCode, served }).toEqual({ statusCode: 500, served: [] });
  });

  it('hides the secret from the code behind the check, and from the log', async () => {
    const { served, lines } = await call({ headers: through(current) });
    expect(served.map((event) => headerOf(event, originHeader))).toEqual([undefined]);
    expect(JSON.stringify([served, lines])).not.toContain(current);
  });
});

describe('the address of a client', () => {
  const addressIn = async (headers: Record<string, string>) => (await call({ headers, directCalls: 'admitted' })).line.client;

  it.each([
    ['the one that the firewall adds, before its own', `${viewer}, ${edge}`, viewer],
    ['the same where the gateway adds none', viewer, viewer],
    ['not one that the client claims', `203.0.113.9, ${viewer}, ${edge}`, viewer],
    ['one of IPv6', `2001:db8::7, ${edge}`, '2001:db8::7'],
    ['unknown where the header has no address', `unknown, ${edge}`, undefined],
  ])('is %s', async (_, forwarded, expected) => {
    expect(await addressIn(through(current, { 'x-forwarded-for': forwarded }))).toBe(expected);
  });

  it('is that of the connection where the firewall did not show itself, whatever the header claims', async () => {
    expect(await addressIn({ 'x-forwarded-for': `${viewer}, ${edge}` })).toBe(edge);
    expect(await addressIn(through(other, { 'x-forwarded-for': viewer }))).toBe(edge);
  });
});
