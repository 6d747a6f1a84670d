import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { endOf } from '#local/child-process.ts';

interface TreeScript {
  readonly script: string;
  /** Folder of the tree; the script gets it as its first argument. */
  readonly root: string;
  readonly args?: readonly string[];
  /** Flags of Node. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** Runs a script of ours with the code of a tree. Returns its process and its first message, and throws if it ends before that. */
export async function startTreeProcess<Message>({ script, root, args = [], flags = [], env = process.env }: TreeScript) {
  const child = fork(script, [root, ...args], { cwd: root, execArgv: [...flags], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
  const [message] = (await Promise.race([once(child, 'message'), refusal(child, script, root)])) as [Message];
  return { child, message };
}

async function refusal(child: ChildProcess, script: string, root: string): Promise<never> {
  await once(child, 'exit');
  throw new Error(`${script} does not start in ${root}`);
}

/** Ends a process that ends when its parent is gone. */
export async function endTreeProcess(child: ChildProcess): Promise<void> {
  if (endOf(child) !== undefined) return;
  child.disconnect();
  await once(child, 'exit');
}
