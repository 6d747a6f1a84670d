import { statSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { layer } from './vitest.config.ts';

/** The tests that mutants can be run against; the groups of `scripts/mutation/groups.ts` choose among them. */
const include = ['unit', 'integration'].map((folder) => `test/${folder}/**/*.test.ts`);

/** Runs small files of tests first: one failure is enough, and most mutants fail several files. */
class SmallestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => costOf(one) - costOf(other));
  }
}

/** Size in bytes, with unit tests far below those that start an engine. */
const costOf = ({ moduleId }: TestSpecification): number => statSync(moduleId).size / (moduleId.includes('/test/unit/') ? 1000 : 1);

/** Files share one worker and its modules, because most of the time of a mutant would go into loading libraries. */
export default defineConfig(
  layer('mutation', 60_000, { include, isolate: false, fileParallelism: false, sequence: { sequencer: SmallestFirst } }),
);
