import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ConsoleBuild, consoleBuild } from './console-build.ts';

const root = join(import.meta.dirname, '../..');
export const consoleDist = join(root, 'console/dist');

const maxOutputCharacters = 4000;

/** Builds the console of this checkout by its script, in a process of its own. */
export const viteBuild = (): ConsoleBuild =>
  consoleBuild({
    sources: join(root, 'console'),
    dist: consoleDist,
    workFolder: join(root, 'node_modules/.cache', `console-${process.pid}`),
    build: async (folder, signal) => {
      console.log('Building the console, once after its sources changed.');
      const args = ['--import', './scripts/check-node.mjs', 'scripts/build-console.ts', '--out', folder];
      const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (text) => {
          output = `${output}${text}`.slice(-maxOutputCharacters);
        });
      }
      const [code] = await once(child, 'close');
      if (code !== 0) throw new Error(output);
    },
  });
