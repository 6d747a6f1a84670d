import type { Command } from 'commander';
import { CliError, messageOf } from '../cli-error.ts';
import { refusals } from '../client/advice.ts';
import type { ApiClient } from '../client/api-client.ts';
import { contextOf, printerOf, withExample } from '../context.ts';
import { exitCodeOf } from '../exit-code.ts';
import { Formations, Viewer } from '../operations/director.generated.ts';
import { didYouMean } from '../suggestion.ts';
import type { Surroundings } from '../surroundings.ts';

interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
  readonly advice?: string | undefined;
}

export function addDoctorCommands(program: Command, surroundings: Surroundings): void {
  const doctor = program
    .command('doctor [code]')
    .description('Looks whether the control plane answers and takes the login; with the code of a refusal, explains it. Changes nothing.')
    .action((code: string | undefined, _: object, command: Command) =>
      code === undefined ? examine(command, surroundings) : explain(code, command, surroundings),
    );
  withExample(doctor, 'compass doctor', 'compass doctor InsufficientScopes');
}

async function examine(command: Command, surroundings: Surroundings): Promise<void> {
  const { api, print } = await contextOf(command, surroundings);
  const findings = [
    await finding('signed in, and the Director answers', async () => {
      const { viewer } = await api.send(Viewer, {});
      return `as ${viewer.id}`;
    }),
    await finding('the tenant can be read', async () => {
      const { page } = await api.send(Formations, { first: 1 });
      return `${page.totalCount} formations in ${api.profile.tenant}`;
    }),
    await finding('the Connector answers', () => reached(api, 'connector')),
    await finding('the Provisioner answers', () => reached(api, 'provisioner')),
  ];
  print.list(findings, [
    ['', ({ ok }) => (ok ? 'ok' : 'WRONG')],
    ['CHECK', ({ check }) => check],
    ['FOUND', ({ found }) => found],
    ['WHAT TO DO', ({ advice }) => advice],
  ]);
  const wrong = findings.filter(({ ok }) => !ok).length;
  if (wrong > 0) throw new CliError('failed', `${wrong} of ${findings.length} checks found something wrong.`);
}

async function finding(check: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { check, ok: true, found: await look() };
  } catch (error) {
    const advice = error instanceof CliError ? error.advice : undefined;
    return { check, ok: false, found: `${messageOf(error)} (exit code ${exitCodeOf(error)})`, advice };
  }
}

/** Any answer in GraphQL will do. */
async function reached(api: ApiClient, which: 'connector' | 'provisioner'): Promise<string> {
  await api.ask(which, { query: '{ __typename }' });
  return which === 'connector' ? api.profile.connectorUrl : api.profile.provisionerUrl;
}

function explain(code: string, command: Command, surroundings: Surroundings): void {
  const known = refusals[code];
  if (!known)
    throw new CliError('usage', `There is no explanation of ${code}.${didYouMean(code, Object.keys(refusals))}`, {
      advice: `Explained are: ${Object.keys(refusals).join(', ')}. docs/errors.md lists every code.`,
    });
  const { meaning, advice } = known;
  printerOf(command, surroundings).object({ code, meaning, advice }, { code, meaning, 'what to do': advice });
}
