import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { reportState } from '#shared/formation-assignments/report-state.ts';
import type { Delivery } from '#shared/webhooks/delivery.ts';
import type { AnsweredState, WireState } from '#shared/webhooks/participant-report.ts';
import type { Data } from '#test/support/clients.ts';
import { aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { formationStory } from '#test/support/formation-story.ts';
import { tableSending } from '#test/support/table-sending.ts';

const runs = Number(process.env.COMPASS_MODEL_RUNS ?? 10);
/** From the report of a failure. */
const { COMPASS_MODEL_SEED: seed, COMPASS_MODEL_PATH: path } = process.env;

/** The call to the table at which an operation ends, before or after the call was made. */
interface Crash {
  readonly at: number;
  readonly when: 'before' | 'after';
}

let dynamo: Dynamo;
let world: DirectorWorld;
let coming: { left: number; readonly when: Crash['when'] } | undefined;
beforeAll(async () => {
  dynamo = await startDynamo();
  const table = tableSending(dynamo, async (command) => {
    if (!coming || --coming.left > 0) return dynamo.client.send(command);
    const { when } = coming;
    coming = undefined;
    if (when === 'after') await dynamo.client.send(command);
    throw new Error('the process ended');
  });
  world = directorWorld({ table });
});
afterAll(() => dynamo.stop());

type Type = 'APPLICATION' | 'RUNTIME';

/** The notification of the latest change, as the model knows it. */
interface Telling {
  readonly type: 'ASSIGN' | 'UNASSIGN';
  readonly delivery: Delivery;
  phase: 'lost' | 'due' | 'failed' | 'accepted';
  isAttempted: boolean;
  answered?: AnsweredState | undefined;
  report?: WireState;
}

const modes = [undefined, 'SYNC', 'ASYNC_CALLBACK'] as const;

interface Participant {
  readonly id: string;
  readonly mode: (typeof modes)[number];
  isIn: boolean;
  /** None where there is nothing to tell. */
  telling?: Telling | undefined;
}

const waitingIn = ({ type }: Telling) => (type === 'ASSIGN' ? 'INITIAL' : 'DELETING');
const failedIn = ({ type }: Telling) => (type === 'ASSIGN' ? 'CREATE_ERROR' : 'DELETE_ERROR');

function stateOf({ telling }: Participant): string {
  if (!telling) return 'READY';
  if (telling.report) return telling.report;
  if (telling.phase === 'failed') return failedIn(telling);
  if (telling.phase !== 'accepted') return waitingIn(telling);
  if (!telling.answered || telling.answered.state === 'READY') return 'READY';
  if (telling.answered.state === 'EXPECTED') return waitingIn(telling);
  return telling.answered.state === 'ERROR' ? failedIn(telling) : telling.answered.state;
}

async function assignmentStory(seen: Set<string>) {
  coming = undefined;
  const story = await formationStory(dynamo, world);
  const { tenant, admin, formationId, made, succeed, fail } = story;
  const applications: Participant[] = [];
  for (const [index, mode] of modes.entries())
    applications.push({ id: await story.application(`a-${index}`, [`a-${index}`], mode ? `mode: ${mode}` : ''), mode, isIn: false });
  const runtimes = [await story.runtime('r-0'), await story.runtime('r-1')].map(
    (id): Participant => ({ id, mode: undefined, isIn: false }),
  );
  const earlier: Delivery[] = [];

  /** Does what the caller does who gets no answer: the same again. */
  const throughCrash = async (work: () => Promise<unknown>, crash: Crash | undefined) => {
    coming = crash && { left: crash.at, when: crash.when };
    try {
      return await work();
    } catch (error) {
      if (!crash || coming || error instanceof AppError) throw error;
      seen.add('a crash');
      return await work();
    } finally {
      coming = undefined;
    }
  };

  /** The Applications that are told get their notifications, made once each. */
  const tell = async (type: Telling['type'], expected: readonly Participant[]) => {
    const deliveries = await made();
    expect(deliveries.map(({ applicationId }) => applicationId).sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const one of expected) {
      const delivery = deliveries.find(({ applicationId }) => applicationId === one.id);
      if (!delivery) throw new Error('the notification is missing');
      if (one.telling?.phase === 'lost') earlier.push(one.telling.delivery);
      one.telling = { type, delivery, phase: 'lost', isAttempted: false };
    }
  };

  const move = async (kind: Type, index: number, isIn: boolean, crash?: Crash) => {
    const moved = (kind === 'APPLICATION' ? applications : runtimes)[index];
    if (!moved) return;
    await throwing(() => throughCrash(() => (isIn ? story.assign(moved.id, kind) : story.unassign(moved.id, kind)), crash));
    if (moved.isIn === isIn) return void (await tell('ASSIGN', []));
    moved.isIn = isIn;
    if (kind === 'RUNTIME')
      return tell(
        isIn ? 'ASSIGN' : 'UNASSIGN',
        applications.filter((one) => one.isIn),
      );
    moved.telling = undefined;
    const isTold = runtimes.some((one) => one.isIn);
    if (isIn) return tell('ASSIGN', isTold ? [moved] : []);
    // One that left is told itself, and has no assignment.
    const deliveries = await made();
    expect(deliveries.every(({ applicationId }) => applicationId === moved.id)).toBe(true);
  };
  const throwing = async (work: () => Promise<unknown>) => void (await work());

  const answer = async (index: number, isAccepted: boolean, given: AnsweredState | undefined) => {
    const { telling, mode } = applications[index] ?? {};
    if (!telling || telling.phase === 'accepted' || telling.phase === 'failed') return;
    telling.isAttempted = true;
    if (!isAccepted) {
      await fail(telling.delivery);
      telling.phase = 'failed';
      return;
    }
    const answered = mode === 'ASYNC_CALLBACK' ? ({ state: 'EXPECTED' } as const) : mode === 'SYNC' ? given : undefined;
    await succeed(telling.delivery, answered ? { answered } : {});
    telling.phase = 'accepted';
    telling.answered = answered;
  };

  const report = async (index: number, state: WireState, crash?: Crash) => {
    const participant = applications[index];
    if (!participant) return;
    const { id, isIn, telling } = participant;
    const target = { formationId, assignmentId: `${formationId}:${id}` };
    const error = state === 'READY' || state === 'CONFIG_PENDING' ? {} : { error: 'no' };
    const work = () => reportState(target, { state, ...error }, aUser(tenant), world.deps);
    const outcome = await throughCrash(work, crash).then(
      () => 'reported',
      (refusal) => (refusal instanceof AppError ? refusal.code : Promise.reject(refusal)),
    );
    const ofChange = telling?.type === 'ASSIGN' ? ['READY', 'CREATE_ERROR', 'CONFIG_PENDING'] : ['READY', 'DELETE_ERROR'];
    const isTaken = telling?.isAttempted && ofChange.includes(state);
    expect(outcome).toBe(isIn ? (isTaken ? 'reported' : 'InvalidOperation') : 'NotFound');
    seen.add(outcome);
    if (isIn && isTaken && telling) telling.report = state;
  };

  const resynchronize = async (reset: boolean, crash?: Crash) => {
    const document = `mutation { f: resynchronizeFormationNotifications(formationID: "${formationId}", reset: ${reset}) { id } }`;
    await throughCrash(() => admin.do(document), crash);
    for (const one of applications) {
      const { telling } = one;
      if (!one.isIn || !telling || telling.phase === 'due' || !(reset || stateOf(one) !== 'READY')) continue;
      telling.phase = 'due';
      telling.answered = undefined;
      delete telling.report;
      seen.add('sent again');
    }
  };

  /** An answer to a notification that a later one replaced. */
  const answerLate = async (isAccepted: boolean) => {
    const delivery = earlier.pop();
    if (!delivery) return;
    await (isAccepted ? succeed(delivery) : fail(delivery));
    seen.add('answered late');
  };

  const check = async () => {
    const { formationAssignments, status } = await story.formation();
    const states = formationAssignments.data
      .filter(({ targetType }: Data) => targetType === 'APPLICATION')
      .map(({ target, state }: Data) => [target, state]);
    const expected = applications.filter(({ isIn }) => isIn).map((one) => [one.id, stateOf(one)] as const);
    expect(Object.fromEntries(states)).toEqual(Object.fromEntries(expected));
    const all = expected.map(([, state]) => state);
    const isFailed = all.some((state) => state.endsWith('ERROR'));
    expect(status.condition).toBe(isFailed ? 'ERROR' : all.every((state) => state === 'READY') ? 'READY' : 'IN_PROGRESS');
    for (const state of all) seen.add(state);
  };

  return { move, answer, report, resynchronize, answerLate, check };
}

type Story = Awaited<ReturnType<typeof assignmentStory>>;
type Step = (story: Story) => Promise<unknown>;

const told = (name: string, step: Step): Step => Object.assign(step, { toString: () => name });
const crash = fc.option(fc.record({ at: fc.integer({ min: 1, max: 8 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
  nil: undefined,
  freq: 2,
});
const answers = fc.constantFrom<AnsweredState | undefined>(
  undefined,
  { state: 'READY' },
  { state: 'CONFIG_PENDING' },
  { state: 'ERROR', error: 'no' },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom<Type>('APPLICATION', 'RUNTIME'), fc.nat(2), fc.constantFrom(true, true, false), crash)
      .map(([type, index, isIn, one]) =>
        told(`${isIn ? 'assign' : 'unassign'} ${type} ${index} ${JSON.stringify(one)}`, (story) => story.move(type, index, isIn, one)),
      ),
  },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.nat(2), fc.constantFrom(true, true, false), answers)
      .map(([index, isAccepted, given]) =>
        told(`answer ${index} ${isAccepted} ${JSON.stringify(given)}`, (story) => story.answer(index, isAccepted, given)),
      ),
  },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat(2), fc.constantFrom<WireState>('READY', 'CONFIG_PENDING', 'CREATE_ERROR', 'DELETE_ERROR'), crash)
      .map(([index, state, one]) => told(`report ${index} ${state} ${JSON.stringify(one)}`, (story) => story.report(index, state, one))),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(fc.boolean(), crash)
      .map(([reset, one]) => told(`resynchronize ${reset} ${JSON.stringify(one)}`, (story) => story.resynchronize(reset, one))),
  },
  { weight: 2, arbitrary: fc.boolean().map((isAccepted) => told(`answer late ${isAccepted}`, (story) => story.answerLate(isAccepted))) },
);

/** Without these the stories would have told nothing. */
const outcomes = [
  ...['a crash', 'sent again', 'answered late', 'reported', 'InvalidOperation', 'NotFound'],
  ...['READY', 'INITIAL', 'DELETING', 'CREATE_ERROR', 'DELETE_ERROR', 'CONFIG_PENDING'],
];

it(`the assignments of a formation are in the states of their model in ${runs} stories of changes, answers, reports and crashes`, {
  timeout: 60_000 + runs * 10_000,
}, async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), async (steps) => {
      const story = await assignmentStory(seen);
      // Without members most steps would have no object.
      for (const index of modes.keys()) await story.move('APPLICATION', index, true);
      await story.move('RUNTIME', 0, true);
      for (const next of steps) {
        await next(story);
        await story.check();
      }
    }),
    { numRuns: runs, ...(seed && { seed: Number(seed) }), ...(path && { path }) },
  );
  if (process.env.COMPASS_MODEL_REPORT) console.table([...seen].sort());
  if (runs >= 60) expect([...seen]).toEqual(expect.arrayContaining(outcomes));
});
