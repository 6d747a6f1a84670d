#!/usr/bin/env node
// First, so that a signal is handled while the rest is loaded.
import './stop-signal.ts';

import { realSurroundings, runForever, runOnce } from './agent.ts';
import { messageOf } from './agent-error.ts';
import { check } from './check/check.ts';
import { readCommandLine } from './command-line.ts';
import { exitCodeOf, exitCodes } from './exit-code.ts';
import { surviveLostOutput } from './output.ts';
import { stopSignal } from './stop-signal.ts';

/** Milliseconds after a signal within which the process ends: every step can be interrupted. */
const maxEndMs = 4500;

const { mode, options } = readCommandLine(process.argv, process.env);
surviveLostOutput();
stopSignal.addEventListener('abort', () => setTimeout(() => process.exit(exitCodes.done), maxEndMs).unref());

try {
  if (mode === 'check') process.exitCode = (await check(options, realSurroundings, stopSignal)) ? exitCodes.done : exitCodes.failed;
  else await (mode === 'once' ? runOnce : runForever)(options, realSurroundings, stopSignal);
} catch (error) {
  if (!stopSignal.aborted) {
    process.stderr.write(`compass-runtime-agent: ${messageOf(error)}\n`);
    process.exitCode = exitCodeOf(error);
  }
}
