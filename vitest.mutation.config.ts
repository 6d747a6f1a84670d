import { defineConfig } from 'vitest/config';
import { layer } from './vitest.config.ts';

/** The tests that mutants are run against: those of the modules that guard the doors, and need no engine. */
const include = ['authorization', 'certificates', 'core', 'director', 'lambda', 'pairing'].map(
  (folder) => `test/unit/${folder}/**/*.test.ts`,
);

export default defineConfig(layer('unit', 10_000, { include }));
