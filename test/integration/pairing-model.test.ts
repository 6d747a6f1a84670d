import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { invite, pairingCommands } from '#test/support/pairing-model/commands.ts';
import type { Model } from '#test/support/pairing-model/model.ts';
import { type SystemUnderTest, systemUnderTest } from '#test/support/pairing-model/system.ts';

const runs = Number(process.env.COMPASS_MODEL_RUNS ?? 100);
/** From the report of a failure. */
const { COMPASS_MODEL_SEED: seed, COMPASS_MODEL_PATH: path, COMPASS_MODEL_REPLAY: replayPath } = process.env;

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

/** Without these the stories would have told nothing. */
const outcomes = [
  'configuration: TokenInvalid',
  'configuration: again',
  'configuration: new',
  'deletion: of one that made others',
  'derivation: CertificateInvalid',
  'derivation: CertificateSuperseded',
  'derivation: made',
  'exchange: CertificateSuperseded',
  'exchange: TokenInvalid',
  'exchange: again',
  'exchange: next',
  'renewal: CertificateInvalid',
  'renewal: CertificateSuperseded, by one that was replaced',
  'renewal: CertificateSuperseded, by the one before',
  'renewal: again, by the one before',
  'renewal: next',
  'renewal: next, by the one before',
  'revocation: of one that made others',
  'use: CertificateInvalid',
  'use: CertificateSuperseded',
  'use: accepted',
];

async function begun(now: number, system: SystemUnderTest): Promise<Model> {
  const model: Model = { pairings: [], now };
  await system.begin();
  await invite(model, system);
  return model;
}

it(`the Connector answers ${runs} stories of tokens and certificates as their model does`, { timeout: 60_000 + runs * 2000 }, async () => {
  const system = await systemUnderTest(connector);
  const start = Date.now();
  await fc.assert(
    fc.asyncProperty(fc.commands(pairingCommands, { maxCommands: 30, size: 'max', ...(replayPath && { replayPath }) }), (story) =>
      fc.asyncModelRun(async () => ({ model: await begun(start, system), real: system }), story),
    ),
    { numRuns: runs, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
  );
  if (process.env.COMPASS_MODEL_REPORT) console.table([...system.seen].sort());
  // A model that never gets there would hold for nothing; a few stories may not.
  if (runs >= 1000) expect([...system.seen.keys()]).toEqual(expect.arrayContaining(outcomes));
});
