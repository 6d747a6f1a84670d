import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { deploymentApp } from '#infra/deployment-app.ts';
import { withoutBundling } from '#infra/synthesize-templates.ts';
import { completeContext } from './deployment-under-test.ts';

const outdir = mkdtempSync(join(tmpdir(), 'compass-nag-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

describe("CloudFormation's own rules and those of AWS Solutions", () => {
  it('find nothing that is not justified beside its resource', { timeout: 60_000 }, () => {
    const app = deploymentApp({ outdir, context: withoutBundling(completeContext), analyticsReporting: false });
    // Throws at the first finding of CloudFormation's rules.
    app.synth();
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    const findings = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath, resourceLogicalId }) => `${ruleName} at ${constructPath ?? resourceLogicalId}`),
    );
    expect(findings).toEqual([]);
  });
});
