import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with the line that continuous integration reads. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const broken = modules.filter((module) => module.errors().length > 0).length;
    const failed = tests.filter((test) => test.result().state === 'failed').length + broken;
    const passed = tests.filter((test) => test.result().state === 'passed').length;
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  }
}
