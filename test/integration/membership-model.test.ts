import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { begin, membershipCommands } from '#test/support/membership-model/commands.ts';
import { emptyModel } from '#test/support/membership-model/model.ts';
import { systemUnderTest } from '#test/support/membership-model/system.ts';

const runs = Number(process.env.COMPASS_MODEL_RUNS ?? 25);
/** From the report of a failure. */
const { COMPASS_MODEL_SEED: seed, COMPASS_MODEL_PATH: path, COMPASS_MODEL_REPLAY: replayPath } = process.env;

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

/** Without these the stories would have told nothing. */
const outcomes = [
  'set a label, itself: InsufficientScopes',
  'set a label, itself: done',
  'set a label, user: done',
  'delete a label, itself: InsufficientScopes',
  'replace the labels, itself: InsufficientScopes',
  'replace the labels, itself: done',
  'send all labels back with one changed, itself: done',
  'send back what was read, user: done',
  'create an automatic assignment, user: done',
  'delete an automatic assignment, user: done',
  'assign a tenant, integration system: done',
  'delete a label definition and its labels, user: done',
];

it(`the Director answers ${runs} stories of labels, automatic assignments and formations as their model does`, {
  timeout: 60_000 + runs * 2000,
}, async () => {
  const system = systemUnderTest(dynamo);
  await fc.assert(
    fc.asyncProperty(fc.commands(membershipCommands, { maxCommands: 30, size: 'max', ...(replayPath && { replayPath }) }), (story) =>
      fc.asyncModelRun(async () => {
        const model = emptyModel();
        await system.begin();
        await begin(model, system);
        return { model, real: system };
      }, story),
    ),
    { numRuns: runs, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
  );
  if (process.env.COMPASS_MODEL_REPORT) console.table([...system.seen].sort());
  // A model that never gets there would hold for nothing; a few stories may not.
  if (runs >= 500) expect([...system.seen.keys()]).toEqual(expect.arrayContaining(outcomes));
});
