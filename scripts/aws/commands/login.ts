import { spawn } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { endpointsOf, login } from '../login.ts';
import { outputIn, outputsOf } from '../outputs.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

interface LoginCommandOptions extends StageOptions {
  readonly save?: string;
  readonly browser: boolean;
  readonly clientId?: string;
  readonly scope: string;
}

/** Programs that open a page in the browser, by platform. */
const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', linux: 'xdg-open', win32: 'explorer' };

/** The page is printed in any case: on many machines there is no browser. */
function openPage(url: URL, withBrowser: boolean): void {
  console.error(`Sign in at this page, within five minutes, with a browser on this machine:\n${url.href}`);
  const opener = openers[process.platform];
  if (!withBrowser || !opener) return;
  spawn(opener, [url.href], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

async function logIn({ save, browser, scope, ...options }: LoginCommandOptions): Promise<void> {
  const outputs = await outputsOf(readStage(options));
  const { access_token, expires_in } = await login({
    endpoints: await endpointsOf(outputIn(outputs, 'OidcIssuer')),
    clientId: options.clientId ?? outputIn(outputs, 'OidcAudience'),
    scope,
    open: async (url) => openPage(url, browser),
  });
  const minutes = Math.round(expires_in / 60);
  if (save === undefined) {
    console.error(`Signed in. The token is good for ${minutes} minutes:`);
    console.log(access_token);
    return;
  }
  await writeFile(save, access_token, { mode: 0o600 });
  // The mode above counts for a new file only.
  await chmod(save, 0o600);
  console.error(`Signed in. ${save}, which only you may read, has a token that is good for ${minutes} minutes.`);
}

export const loginCommand = (): Command =>
  new Command('login')
    .description('Signs an administrator in with the browser, and prints the access token.')
    .addOption(stageOption)
    .addOption(stagesOption)
    .option('--save <file>', 'write the token to a file that only you may read, and do not print it')
    .option('--no-browser', 'print the address of the page only')
    .option('--client-id <id>', 'the client of an issuer of yours; it must allow http://localhost:8400/callback')
    .option('--scope <scopes>', 'scopes to ask for, separated by blanks', 'openid')
    .addHelpText(
      'after',
      `
Uses the authorization code grant with PKCE, and listens on port 8400 of 127.0.0.1 until the user is signed in, five minutes at most. Only the
token goes to the standard output.

Example:
  TOKEN=$(npm run --silent aws -- login --stage dev)`,
    )
    .action(logIn);
