import { join } from 'node:path';
import { repository, runNode } from '../aws/node-process.ts';
import type { Emulator } from './ministack.ts';

/** Runs `npm run aws -- ...` against the emulator, as an operator would. */
export const awsCommand = ({ environment }: Emulator, args: readonly string[], more: Record<string, string> = {}) =>
  runNode([join(repository, 'scripts/aws.ts'), ...args], { PATH: process.env.PATH, ...environment, ...more });
