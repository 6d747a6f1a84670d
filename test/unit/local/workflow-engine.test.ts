import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FunctionHost } from '#local/functions/function-host.ts';
import { executionStore } from '#local/workflows/execution-store.ts';
import { workflowEngine } from '#local/workflows/workflow-engine.ts';

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
const definition = {
  StartAt: 'Work',
  States: {
    Work: {
      Type: 'Task',
      Resource: arn('work'),
      ResultPath: '$.work',
      Catch: [{ ErrorEquals: ['DriverFailed'], ResultPath: '$.failure', Next: 'Undo' }],
      End: true,
    },
    Undo: { Type: 'Task', Resource: arn('undo'), End: true },
  },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-workflows-'));
});
afterEach(() => rm(folder, { recursive: true }));

function anEngine(handlers: Record<string, (input: unknown) => Promise<unknown>>) {
  const functions: FunctionHost = {
    invoke: async (name, input) => handlers[name]?.(input),
    warmUp: async () => undefined,
    drained: async () => undefined,
  };
  const store = executionStore(folder);
  const machines = [{ name: 'Machine', arn: 'machine', definition: JSON.stringify(definition) }];
  return { store, engine: workflowEngine({ machines, functions, store, clock: () => new Date('2026-01-01T00:00:00Z') }) };
}

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

describe('an execution', () => {
  it('runs its tasks and keeps its output', async () => {
    const { engine, store } = anEngine({ [arn('work')]: async () => 'done' });
    await engine.start('Machine', 'one', '{"id":1}');
    await expect.poll(() => store.find('Machine', 'one')).toMatchObject({ status: 'SUCCEEDED', output: '{"id":1,"work":"done"}' });
  });

  it('catches errors by their name and hands on what Lambda would', async () => {
    let caught: unknown;
    const { engine, store } = anEngine({
      [arn('work')]: async () => Promise.reject(named('DriverFailed', 'no space')),
      [arn('undo')]: async (input) => {
        caught = input;
      },
    });
    await engine.start('Machine', 'one', '{}');
    await expect.poll(async () => (await store.find('Machine', 'one'))?.status).toBe('SUCCEEDED');
    const { failure } = caught as { failure: { Error: string; Cause: string } };
    expect(failure.Error).toBe('DriverFailed');
    expect(JSON.parse(failure.Cause)).toMatchObject({ errorType: 'DriverFailed', errorMessage: 'no space' });
  });

  it('that fails keeps the error', async () => {
    const { engine, store } = anEngine({ [arn('work')]: async () => Promise.reject(named('Broken', 'why')) });
    await engine.start('Machine', 'one', '{}');
    await expect.poll(() => store.find('Machine', 'one')).toMatchObject({ status: 'FAILED', error: 'Broken' });
  });

  it('is one execution however often it is started with the same input', async () => {
    let calls = 0;
    const blocked = Promise.withResolvers<void>();
    const { engine, store } = anEngine({
      [arn('work')]: async () => {
        calls += 1;
        await blocked.promise;
      },
    });
    await Promise.all([1, 2, 3].map(() => engine.start('Machine', 'one', '{}')));
    await expect(engine.start('Machine', 'one', '{"other":true}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    blocked.resolve();
    await expect.poll(async () => (await store.find('Machine', 'one'))?.status).toBe('SUCCEEDED');
    expect(calls).toBe(1);
    await expect(engine.start('Machine', 'one', '{}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  });

  it('that a stop cuts off starts again with the next start', async () => {
    const never = anEngine({ [arn('work')]: () => new Promise(() => undefined) });
    await never.engine.start('Machine', 'one', '{"id":1}');
    await never.engine.stop();
    expect(await never.store.find('Machine', 'one')).toMatchObject({ status: 'RUNNING' });

    const next = anEngine({ [arn('work')]: async () => 'done' });
    await next.engine.resume();
    await expect.poll(() => next.store.find('Machine', 'one')).toMatchObject({ status: 'SUCCEEDED', output: '{"id":1,"work":"done"}' });
  });

  it('that is stopped by hand is aborted for good', async () => {
    const { engine, store } = anEngine({ [arn('work')]: () => new Promise(() => undefined) });
    await engine.start('Machine', 'one', '{}');
    await engine.abort('Machine', 'one');
    expect(await store.find('Machine', 'one')).toMatchObject({ status: 'ABORTED', stoppedAt: '2026-01-01T00:00:00.000Z' });
  });

  it('of an unknown machine is refused', async () => {
    await expect(anEngine({}).engine.start('Other', 'one', '{}')).rejects.toMatchObject({ name: 'StateMachineDoesNotExist' });
  });
});
