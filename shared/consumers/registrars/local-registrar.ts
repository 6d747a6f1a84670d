import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { ClientRegistrar } from '../client-registrar.ts';

/** A stored client, without its secret. */
const storedClient = z.object({ secretDigest: z.string(), scopes: z.array(z.string()) });

export interface LocalClients extends ClientRegistrar {
  /** The scopes of the client with this secret; undefined when there is none. */
  authenticate(clientId: string, clientSecret: string): Promise<readonly string[] | undefined>;
}

const clientIds = /^[0-9a-f]{26}$/;

/** Bytes of a secret: 256 bits, so that SHA-256 is enough for its digest. */
const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** OAuth clients as files in a folder, one each, for the issuer of one machine. */
export function localRegistrar(folder: string): LocalClients {
  const fileOf = (clientId: string) => join(folder, `${clientId}.json`);
  return {
    create: async ({ owner, authId, scopes }) => {
      const clientId = randomBytes(13).toString('hex');
      const clientSecret = randomBytes(32).toString('hex');
      const kept = { name: `${owner.kind} ${owner.id} ${authId}`, secretDigest: digestOf(clientSecret).toString('hex'), scopes };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(clientId), `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
      return { clientId, clientSecret };
    },

    delete: async (clientId) => {
      if (clientIds.test(clientId)) await rm(fileOf(clientId), { force: true });
    },

    authenticate: async (clientId, clientSecret) => {
      const text = clientIds.test(clientId) ? await readFile(fileOf(clientId), 'utf8').catch(unlessAbsent) : undefined;
      if (text === undefined) return undefined;
      const { secretDigest, scopes } = storedClient.parse(JSON.parse(text));
      return timingSafeEqual(Buffer.from(secretDigest, 'hex'), digestOf(clientSecret)) ? scopes : undefined;
    },
  };
}

function unlessAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
