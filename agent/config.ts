import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { AgentError, errorCode } from './agent-error.ts';
import { checkedUrl } from './control-plane/secure-url.ts';
import { decodedText } from './decoded-text.ts';
import { jsonOrUndefined } from './parsed-json.ts';

export interface AgentConfiguration {
  readonly connectorUrl: string;
  /** The one-time token. Needed for pairing only. */
  readonly token: string | undefined;
  readonly runtimeId: string;
  readonly tenant: string;
  readonly caFile: string | undefined;
  /** Allows URLs of other machines without TLS. */
  readonly allowHttp: boolean;
  /** The addresses that the Runtime publishes; a label without an address is not set. */
  readonly eventsUrl: string | undefined;
  readonly eventsUrlForTokens: string | undefined;
  readonly consoleUrl: string | undefined;
}

export type ConfigurationValues = Readonly<Record<string, string | undefined>>;

export interface ConfigurationSources {
  readonly file: string | undefined;
  readonly environment: ConfigurationValues;
  /** Options of the command line, under the same names as the variables. */
  readonly options: ConfigurationValues;
}

const keys = [
  'CONNECTOR_URL',
  'TOKEN',
  'RUNTIME_ID',
  'TENANT',
  'CA_FILE',
  'ALLOW_HTTP',
  'RUNTIME_EVENTS_URL',
  'RUNTIME_EVENTS_URL_FOR_TOKENS',
  'RUNTIME_CONSOLE_URL',
] as const;
type Key = (typeof keys)[number];
const required: readonly Key[] = ['CONNECTOR_URL', 'RUNTIME_ID', 'TENANT'];
/** Keys whose values are sent as headers. */
const inHeaders: readonly Key[] = ['TOKEN', 'RUNTIME_ID', 'TENANT'];
const webUrl = z.url({ protocol: /^https?$/ });

/** Options win over the file, the file over the environment. */
export async function loadConfiguration(sources: ConfigurationSources, paired: boolean): Promise<AgentConfiguration> {
  const fromFile = sources.file === undefined ? {} : await readConfigurationFile(sources.file);
  return parseConfiguration([sources.options, fromFile, sources.environment], paired);
}

export function parseConfiguration(layers: readonly ConfigurationValues[], paired: boolean): AgentConfiguration {
  const value = (key: Key) => layers.map((layer) => layer[key]?.trim()).find((text) => text !== undefined && text !== '');
  const missing = [...required, ...(paired ? [] : (['TOKEN'] as const))].filter((key) => value(key) === undefined);
  if (missing.length > 0) {
    throw new AgentError(
      'misconfigured',
      `missing configuration: ${missing.join(', ')} (give them in the --config file or the environment)`,
    );
  }
  const url = (key: Key) => {
    const text = value(key);
    if (text !== undefined && !webUrl.safeParse(text).success) throw new AgentError('misconfigured', `${key} is not an http or https URL`);
    return text;
  };
  const unsendable = inHeaders.filter((key) => /[^\x20-\x7e]/.test(value(key) ?? ''));
  if (unsendable.length > 0)
    throw new AgentError('misconfigured', `${unsendable.join(', ')} must be of printable ASCII characters, on one line`);
  const connectorUrl = url('CONNECTOR_URL') ?? '';
  checkedUrl(connectorUrl, value('ALLOW_HTTP') === 'true');
  return {
    connectorUrl,
    token: value('TOKEN'),
    runtimeId: value('RUNTIME_ID') ?? '',
    tenant: value('TENANT') ?? '',
    caFile: value('CA_FILE'),
    allowHttp: value('ALLOW_HTTP') === 'true',
    eventsUrl: url('RUNTIME_EVENTS_URL'),
    eventsUrlForTokens: url('RUNTIME_EVENTS_URL_FOR_TOKENS'),
    consoleUrl: url('RUNTIME_CONSOLE_URL'),
  };
}

async function readConfigurationFile(file: string): Promise<ConfigurationValues> {
  let text: string;
  try {
    text = decodedText(await readFile(file));
  } catch (cause) {
    throw new AgentError('misconfigured', `cannot read the configuration file ${file} (${errorCode(cause)})`, { cause });
  }
  return configurationValues(text, `file ${file}`);
}

/** The values in a JSON text; `source` names it in errors. */
export function configurationValues(text: string, source: string): ConfigurationValues {
  // No cause is chained: the messages of JSON.parse quote the text, and the text holds the token.
  const parsed = z.record(z.string(), z.unknown()).safeParse(jsonOrUndefined(text));
  if (!parsed.success) throw new AgentError('misconfigured', `the configuration ${source} is not a JSON object`);
  const known = keys.filter((key) => key in parsed.data && parsed.data[key] !== null);
  const wrong = known.filter((key) => typeof parsed.data[key] !== (key === 'ALLOW_HTTP' ? typeof parsed.data[key] : 'string'));
  if (wrong.length > 0) throw new AgentError('misconfigured', `the configuration ${source} must hold text as ${wrong.join(', ')}`);
  return Object.fromEntries(known.map((key) => [key, String(parsed.data[key])]));
}
