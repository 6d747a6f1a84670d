import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';
import { durationInSeconds } from './duration.ts';
import { Refusal } from './refusal.ts';
import type { LocalOptions } from './start-local.ts';

/** Reads the flags of `npm start`; prints the help and exits for `--help`. */
export function readCommandLine(argv: readonly string[]): LocalOptions {
  const flags = new Command('compass')
    .description('Runs the whole of Compass Serverless on this machine.')
    .option('--port <number>', 'port of the public API', readPort, 4000)
    .option('--mtls-port <number>', 'port of the API with client certificates', readPort, 4443)
    .option('--data-dir <path>', 'folder that keeps the state', '.compass')
    .option('--certificate-validity <duration>', 'validity of client certificates, e.g. 90s, 2h or 7d', durationInSeconds)
    .option('--poll-after <duration>', 'pause between two polls of an Agent', durationInSeconds)
    .option('--quotas <json>', 'how much an owner may have, e.g. \'{"webhooks":5}\'', readQuotas)
    .option('--refuse-sha1-csr', 'refuses certificate requests that are signed with SHA-1')
    .allowExcessArguments(false)
    .parse([...argv])
    .opts<{
      port: number;
      mtlsPort: number;
      dataDir: string;
      certificateValidity?: number;
      pollAfter?: number;
      quotas?: string;
      refuseSha1Csr?: true;
    }>();
  return {
    port: flags.port,
    mtlsPort: flags.mtlsPort,
    dataDir: resolve(flags.dataDir),
    certificateSeconds: flags.certificateValidity,
    pollAfterSeconds: flags.pollAfter,
    quotas: flags.quotas,
    refusesSha1Csr: flags.refuseSha1Csr,
  };
}

/** Limits by the names of quotas, as JSON. Throws Refusal for what is no such object. */
export function readQuotas(text: string): string {
  const read = environment.table.QUOTAS.safeParse(text);
  if (!read.success) throw new Refusal(`"${text}" gives no quotas: ${z.prettifyError(read.error)}`);
  return text;
}

/** Port number; 0 means any free one. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Refusal(`"${text}" is not a port: give a number from 0 to 65535, 0 for any free one.`);
  return port;
}
