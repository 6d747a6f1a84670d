#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { compass } from './compass.ts';

/** Programs that open a page in the browser, by platform. */
const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', linux: 'xdg-open', win32: 'explorer' };

const interrupted = new AbortController();
// Commands clean up first. A second signal ends the process at once, since this handles each only once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => interrupted.abort());

// The reader of a pipe may end before the output does.
process.stdout.on('error', () => process.exit());
process.stderr.on('error', () => undefined);

process.exitCode = await compass(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  home: homedir(),
  stdout: process.stdout,
  stderr: process.stderr,
  stdin: process.stdin,
  now: () => new Date(),
  pause: async (milliseconds) => {
    await pause(milliseconds, undefined, { signal: interrupted.signal });
  },
  openPage(url) {
    const opener = openers[process.platform];
    if (!opener) return;
    spawn(opener, [url.href], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  },
  signal: interrupted.signal,
});
