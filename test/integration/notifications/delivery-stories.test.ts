import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { days, hours, minutes, seconds } from '#shared/core/clock.ts';
import { deliveryStory, type Mood } from '#test/support/delivery-stories.ts';
import { type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const runs = Number(process.env.COMPASS_MODEL_RUNS ?? 25);
/** From the report of a failure. */
const { COMPASS_MODEL_SEED: seed, COMPASS_MODEL_PATH: path } = process.env;

let dynamo: Dynamo;
let world: DirectorWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());

type Story = Awaited<ReturnType<typeof deliveryStory>>;
type Step = (story: Story) => unknown;

const told = (name: string, step: Step): Step => Object.assign(step, { toString: () => name });
const crash = fc.option(fc.record({ at: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
  nil: undefined,
  freq: 3,
});
const moods = ['fine', 'failing', 'failing', 'silent', 'silent', 'gone', 'asks for patience'] as const satisfies Mood[];
const pauses = [seconds(1), seconds(10), minutes(6), minutes(20), hours(3), days(1), days(3)];

async function badWeek(story: Story): Promise<void> {
  story.feel('failing');
  for (let day = 0; day < 7; day++) {
    story.accept();
    await story.work();
    story.wait(days(1));
    await story.sendDue();
    await story.work();
  }
}

async function silentHour(story: Story): Promise<void> {
  story.feel('silent');
  for (let one = 0; one < 7; one++) story.accept();
  for (let one = 0; one < 9; one++) await story.work();
}

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(told('a bad week', badWeek), told('a silent hour', silentHour)) },
  { weight: 4, arbitrary: fc.constant(told('accept', (story) => story.accept())) },
  { weight: 1, arbitrary: fc.nat(5).map((which) => told(`repeat ${which}`, (story) => story.repeat(which))) },
  { weight: 3, arbitrary: fc.constantFrom(...moods).map((mood) => told(`feel ${mood}`, (story) => story.feel(mood))) },
  { weight: 12, arbitrary: crash.map((one) => told(`work ${JSON.stringify(one)}`, (story) => story.work(one))) },
  { weight: 6, arbitrary: fc.constantFrom(...pauses).map((pause) => told(`wait ${pause}`, (story) => story.wait(pause))) },
  { weight: 6, arbitrary: crash.map((one) => told(`send due ${JSON.stringify(one)}`, (story) => story.sendDue(one))) },
  { weight: 1, arbitrary: fc.constant(told('enable', (story) => story.enable())) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(hours(1), days(1), days(30)).map((since) => told(`recover ${since}`, (story) => story.recover(since))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(5), fc.boolean())
      .map(([which, sent]) => told(`replay ${which} ${sent}`, (story) => story.replay(which, sent))),
  },
);

/** Without these the stories would have told nothing. */
const outcomes = [
  'a crash',
  'delivered',
  'disabled',
  'disabled: FAILING',
  'disabled: GONE',
  'enabled',
  'ended before',
  'endpoint parked, in the queue',
  'failed',
  'failed, in the queue',
  'gone',
  'recovered',
  'replayed',
  'sent when due',
  'waiting',
];

it(`the dispatcher keeps every delivery, and to the schedule, in ${runs} stories of failures, crashes and pauses`, {
  timeout: 120_000 + runs * 10_000,
}, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), async (steps) => {
      const story = await deliveryStory(dynamo, world, seen);
      for (const next of steps) {
        await next(story);
        await story.check();
      }
      await story.end();
    }),
    { numRuns: runs, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
  );
  if (process.env.COMPASS_MODEL_REPORT) console.table([...seen].sort());
  if (runs >= 60) expect([...seen]).toEqual(expect.arrayContaining(outcomes));
});
