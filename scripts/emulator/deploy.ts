import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetFunctionConfigurationCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { edgeRegion } from '#infra/setting-schema.ts';
import { tenants } from '#local/local-description.ts';
import { type Templates, templatesSchema } from '#local/template/cloudformation.ts';
import { account, region } from '#local/template/local-identities.ts';
import { localSystem } from '#local/template/local-system.ts';
import type { RuntimeTargets } from '#shared/provisioning/drivers/runtime-targets.ts';
import { cdk } from '../aws/cdk.ts';
import { type DeploymentTools, deployAll } from '../aws/deploy.ts';
import { adaptAssembly } from './assembly.ts';
import type { Deployed } from './edges.ts';
import type { Emulator } from './ministack.ts';
import { otherStacks } from './stack.ts';

export interface Deployment extends Deployed {
  /** Physical names begin with this. */
  readonly prefix: string;
  readonly userPool: { readonly id: string; readonly clientId: string };
  readonly tools: DeploymentTools;
}

/** Tries the deployment out before it is made. */
export type Rehearsal = (first: { emulator: Emulator; prefix: string; attempt: () => Promise<void> }) => Promise<void>;

/** Deploys a cloud assembly to the emulator's account, over what is deployed there. The name is that of a folder of its own. */
export type Deploy = (assembly: string, name: string, rehearse?: Rehearsal) => Promise<Deployment>;

interface Wish {
  readonly emulator: Emulator;
  /** Folder for the adapted copies and for the cache of the command line. */
  readonly folder: string;
  /** Variables of the functions with values of this machine. Those of the first kind replace existing ones only. */
  readonly replaced: Readonly<Record<string, string>>;
  readonly added: Readonly<Record<string, string>>;
}

/** The zone of the deployment, and of the events gateways of its Runtimes. */
export const zone = { name: 'compass-emulator-zone', domain: 'compass.example.com' };

const zoneTemplate = {
  Resources: { Zone: { Type: 'AWS::Route53::HostedZone', Properties: { Name: zone.domain } } },
  Outputs: { Id: { Value: { Ref: 'Zone' } } },
};

/** Prepares the emulator's account, to which cloud assemblies are then deployed with the CDK command line. */
export async function deployerTo({ emulator, folder, ...variables }: Wish): Promise<Deploy> {
  const { Id: hostedZoneId = '' } = await otherStacks(emulator).create(zone.name, zoneTemplate);
  return async (assembly, name, rehearse) => {
    const adapted = join(folder, name);
    const replaced = { ...variables.replaced, RUNTIME_TARGETS: targetsWith(hostedZoneId) };
    await adaptAssembly(assembly, adapted, { ...variables, replaced, hostedZoneId });
    const run = (...args: string[]) => cdk([...args, '--app', adapted], { environment: emulator.environment, home: folder });
    await run('bootstrap', `aws://${account}/${region}`);
    const templates = await templatesIn(adapted);
    const prefix = prefixOf(templates);
    const outputsFile = join(folder, `${name}-outputs.json`);
    const clients = {
      cloudFormation: new CloudFormationClient(emulator.client),
      edgeCloudFormation: new CloudFormationClient({ ...emulator.client, region: edgeRegion }),
      sqs: new SQSClient(emulator.client),
    };
    const tools = { prefix, ...clients, assembly: adapted, cdk: run };
    const attempt = () =>
      deployAll(tools, ['--require-approval=never', '--method=direct', '--concurrency=4', `--outputs-file=${outputsFile}`]);
    await rehearse?.({ emulator, prefix, attempt });
    await attempt();

    const outputs = outputsSchema.parse(JSON.parse(await readFile(outputsFile, 'utf8')));
    const director = await variablesOf(emulator, `${prefix}-director`);
    return {
      prefix,
      publicApi: new URL(outputs[`${prefix}-api`]?.DirectorUrl ?? ''),
      routes: localSystem(templates, '').routes,
      clientAuthority: await textOf(emulator, director.TRUSTSTORE_BUCKET, director.TRUSTSTORE_KEY),
      userPool: { id: director.USER_POOL_ID ?? '', clientId: director.OIDC_AUDIENCE ?? '' },
      tools,
    };
  };
}

/** Every tenant has addresses of events gateways in the zone, as a setting of the deployment gives them. */
function targetsWith(hostedZoneId: string): string {
  const targets: RuntimeTargets = {
    partition: 'aws',
    own: { account, region },
    targets: tenants.map((tenant) => ({ tenant, hostedZones: [hostedZoneId] })),
  };
  return JSON.stringify(targets);
}

const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()));

function prefixOf(templates: Templates): string {
  const stack = Object.keys(templates).find((name) => name.endsWith('-api'));
  if (!stack) throw new Error('the assembly has no API');
  return stack.replace(/-api$/, '');
}

async function templatesIn(folder: string): Promise<Templates> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.template.json'));
  const templates = files.map(async (file) => [file.replace('.template.json', ''), JSON.parse(await readFile(join(folder, file), 'utf8'))]);
  return templatesSchema.parse(Object.fromEntries(await Promise.all(templates)));
}

async function variablesOf({ client: settings }: Emulator, functionName: string): Promise<Record<string, string>> {
  const { Environment } = await new LambdaClient(settings).send(new GetFunctionConfigurationCommand({ FunctionName: functionName }));
  return Environment?.Variables ?? {};
}

async function textOf({ client: settings }: Emulator, bucket: string | undefined, key: string | undefined): Promise<string> {
  const client = new S3Client({ ...settings, forcePathStyle: true });
  const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
  return (await Body?.transformToString()) ?? '';
}
