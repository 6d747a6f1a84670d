import { unlinkSync } from 'node:fs';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { errorCode } from '../agent-error.ts';

/** An Agent at a socket in the state folder. */
export interface Holder {
  /** Name of the socket. */
  readonly name: string;
  /** False while it is waiting for the lock. */
  readonly holds: boolean;
  readonly pid?: number | undefined;
  readonly host?: string | undefined;
}

const answerSchema = z.object({ holds: z.boolean(), pid: z.int(), host: z.string() });
/** Milliseconds that an Agent has to identify itself. A stopped one does not, and still holds the lock. */
const answerTimeoutMs = 1000;

const attempts = 5;
const retryDelayMs = 20;

/** Asks who is at a socket. Undefined where no process listens any more: then the socket is removed. */
export async function askHolder(name: string, path: string): Promise<Holder | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const answer = await ask(path);
    if (answer === 'not listening') return undefined;
    if (answer === 'silent') break;
    if (answer !== 'hung up') return { name, ...answer };
    // It is about to end.
    await setTimeout(retryDelayMs);
  }
  return { name, holds: true };
}

async function ask(path: string): Promise<z.infer<typeof answerSchema> | 'not listening' | 'silent' | 'hung up'> {
  const socket = connect(path);
  let silent = false;
  socket.setTimeout(answerTimeoutMs, () => {
    silent = true;
    socket.destroy();
  });
  try {
    return answerSchema.parse(JSON.parse(await text(socket)));
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ECONNREFUSED') remove(path);
    if (code === 'ECONNREFUSED' || code === 'ENOENT') return 'not listening';
    return silent ? 'silent' : 'hung up';
  } finally {
    socket.destroy();
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Another Agent was faster.
  }
}
