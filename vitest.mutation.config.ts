import { defineConfig } from 'vitest/config';
import { layer } from './vitest.config.ts';

/** The tests that mutants can be run against; the groups of `scripts/mutation/groups.ts` choose among them. */
const include = ['unit', 'integration'].map((folder) => `test/${folder}/**/*.test.ts`);

/** Files share one worker and its modules, because most of the time of a mutant would go into loading libraries. */
export default defineConfig(layer('mutation', 60_000, { include, isolate: false, fileParallelism: false }));
