import { createHash } from 'node:crypto';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CompactEncrypt, compactDecrypt } from 'jose';
import type { Sealer } from '../core/sealer.ts';
import { requestTimeouts } from './request-timeouts.ts';

/**
 * Seals with AES-256-GCM under a key from Secrets Manager, as a compact JWE whose protected header names the context.
 * The key is read once per process.
 */
export function secretsManagerSealer(secretId: string): Sealer {
  const client = new SecretsManagerClient({ requestHandler: requestTimeouts });
  let loaded: Promise<Uint8Array> | undefined;
  const key = (): Promise<Uint8Array> => {
    loaded ??= loadKey(client, secretId).catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
  return jweSealer(key);
}

/** Seals with a given key of 32 bytes. */
export function jweSealer(key: () => Promise<Uint8Array>): Sealer {
  return {
    seal: async (context, plaintext) =>
      new CompactEncrypt(Buffer.from(plaintext)).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', ctx: context }).encrypt(await key()),
    open: async (context, sealed) => {
      const { plaintext, protectedHeader } = await compactDecrypt(sealed, await key(), {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      if (protectedHeader.ctx !== context) throw new Error('the text was sealed for another object');
      return Buffer.from(plaintext).toString();
    },
  };
}

/** The secret may be any text of enough entropy: its SHA-256 is the key. */
async function loadKey(client: SecretsManagerClient, secretId: string): Promise<Uint8Array> {
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secretId }));
  if (!SecretString || SecretString.length < 32) throw new Error('the sealing key must be a text of 32 characters or more');
  return createHash('sha256').update(SecretString).digest();
}
