import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { kmsSigningKey } from '#shared/aws/authorities/kms-signing-key.ts';
import { kmsClient } from '#shared/aws/kms-client.ts';
import { aP256Key, keyId, spkiOf } from '#test/support/kms-engine.ts';

describe('a client of KMS', () => {
  /** The public key that our client reads from a KMS with this answer. */
  async function publicKeyFrom(answer: RequestListener) {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    vi.stubEnv('AWS_ENDPOINT_URL_KMS', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    vi.stubEnv('AWS_REGION', 'eu-central-1');
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');
    const client = kmsClient();
    try {
      return await kmsSigningKey(client, keyId).publicKey();
    } finally {
      client.destroy();
      vi.unstubAllEnvs();
      server.closeAllConnections();
      server.close();
    }
  }
  const { publicKey } = aP256Key();
  const found = JSON.stringify({ PublicKey: spkiOf(publicKey).toString('base64') });
  const type = { 'content-type': 'application/x-amz-json-1.1' };

  it('asks again when it is throttled', async () => {
    let requests = 0;
    const key = await publicKeyFrom((_, response) => {
      requests += 1;
      if (requests < 3) response.writeHead(400, type).end(JSON.stringify({ __type: 'ThrottlingException' }));
      else response.writeHead(200, type).end(found);
    });
    expect({ requests, same: key.equals(publicKey) }).toEqual({ requests: 3, same: true });
  });

  it('asks again when no answer comes', async () => {
    let requests = 0;
    const key = await publicKeyFrom((_, response) => {
      requests += 1;
      if (requests > 1) response.writeHead(200, type).end(found);
    });
    expect({ requests, same: key.equals(publicKey) }).toEqual({ requests: 2, same: true });
  });
});
