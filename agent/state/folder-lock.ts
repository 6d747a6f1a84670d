import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AgentError } from '../agent-error.ts';
import { askHolder, type Holder } from './lock-holder.ts';

export interface FolderLock {
  readonly release: () => void;
}

const socketName = /^agent-[0-9a-f]{16}\.sock$/;
/** Bytes of a socket's path that every system takes. */
const maxPathBytes = 100;
/** Milliseconds between two attempts, and those in which the other one of two who are trying withdraws. */
const retryDelayMs = 250;
const withdrawDelayMs = 10;

/**
 * Locks the state folder against other Agents. The lock is a UNIX socket in it at which its holder answers: the system drops it with the process, so
 * that it is never stale. It works between containers that share the folder, not between machines. Waits up to `maxWaitMs` milliseconds, since the
 * other may be about to end; then throws an AgentError that says who holds it. Throws what `listen` throws where there can be no socket.
 */
export async function lockFolder(folder: string, maxWaitMs: number, signal: AbortSignal): Promise<FolderLock> {
  const until = performance.now() + maxWaitMs;
  for (;;) {
    const taken = await attempt(folder);
    if ('release' in taken) return taken;
    if (performance.now() > until) throw new AgentError('occupied', occupied(folder, taken));
    await setTimeout(retryDelayMs, undefined, { signal });
  }
}

const occupied = (folder: string, { pid, host }: Holder): string => {
  const who = pid === undefined ? 'another Agent' : `another Agent (process ${pid} on ${host})`;
  return `${who} uses the state folder ${folder}: stop it, or give this one a folder of its own with --state-dir`;
};

/** The Agent that uses the folder, if one does. Removes what Agents left behind that did not end by themselves. */
export async function holderOf(folder: string): Promise<Holder | undefined> {
  const handle = folderHandle(folder);
  try {
    return (await othersIn(handle, undefined)).find(({ holds }) => holds);
  } finally {
    handle.close();
  }
}

/**
 * Opens an own socket first and looks for others then, so that of two who come at the same time at least one sees the other. A holder stays; of two
 * who are trying, the one with the smaller name goes on and the other withdraws.
 */
async function attempt(folder: string): Promise<FolderLock | Holder> {
  const handle = folderHandle(folder);
  const state = { holds: false };
  let own: OwnSocket | undefined;
  const release = () => {
    own?.close();
    handle.close();
  };
  try {
    const before = (await othersIn(handle, undefined)).find(({ holds }) => holds);
    if (before !== undefined) return end(release, before);
    own = await openSocket(handle, state);
    for (;;) {
      const others = await othersIn(handle, own.name);
      if (others.length === 0) {
        state.holds = true;
        return { release };
      }
      const { name } = own;
      const first = others.find((other) => other.holds || other.name < name);
      if (first !== undefined) return end(release, first);
      await setTimeout(withdrawDelayMs);
    }
  } catch (error) {
    release();
    throw error;
  }
}

function end<T>(release: () => void, value: T): T {
  release();
  return value;
}

interface FolderHandle {
  readonly folder: string;
  /** The path of a file in the folder, short enough for a socket where the system has a way. */
  readonly pathOf: (name: string) => string;
  readonly close: () => void;
}

function folderHandle(folder: string): FolderHandle {
  const long = Buffer.byteLength(join(folder, `agent-${'0'.repeat(16)}.sock`)) > maxPathBytes;
  if (!long || process.platform !== 'linux') return { folder, pathOf: (name) => join(folder, name), close: () => undefined };
  const descriptor = openSync(folder, 'r');
  return { folder, pathOf: (name) => `/proc/self/fd/${descriptor}/${name}`, close: () => closeSync(descriptor) };
}

async function othersIn({ folder, pathOf }: FolderHandle, own: string | undefined): Promise<Holder[]> {
  const names = readdirSync(folder).filter((name) => socketName.test(name) && name !== own);
  const asked = await Promise.all(names.map((name) => askHolder(name, pathOf(name))));
  return asked.flatMap((holder) => holder ?? []);
}

interface OwnSocket {
  readonly name: string;
  readonly close: () => void;
}

/** The socket is renamed once it listens, because any Agent may remove a socket that refuses connections. */
async function openSocket({ pathOf }: FolderHandle, state: { readonly holds: boolean }): Promise<OwnSocket> {
  const id = randomBytes(8).toString('hex');
  const name = `agent-${id}.sock`;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(JSON.stringify({ holds: state.holds, pid: process.pid, host: hostname() }));
  });
  await listening(server, pathOf(`agent-${id}.new`));
  server.unref();
  const close = () => {
    try {
      unlinkSync(pathOf(name));
    } catch {
      // The folder was emptied.
    }
    server.close();
  };
  renameSync(pathOf(`agent-${id}.new`), pathOf(name));
  return { name, close };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
