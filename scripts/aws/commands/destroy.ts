import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { deleteKept } from '../delete-kept.ts';
import { destroyAll } from '../destroy.ts';
import { type KeptResource, keptResources } from '../kept-resources.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';
import { othersIn, toolsOf } from './deploy.ts';

const listed = (resources: readonly KeptResource[]): string => resources.map(({ type, id }) => `  ${type}  ${id}`).join('\n');

export const destroyCommand = (): Command =>
  new Command('destroy')
    .description('Deletes every stack. The data stays, unless --with-data is given.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .requiredOption('--confirm <prefix>', 'what is to be deleted: compass-<stage>')
    .option('--with-data', 'delete the data too: tables, buckets, keys, secrets, users', false)
    .argument('[options...]', 'options of cdk destroy, behind --')
    .addHelpText('after', '\nExample:\n  npm run aws -- destroy --stage dev --confirm compass-dev')
    .action(async (given: string[], options: StageOptions & { confirm: string; withData: boolean }) => {
      const { prefix, clients } = readStage(options);
      if (options.confirm !== prefix) throw new Refusal(`--confirm ${options.confirm} is not ${prefix}; nothing was deleted.`);
      const tools = await toolsOf(options, given);
      await destroyAll(tools, ...othersIn(given));
      const kept = await keptResources(tools.cloudFormation, prefix);
      if (options.withData) await deleteKept(kept, clients);
      console.log(`${options.withData ? 'Deleted' : 'Kept, under names that a new deployment needs'}:\n${listed(kept)}`);
    });
