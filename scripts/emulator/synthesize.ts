import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Refusal } from '#local/refusal.ts';
import { cdk } from '../aws/cdk.ts';

/** Any domain gives the certificate-secured API. MiniStack has no CloudFront, which serves the console. The keys of messages of before are kept, so that it can be deployed over the release before. */
const context = ['-c', 'domainName=compass.example.com', '-c', 'hostedZoneId=Z0', '-c', 'formerMessageKeys=true', '-c', 'console=none'];

/** The cloud assembly that is given, else one that is synthesized below `folder`. */
export async function assemblyFor(given: string | undefined, folder: string): Promise<string> {
  if (given !== undefined && existsSync(join(given, 'manifest.json'))) return resolve(given);
  if (given !== undefined) throw new Refusal(`NOT RUN: ${given} is no cloud assembly; synthesize one, or leave out --app.`);
  const assembly = join(folder, 'cdk.out');
  await cdk(['synth', '--quiet', '--output', assembly, ...context]);
  return assembly;
}
