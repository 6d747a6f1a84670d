import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import * as z from 'zod';
import { Refusal } from '#local/refusal.ts';

const names = z.array(z.string());
/** Releases before them named neither a firewall nor an address of revocation lists. */
const named = z.object({ domain: names, firewall: names.default([]), address: names.default([]), issuer: names, authority: names });
/** A release before this one wrote none: it says nothing of what it has. */
const template = z.object({ Metadata: z.object({ 'compass:hard-to-undo': named.optional() }).optional() });

type Named = z.infer<typeof named>;
export const removables = ['domain', 'firewall', 'address', 'issuer', 'authority'] as const;
type Removable = (typeof removables)[number];

interface Wish {
  readonly cloudFormation: CloudFormationClient;
  /** Name of the stack with the data. */
  readonly stack: string;
  /** Folder of the cloud assembly that is to be deployed. */
  readonly assembly: string;
  /** Kinds that may be dropped. */
  readonly allowed: readonly string[];
}

/** Refuses to deploy what would drop a domain, a firewall, an address, an issuer or an authority that is relied on, unless it was named. */
export async function refuseRemovals({ cloudFormation, stack, assembly, allowed }: Wish): Promise<void> {
  const { TemplateBody = '{}' } = await cloudFormation.send(new GetTemplateCommand({ StackName: stack }));
  const before = namedIn(TemplateBody);
  const after = namedIn(await readFile(join(assembly, `${stack}.template.json`), 'utf8'));
  if (!before || !after) return;
  const dropped = removables.flatMap((kind) => droppedOf(kind, before, after)).filter(({ kind }) => !allowed.includes(kind));
  if (dropped.length === 0) return;
  const names = dropped.map(({ kind, name }) => `the ${kind} ${name}`).join(', ');
  const words = [...new Set(dropped.map(({ kind }) => kind))].join(',');
  throw new Refusal(`This would remove ${names}, and clients that rely on it. Nothing was deployed. To do so: --allow-removal ${words}`);
}

const droppedOf = (kind: Removable, before: Named, after: Named) =>
  before[kind].filter((name) => !after[kind].includes(name)).map((name) => ({ kind, name }));

const namedIn = (text: string): Named | undefined => template.parse(JSON.parse(text)).Metadata?.['compass:hard-to-undo'];
