import { type Command, InvalidArgumentError, Option } from 'commander';
import { CliError } from '../cli-error.ts';
import { type GlobalOptions, printerOf, withExample } from '../context.ts';
import { textIn } from '../input.ts';
import { loginByCode } from '../login/authorization-code.ts';
import { loginByDevice } from '../login/device.ts';
import { discover } from '../login/issuer.ts';
import type { Printer } from '../output/printer.ts';
import { givenName, unknownProfile } from '../profiles/chosen-profile.ts';
import { changeConfig, readConfig, withTokens } from '../profiles/config-file.ts';
import { localName, type SignIn, type StoredProfile, type Tokens } from '../profiles/profile.ts';
import type { Surroundings } from '../surroundings.ts';

interface LoginOptions extends GlobalOptions {
  readonly url?: string;
  readonly directorUrl?: string;
  readonly connectorUrl?: string;
  readonly provisionerUrl?: string;
  readonly issuer?: string;
  readonly clientId?: string;
  readonly scope?: string;
  readonly port: number;
  readonly device?: boolean;
  readonly browser: boolean;
  readonly withToken?: boolean;
}

const defaultName = 'default';

export function addLoginCommands(program: Command, surroundings: Surroundings): void {
  const login = program
    .command('login')
    .description('Signs the user in at the issuer of a control plane, and makes that profile the current one.')
    .option('--url <url>', 'address of the public API; the three below follow from it', anUrl)
    .option('--director-url <url>', 'GraphQL of the Director', anUrl)
    .option('--connector-url <url>', 'GraphQL of the Connector', anUrl)
    .option('--provisioner-url <url>', 'GraphQL of the Provisioner', anUrl)
    .option('--issuer <url>', 'issuer of the access tokens (output OidcIssuer of the deployment)', anUrl)
    .option('--client-id <id>', 'public client at the issuer (output OidcAudience of the deployment)')
    .option('--scope <scopes>', 'scopes to ask for, separated by blanks; default: openid')
    .option('--port <number>', 'port of the redirect URL http://localhost:<port>/callback', aPort, 8400)
    .addOption(new Option('--device', 'sign in with the browser of another machine, by a code').conflicts('withToken'))
    .option('--no-browser', 'only print the address of the page')
    .option('--with-token', 'read an access token from the standard input instead of asking the issuer')
    .action((_: object, command: Command) => logIn(command, surroundings));
  withExample(
    login,
    'compass login --profile dev --url https://api.example.com --tenant 3e64ebae-38b5-46a0-b1ed-9ccee153a0ae \\',
    '    --issuer https://issuer.example.com --client-id compass',
    'compass login --profile dev   # again, when the session has ended',
  );
  const logout = program
    .command('logout')
    .description('Forgets the tokens of a profile; it keeps its addresses.')
    .action((_: object, command: Command) => logOut(command, surroundings));
  withExample(logout, 'compass logout --profile dev');
}

async function logIn(command: Command, surroundings: Surroundings): Promise<void> {
  const options = command.optsWithGlobals<LoginOptions>();
  const print = printerOf(command, surroundings);
  const config = await readConfig(surroundings);
  const name = givenName(options, surroundings) ?? config.current ?? defaultName;
  if (name === localName) {
    print.note('The system on this machine needs no login: its tokens are in the file local.json that it writes.');
    await changeConfig(surroundings, (stored) => ({ ...stored, current: undefined }));
    return;
  }
  const profile = settings(options, config.profiles[name]);
  const tokens = await tokensFor(profile, options, surroundings, print);
  await changeConfig(surroundings, (stored) => ({ current: name, profiles: { ...stored.profiles, [name]: { ...profile, tokens } } }));
  const until = tokens.expiresAt ? ` until ${tokens.expiresAt}` : '';
  print.note(`Signed in as profile ${name}${tokens.refreshToken ? '' : until}.`);
}

/** Settings that are given win over stored ones. Throws a CliError that names what is missing. */
function settings(options: LoginOptions, stored: StoredProfile | undefined): StoredProfile {
  const base = options.url?.replace(/\/$/, '');
  const at = (given: string | undefined, api: string, known: string | undefined) => given ?? (base ? `${base}/${api}/graphql` : known);
  const found = {
    directorUrl: at(options.directorUrl, 'director', stored?.directorUrl),
    connectorUrl: at(options.connectorUrl, 'connector', stored?.connectorUrl),
    provisionerUrl: at(options.provisionerUrl, 'provisioner', stored?.provisionerUrl),
    tenant: options.tenant ?? stored?.tenant,
  };
  const { directorUrl, connectorUrl, provisionerUrl, tenant } = found;
  if (!directorUrl || !connectorUrl || !provisionerUrl) throw missing('the address of the control plane', '--url');
  if (!tenant) throw missing('the tenant', '--tenant');
  return { directorUrl, connectorUrl, provisionerUrl, tenant, signIn: signInOf(options, stored?.signIn) };
}

function signInOf({ issuer, clientId, scope }: LoginOptions, stored: SignIn | undefined): SignIn | undefined {
  const found = { issuer: issuer ?? stored?.issuer, clientId: clientId ?? stored?.clientId, scope: scope ?? stored?.scope ?? 'openid' };
  return found.issuer && found.clientId ? { issuer: found.issuer, clientId: found.clientId, scope: found.scope } : undefined;
}

const missing = (thing: string, option: string): CliError =>
  new CliError('usage', `A new profile needs ${thing}.`, { advice: `Give ${option}; compass login --help has an example.` });

async function tokensFor({ signIn }: StoredProfile, options: LoginOptions, surroundings: Surroundings, print: Printer): Promise<Tokens> {
  const { now, pause, signal, stdin } = surroundings;
  if (options.withToken) return { accessToken: tokenIn(await textIn(stdin)) };
  if (!signIn) throw missing('an issuer and a client', '--issuer and --client-id, or --with-token');
  const issuer = await discover(signIn);
  const open = (page: URL) => {
    if (options.browser) surroundings.openPage(page);
  };
  if (options.device) {
    const show = (page: URL, code: string) => {
      print.note(`Sign in at this page with any browser, and enter the code ${code}:\n${page.href}`);
      open(page);
    };
    return await loginByDevice(issuer, { scope: signIn.scope, show, pause, now });
  }
  const show = (page: URL) => {
    print.note(`Sign in at this page, within five minutes, with a browser on this machine:\n${page.href}`);
    open(page);
  };
  return await loginByCode(issuer, { scope: signIn.scope, port: options.port, show, signal, now });
}

function tokenIn(text: string): string {
  const token = text.trim();
  if (/^[\w.~+/=-]+$/.test(token)) return token;
  throw new CliError('usage', 'The standard input holds no access token.', { advice: 'compass login --with-token < file' });
}

async function logOut(command: Command, surroundings: Surroundings): Promise<void> {
  const { current, profiles } = await readConfig(surroundings);
  const name = givenName(command.optsWithGlobals<GlobalOptions>(), surroundings) ?? current ?? defaultName;
  if (!profiles[name]) throw unknownProfile(name, profiles);
  await changeConfig(surroundings, (config) => withTokens(config, name, undefined));
  printerOf(command, surroundings).note(`The profile ${name} has no tokens any more. The session at the issuer ends by itself.`);
}

function anUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('It must be an address that begins with https://.');
}

function aPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError('It must be a number from 0 to 65535.');
  return port;
}
