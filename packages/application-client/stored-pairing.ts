import { join } from 'node:path';
import * as z from 'zod';
import type { Pairing } from './pairing.ts';
import { readJson, writeJson } from './private-file.ts';

const pairingSchema = z.object({
  directorUrl: z.url(),
  connectorUrl: z.url(),
  identity: z.object({ privateKey: z.string(), certificateChain: z.string() }),
});

const fileIn = (stateFolder: string) => join(stateFolder, 'pairing.json');

/** Key and certificate are in one file, so that replacing it never leaves one beside the other's predecessor. */
export function savePairing(stateFolder: string, pairing: Pairing): Promise<void> {
  return writeJson(fileIn(stateFolder), pairing);
}

export function loadPairing(stateFolder: string): Promise<Pairing | undefined> {
  return readJson(fileIn(stateFolder), pairingSchema);
}
