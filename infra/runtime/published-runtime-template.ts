import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import { Construct } from 'constructs';
import type { deploymentParameters } from '#shared/provisioning/runtime-template-contract.ts';
import { runtimeCode } from '../constructs/function-code.ts';
import { runtimeTemplate } from './runtime-template.ts';

type OfCode = 'AgentCodeKey' | 'GatewayCodeKey' | 'TemplateVersion';

/** Parameters of the template that the deployment itself decides beside the code. */
type FurtherParameters = Readonly<Record<Exclude<keyof typeof deploymentParameters, OfCode>, string>>;

export interface PublishedRuntimeTemplateProps {
  readonly prefix: string;
  readonly parameters: FurtherParameters;
}

/** The template of Runtimes and the code of their functions, as assets of the deployment: a new version of either is another object. */
export class PublishedRuntimeTemplate extends Construct {
  readonly codeBucket: string;
  readonly templateKey: string;
  readonly templateUrl: string;
  readonly parameters: FurtherParameters & Readonly<Record<OfCode, string>>;

  constructor(scope: Construct, id: string, { prefix, parameters }: PublishedRuntimeTemplateProps) {
    super(scope, id);
    const agent = runtimeCode(this, 'AgentCode', 'agent/lambda/handler.ts');
    const gateway = runtimeCode(this, 'GatewayCode', 'functions/events-gateway/handler.ts');
    const text = runtimeTemplate(prefix);
    const template = assetOf(this, 'Template', text);
    this.codeBucket = agent.s3BucketName;
    this.templateKey = template.s3ObjectKey;
    this.templateUrl = template.httpUrl;
    const version = createHash('sha256')
      .update(JSON.stringify([text, agent.assetHash, gateway.assetHash]))
      .digest('hex')
      .slice(0, 12);
    this.parameters = { ...parameters, AgentCodeKey: agent.s3ObjectKey, GatewayCodeKey: gateway.s3ObjectKey, TemplateVersion: version };
  }
}

function assetOf(scope: Construct, id: string, text: string): Asset {
  const folder = mkdtempSync(join(tmpdir(), 'compass-runtime-template-'));
  try {
    const path = join(folder, 'runtime.template.json');
    writeFileSync(path, text);
    return new Asset(scope, id, { path });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
