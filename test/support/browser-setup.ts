import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import startSystem from './system-setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the browser; empty where there is none. */
    chromium: string;
  }
}

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

const starts = (path: string): Promise<boolean> =>
  promisify(execFile)(path, ['--version']).then(
    () => true,
    () => false,
  );

/** The path of the browser that CHROMIUM_PATH names, or of one that is installed; empty where there is none. */
async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named && !(await starts(named))) throw new Error(`CHROMIUM_PATH names ${named}, which does not start.`);
  if (named) return named;
  for (const path of usual) if (await starts(path)) return path;
  return '';
}

/** Starts the whole system for the tests in a browser. Where there is none, says so in one line, and the tests are skipped. */
export default async function startForBrowser(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const chromium = await findChromium();
  project.provide('chromium', chromium);
  if (chromium !== '') return await startSystem(project);
  console.warn('SKIPPED: the tests of the console in a browser. There is no Chromium here: install one, or name it by CHROMIUM_PATH.');
  return undefined;
}
