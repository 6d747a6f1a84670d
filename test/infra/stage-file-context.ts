import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeploymentContext } from '#infra/environments.ts';

const folder = mkdtempSync(join(tmpdir(), 'compass-stage-files-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let files = 0;

export const home = { account: '111122223333', region: 'eu-central-1' };

/** The context of a stage whose settings are in a file. */
export function stageFileContext(settings: object, stage = 'test'): DeploymentContext {
  files += 1;
  const stagesFolder = join(folder, String(files));
  mkdirSync(stagesFolder);
  writeFileSync(join(stagesFolder, `${stage}.json`), JSON.stringify({ ...home, ...settings }));
  return { stage, stagesFolder };
}

export const publicDomain = { publicDomainName: 'api.example.com', publicHostedZoneId: 'Z2' };

/** The settings of a stage with a firewall in front of the public API. */
export const behindFirewall = { domainName: 'compass.example.com', hostedZoneId: 'Z1', ...publicDomain, firewall: {} };

/** A deployment with them, which is synthesized once for all files. */
export const firewallContext = stageFileContext(behindFirewall);
