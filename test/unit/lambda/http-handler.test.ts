import type { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { days, later } from '#shared/core/clock.ts';
import { noFirewall } from '#shared/lambda/firewall.ts';
import { httpHandler, unlogged } from '#shared/lambda/http-handler.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

const lines: unknown[] = [];
const keys: unknown[] = [];
const log = {
  appendKeys: (added: object) => void keys.push(added),
  info: (...line: unknown[]) => void lines.push(line),
  error: (...line: unknown[]) => void lines.push(line),
} as unknown as Logger;
const edge = { log, firewall: noFirewall };
const secret = 'Bearer secret-token';
const event = {
  ...graphqlEvent('{"query":"{ secret-query }"}'),
  headers: { authorization: secret },
  rawQueryString: 'token=secret-parameter',
  queryStringParameters: { token: 'secret-parameter' },
};

describe('the edge of a function behind an API', () => {
  it('tells browsers to keep to TLS, to sniff no types and to show nothing in frames', async () => {
    const handler = httpHandler(edge, async () => ({ statusCode: 200, headers: { 'content-type': 'text/html' }, body: 'ok' }));
    const { headers, statusCode } = await handler(event, {} as Context);
    expect(statusCode).toBe(200);
    const named = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
    expect(named).toMatchObject({
      'strict-transport-security': expect.stringContaining('max-age='),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(named).not.toHaveProperty('x-powered-by');
  });

  it('writes a line for each answer, except for one that says nothing new', async () => {
    lines.length = 0;
    await httpHandler(edge, async () => unlogged({ statusCode: 304 }))(event, {} as Context);
    expect(lines).toEqual([]);
    await httpHandler(edge, async () => ({ statusCode: 304 }))(event, {} as Context);
    expect(lines).toHaveLength(1);
  });

  it('masks a crash, and logs neither headers, nor bodies, nor what stands behind the path, of what it serves either', async () => {
    await httpHandler(edge, async () => ({ statusCode: 200 }))(event, {} as Context);
    const handler = httpHandler(edge, () => Promise.reject(new Error('the table is called compass-prod')));
    expect(await handler(event, {} as Context)).toMatchObject({ statusCode: 500, body: '{"message":"Internal Server Error"}' });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toMatch(/secret-/);
  });

  it('adds the version that runs to each line, by which a rollout counts its errors', async () => {
    keys.length = 0;
    await httpHandler(edge, async () => ({ statusCode: 200 }))(event, { functionVersion: '7' } as Context);
    expect(keys).toEqual([{ functionVersion: '7' }]);
  });

  it('logs whose certificate called and how long it is still valid', async () => {
    const validity = { notBefore: openSslTime(later(new Date(), -days(79.5))), notAfter: openSslTime(later(new Date(), days(10.5))) };
    const clientCert = { clientCertPem: 'PEM', subjectDN: 'CN=app-1', issuerDN: 'CN=root', serialNumber: '1', validity };
    const requestContext = { ...event.requestContext, authentication: { clientCert } };
    lines.length = 0;
    await httpHandler(edge, async () => ({ statusCode: 200 }))({ ...event, requestContext }, {} as Context);
    const fields = { certificateSubject: 'CN=app-1', certificateDaysLeft: 10, certificatePercentLeft: 11 };
    expect(lines).toEqual([['request served', expect.objectContaining(fields)]]);
  });
});

/** `Mon, 28 May 2029 12:30:02 GMT` becomes `May 28 12:30:02 2029 GMT`. */
const openSslTime = (date: Date): string => date.toUTCString().replace(/^\w+, (\d+) (\w+) (\d+) ([\d:]+)/, '$2 $1 $4 $3');
