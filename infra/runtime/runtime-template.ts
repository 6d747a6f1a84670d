import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, type AppProps } from 'aws-cdk-lib';
import { RuntimeStack } from './runtime-stack.ts';

/** The name that the template has in its own assembly; that of a deployed stack is the driver's choice. */
const runtimeTemplateName = 'runtime';

/** An app of its own: the deployment deploys its stack to no account, and its tags do not reach the Runtimes. */
export function runtimeApp(prefix: string, props?: AppProps): App {
  const app = new App({ analyticsReporting: false, treeMetadata: false, ...props });
  new RuntimeStack(app, runtimeTemplateName, { prefix });
  return app;
}

/** The template as CloudFormation takes it. */
export function runtimeTemplate(prefix: string): string {
  const outdir = mkdtempSync(join(tmpdir(), 'compass-runtime-'));
  try {
    // Validation is slow; the tests validate.
    runtimeApp(prefix, { outdir, builtinCloudFormationValidation: false }).synth();
    return readFileSync(join(outdir, `${runtimeTemplateName}.template.json`), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
