import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';

/** A release before the restriction says nothing of its roles, and a private authority has no key that they could use. */
const template = z.object({ Metadata: z.object({ 'compass:signers': z.array(z.string()).optional() }).optional() });

interface Wish {
  readonly cloudFormation: CloudFormationClient;
  /** Name of the stack with the data. */
  readonly stack: string;
  /** Folder of the cloud assembly that is to be deployed. */
  readonly assembly: string;
}

/**
 * Returns true if the keys of authorities would refuse the roles that sign at present: until their stacks are updated, the Connector could issue no
 * certificate.
 */
export async function wouldRefuseSigners({ cloudFormation, stack, assembly }: Wish): Promise<boolean> {
  const after = signersIn(await readFile(join(assembly, `${stack}.template.json`), 'utf8'));
  if (!after) return false;
  const { TemplateBody = '{}' } = await cloudFormation.send(new GetTemplateCommand({ StackName: stack }));
  const before = signersIn(TemplateBody) ?? [];
  return String(before.toSorted()) !== String(after.toSorted());
}

const signersIn = (text: string): string[] | undefined => template.parse(JSON.parse(text)).Metadata?.['compass:signers'];
