import { Command } from 'commander';
import { sayAndExit } from '#local/say-and-exit.ts';
import { costReport, printedReport } from './cost/cost-report.ts';
import { stagesToPrice } from './cost/stages.ts';

const program = new Command('npm run cost --')
  .description('Prints what a deployment costs while it is idle, and a million of each operation, from its templates and a list of prices.')
  .option('--stage <name>', 'price this stage only. Default: dev and prod without settings, and each stage that has a file')
  .option('--json', 'print each resource and quantity as JSON', false)
  .action(({ stage, json }: { stage?: string; json: boolean }) => {
    const reports = (stage === undefined ? stagesToPrice() : [stage]).map(costReport);
    console.log(json ? JSON.stringify(reports, undefined, 2) : reports.map(printedReport).join('\n\n'));
  });

try {
  program.parse();
} catch (error) {
  sayAndExit(error);
}
