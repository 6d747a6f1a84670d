import { setTimeout as pause } from 'node:timers/promises';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Command } from 'commander';
import { edgeRegion } from '#infra/setting-schema.ts';
import { rotateOrigin } from '../rotate-origin.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

export const rotateOriginCommand = (): Command =>
  new Command('rotate-origin')
    .description('Gives the firewall of a stage another secret by which it shows itself to the functions.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .addHelpText(
      'after',
      `
Requests go on meanwhile. Takes about a quarter of an hour. The same command completes a rotation that was interrupted.

Example:
  npm run aws -- rotate-origin --stage prod`,
    )
    .action(async (options: StageOptions) => {
      const { prefix, clients } = readStage(options);
      await rotateOrigin({
        prefix,
        cloudFormation: new CloudFormationClient({ ...clients, region: edgeRegion }),
        secrets: new SecretsManagerClient({ ...clients, region: edgeRegion }),
        replica: new SecretsManagerClient(clients),
        pause,
        say: (progress) => console.error(progress),
      });
    });
