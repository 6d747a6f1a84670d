import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deploymentApp } from './deployment-app.ts';
import type { DeploymentContext } from './environments.ts';

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Record<string, unknown>;
  readonly Metadata?: Record<string, unknown>;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface Template {
  readonly Resources: Record<string, TemplateResource>;
  readonly Parameters?: Record<string, Record<string, unknown>>;
  readonly Conditions?: Record<string, unknown>;
  readonly Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
}

/** Synthesizes the deployment in this process, without bundling code: templates by stack name. */
export function synthesizeTemplates(context: DeploymentContext = {}): Record<string, Template> {
  const outdir = mkdtempSync(join(tmpdir(), 'compass-templates-'));
  try {
    const app = deploymentApp({
      outdir,
      context: withoutBundling(context),
      analyticsReporting: false,
      treeMetadata: false,
      // Validation is slow; the command line and the tests validate.
      builtinCloudFormationValidation: false,
    });
    return Object.fromEntries(app.synth().stacks.map((stack) => [stack.stackName, stack.template as Template]));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** The context that the `cdk` command would pass, so that the templates are the same. */
export function withoutBundling(context: DeploymentContext): Record<string, unknown> {
  const { context: flags } = JSON.parse(readFileSync(join(import.meta.dirname, '../cdk.json'), 'utf8')) as {
    context: Record<string, unknown>;
  };
  return { ...flags, ...context, 'aws:cdk:bundling-stacks': [] };
}
