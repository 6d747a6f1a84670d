import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentClient } from '#shared/table/document-client.ts';

let server: Server;
let answers: string[];
let requests: number;

beforeEach(async () => {
  requests = 0;
  server = createServer((request, response) => {
    request.resume();
    const error = answers[requests++];
    response.writeHead(error ? 400 : 200, { 'content-type': 'application/x-amz-json-1.0' });
    response.end(JSON.stringify(error ? { __type: `com.amazonaws.dynamodb.v20120810#${error}`, message: 'no' } : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'a');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 's');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
});

const write = () => documentClient().send(new UpdateCommand({ TableName: 't', Key: { pk: 'a', sk: 'b' } }));

describe('many reads at once', () => {
  it('open no more than 32 connections', async () => {
    answers = [];
    const sockets = new Set<unknown>();
    server.on('connection', (socket) => sockets.add(socket));
    const client = documentClient();
    await Promise.all(
      Array.from({ length: 200 }, (_, index) => client.send(new GetCommand({ TableName: 't', Key: { pk: 'a', sk: String(index) } }))),
    );
    expect(requests).toBe(200);
    expect(sockets.size).toBeLessThanOrEqual(32);
  });
});

describe('a single write', () => {
  it('that meets a transaction is made when that has gone by', async () => {
    answers = ['TransactionConflictException', 'TransactionConflictException'];
    await write();
    expect(requests).toBe(3);
  });

  it('that meets one after the other is given up', async () => {
    answers = Array.from({ length: 9 }, () => 'TransactionConflictException');
    await expect(write()).rejects.toThrow('no');
    expect(requests).toBe(4);
  });

  it('whose condition does not hold is not repeated', async () => {
    answers = ['ConditionalCheckFailedException'];
    await expect(write()).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(requests).toBe(1);
  });
});
