import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// The libraries load graphql as CommonJS; ours must be the very same module, or schemas are refused as being from another realm.
const graphql = createRequire(import.meta.url).resolve('graphql');

export const layer = (name: string, timeout: number, settings: object = {}) => ({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout: timeout, hookTimeout: 60_000, ...settings },
});

export default defineConfig({
  test: {
    reporters: process.env.CI ? ['default', './test/support/count-reporter.ts'] : ['default'],
    maxWorkers: 2,
    projects: [
      layer('unit', 10_000, { isolate: false }),
      layer('contract', 20_000, { isolate: false }),
      layer('integration', 60_000),
      layer('infra', 120_000, { hookTimeout: 180_000, isolate: false }),
      layer('browser', 180_000, { globalSetup: ['test/support/browser-setup.ts'], hookTimeout: 300_000 }),
      layer('e2e', 120_000, { globalSetup: ['test/support/system-setup.ts'], hookTimeout: 120_000 }),
    ],
  },
});
