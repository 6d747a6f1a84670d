/**
 * Runs the one-machine system of a tree: `node system-process.ts <root> <data folder> [background]`. As `npm start` does, but without background
 * work unless it is asked for, because that would be in every measurement.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [root = '', dataDir = '', work] = process.argv.slice(2);
const { startLocal } = await import(pathToFileURL(join(root, 'local/start-local.ts')).href);
const system = await startLocal({ port: 0, mtlsPort: 0, dataDir, background: work === 'background' });

process.once('disconnect', async () => {
  await system.stop();
  process.exit();
});
process.send?.({ description: system.description, environment: process.env });
