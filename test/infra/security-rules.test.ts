import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it } from 'vitest';
import { deploymentApp } from '#infra/deployment-app.ts';
import { withoutBundling } from '#infra/synthesize-templates.ts';
import { acmPcaContext, completeContext } from './deployment-under-test.ts';
import { firewallContext } from './stage-file-context.ts';

const folder = mkdtempSync(join(tmpdir(), 'compass-nag-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("CloudFormation's own rules and those of AWS Solutions", () => {
  it.each([
    ['KMS', completeContext],
    ['KMS behind a firewall', firewallContext],
    ['ACM PCA', { ...acmPcaContext, rollout: 'canary' as const }],
  ])('find nothing that is not justified beside its resource, with certificates by %s', { timeout: 60_000 }, (name, context) => {
    const app = deploymentApp({ outdir: join(folder, name), context: withoutBundling(context), analyticsReporting: false });
    // Throws at the first finding of CloudFormation's rules.
    app.synth();
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    const findings = violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath, resourceLogicalId }) => `${ruleName} at ${constructPath ?? resourceLogicalId}`),
    );
    expect(findings).toEqual([]);
  });
});
