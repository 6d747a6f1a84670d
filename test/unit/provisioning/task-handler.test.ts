import type { Context } from 'aws-lambda';
import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { taskHandler } from '#shared/lambda/task-handler.ts';
import { stepInput } from '#shared/provisioning/step-inputs.ts';

const subject = {
  tenant: 't1',
  operationId: '018f2f6e-0000-7000-8000-000000000001',
  runtimeId: '018f2f6e-0000-7000-8000-000000000002',
};
let lines: { message: string; fields: Record<string, unknown> }[] = [];
const note = (message: unknown, fields: unknown) => void lines.push({ message, fields } as (typeof lines)[number]);
const log = { info: note, error: note } as Parameters<typeof taskHandler>[0];
const run = (task: () => Promise<unknown>, event: object = subject) =>
  taskHandler(log, stepInput, task)(event as typeof subject, {} as Context);
const failing = (error: Error) => run(() => Promise.reject(error));

beforeEach(() => {
  lines = [];
});

describe('the edge of a task', () => {
  it('answers what the task answers and writes one line', async () => {
    expect(await run(async () => ({ deadline: 'd' }))).toEqual({ deadline: 'd' });
    expect(lines).toEqual([{ message: 'task done', fields: subject }]);
  });

  it('fails under the code of a domain error, with its message', async () => {
    const error = new AppError('DriverFailed', 'no quota', { cause: new Error('inner') });
    await expect(failing(error)).rejects.toMatchObject({ name: 'DriverFailed', message: 'no quota', stack: 'DriverFailed: no quota' });
    expect(lines).toMatchObject([{ message: 'task failed', fields: { failure: 'DriverFailed', error } }]);
  });

  it.each([
    Object.assign(new Error('x'), { name: 'ThrottlingException' }),
    Object.assign(new Error('x'), { name: 'InternalServerError', $fault: 'server' }),
    Object.assign(new Error('x'), { $retryable: {} }),
    Object.assign(new Error('x'), { name: 'TimeoutError' }),
    Object.assign(new Error('x'), { code: 'ECONNRESET' }),
  ])('fails as TransientFailure for what may pass: %s', async (error) => {
    await expect(failing(error)).rejects.toMatchObject({ name: 'TransientFailure' });
  });

  it('masks everything else under an error id that the log knows', async () => {
    const masked = await failing(new TypeError('secret detail')).catch((error: Error) => error);
    expect(masked).toMatchObject({ name: 'InternalError', message: expect.stringMatching(/^Internal Server Error \[errorID=.+\]$/) });
    expect(lines[0]?.fields).toMatchObject({ reason: (masked as Error).message, error: expect.any(TypeError) });
  });

  it('refuses input that is not of the workflow', async () => {
    await expect(run(async () => 'never', { ...subject, runtimeId: '../other' })).rejects.toMatchObject({ name: 'InternalError' });
  });
});
