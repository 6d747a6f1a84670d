import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadedBytes } from './loaded-bytes.ts';

/** A function as a tree deploys it. */
export interface DeployedFunction {
  /** The name without the deployment's prefix. */
  readonly name: string;
  readonly file: string;
  readonly handler: string;
  readonly kilobytes: number;
  readonly variables: Readonly<Record<string, string>>;
}

interface FunctionResource {
  readonly Type: string;
  readonly Metadata?: Readonly<Record<string, string>>;
  readonly Properties: {
    readonly FunctionName: string;
    readonly Handler: string;
    readonly Environment?: { readonly Variables: Readonly<Record<string, unknown>> };
  };
}

/** Synthesizes a tree with its own code into `out` and reads its functions; of those that share a bundle, the first. */
export function deployedFunctions(root: string, out: string): DeployedFunction[] {
  execFileSync(process.execPath, [join(root, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--output', out], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const templates = readdirSync(out).filter((file) => file.endsWith('.template.json'));
  const functions = templates.flatMap((file) => functionsOf(out, file));
  return functions.filter(({ file }, index) => functions.findIndex((other) => other.file === file) === index);
}

function functionsOf(out: string, template: string): DeployedFunction[] {
  const { Resources } = JSON.parse(readFileSync(join(out, template), 'utf8')) as { Resources: Record<string, FunctionResource> };
  return Object.values(Resources)
    .filter(({ Type, Metadata }) => Type === 'AWS::Lambda::Function' && Metadata?.['compass:entry'] !== undefined)
    .map(({ Metadata = {}, Properties: { FunctionName, Handler, Environment } }) => {
      const folder = join(out, String(Metadata['aws:asset:path']));
      const file = join(folder, 'index.js');
      return {
        name: FunctionName.replace(/^compass-dev-/, ''),
        file,
        handler: Handler.split('.')[1] ?? '',
        kilobytes: Math.round(loadedBytes(folder) / 1024),
        variables: Object.fromEntries(Object.entries(Environment?.Variables ?? {}).map(([name, value]) => [name, variableOf(name, value)])),
      };
    });
}

/** A valid value where the template has a reference. */
function variableOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  const parts = (value as { 'Fn::Join'?: [string, unknown[]] })['Fn::Join'];
  if (!parts) return valueAfter(name);
  const [separator, texts] = parts;
  return texts.map((text, index) => (typeof text === 'string' ? text : valueAfter(String(texts[index - 1])))).join(separator);
}

/** A value for the name of a variable, or for a member of JSON that a text ends with. */
const valueAfter = (text: string): string => (/(url|issuer)(":")?$/i.test(text) ? 'https://name.example.com' : 'name');
