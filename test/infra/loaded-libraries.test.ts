import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleFunction } from '#infra/constructs/function-code.ts';
import { loadedBytes } from '../../scripts/cold/loaded-bytes.ts';
import { deploymentUnderTest } from './deployment-under-test.ts';

const entries = deploymentUnderTest()
  .ofType('AWS::Lambda::Function')
  .map(({ template }) => String(template.Metadata?.['compass:entry']));

let inputs: Metafile['inputs'];
beforeAll(async () => {
  const { metafile } = await build({
    entryPoints: entries,
    outdir: 'unwritten',
    write: false,
    metafile: true,
    bundle: true,
    platform: 'node',
    // What is read and imported is the same as in a bundle for each function, which would take far longer to write.
    format: 'esm',
    splitting: true,
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  inputs = metafile.inputs;
});

/** The files that a function evaluates when it starts: everything it imports, but for what it imports on demand. */
function loadedBy(entry: string): Set<string> {
  const loaded = new Set([entry]);
  for (const file of loaded) {
    for (const { path, kind } of inputs[file]?.imports ?? []) if (kind !== 'dynamic-import') loaded.add(path);
  }
  return loaded;
}

const loadersOf = (library: string): string[] =>
  entries.filter((entry) => [...loadedBy(entry)].some((file) => file.includes(`node_modules/${library}/`)));

describe('a function does not load when it starts', () => {
  it.each([
    ['the client of ACM Private CA', '@aws-sdk/client-acm-pca'],
    ['the XML parser behind it', 'fast-xml-parser'],
    ['the validator of JSON Schemas', '@cfworker/json-schema'],
    ['the client of the user pool, unless that is all it is for', '@aws-sdk/client-cognito-identity-provider'],
  ])('%s', (_, library) => {
    expect(Object.keys(inputs).some((file) => file.includes(`node_modules/${library}/`))).toBe(true);
    expect(loadersOf(library)).toEqual([]);
  });
});

describe('the clients of stacks are loaded', () => {
  it.each(['@aws-sdk/client-cloudformation', '@aws-sdk/client-ssm', '@aws-sdk/client-sts'])(
    'by the steps that call drivers alone: %s',
    (library) => {
      expect(new Set(loadersOf(library))).toEqual(new Set(['functions/provisioning/drivers.ts']));
    },
  );
});

/** The folders from which the functions load a library when they start. */
const copiesOf = (library: string): Set<string> =>
  new Set(
    entries
      .flatMap((entry) => [...loadedBy(entry)])
      .filter((file) => file.includes(`node_modules/${library}/`))
      .map((file) => file.slice(0, file.lastIndexOf(`node_modules/${library}/`))),
  );

describe('the functions load one copy', () => {
  it.each(['@smithy/core', '@smithy/signature-v4', '@smithy/node-http-handler', '@aws-sdk/core', 'graphql', 'zod'])('of %s', (library) => {
    expect(copiesOf(library)).toEqual(new Set(['']));
  });
});

describe('a function on the way of most requests', () => {
  it.each([
    ['director', '@aws-sdk/client-s3'],
    ['director', '@aws-sdk/client-secrets-manager'],
    ['director', '@aws-sdk/client-lambda'],
    ['director', 'jose'],
    ['connector', '@aws-sdk/client-kms'],
    ['connector', '@aws-sdk/client-secrets-manager'],
    ['connector', '@peculiar/x509'],
    ['connector', 'jose'],
    ['provisioner', '@aws-sdk/client-secrets-manager'],
    ['provisioner', 'jose'],
    ['token-endpoint', '@aws-sdk/client-secrets-manager'],
    ['crl-endpoint', '@aws-sdk/client-secrets-manager'],
  ])('%s starts without %s', (name, library) => {
    expect(loadersOf(library)).not.toContain(`functions/${name}/handler.ts`);
  });

  it.each([
    ['director', 980],
    ['connector', 800],
    ['provisioner', 800],
    ['webhook-dispatcher', 600],
    ['notification-fanout', 600],
    ['event-relay', 400],
    ['token-endpoint', 200],
  ])('%s loads at most %d KB when it starts', (name, most) => {
    expect(withBundle(`functions/${name}/handler.ts`, loadedBytes)).toBeLessThanOrEqual(most * 1024);
  });
});

it.each(['director', 'connector', 'crl-publisher', 'spec-fetcher', 'webhook-dispatcher'])(
  'every part that %s imports on demand can be loaded',
  (name) => {
    const load = "for (const file of process.argv.slice(1)) require(file); process.stdout.write('loaded');";
    const output = withBundle(`functions/${name}/handler.ts`, (folder) => {
      const parts = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== 'index.js');
      return execFileSync(process.execPath, ['--eval', load, ...parts.map((file) => join(folder, file))], { encoding: 'utf8' });
    });
    expect(output).toBe('loaded');
  },
);

it('a bundle makes and reads certificates by libraries that it loads on demand', () => {
  const load = "require(process.argv[1]).certificateName('CN=made').then((name) => process.stdout.write(name))";
  const output = withBundle('test/support/certificate-of-a-bundle.ts', (folder) =>
    execFileSync(process.execPath, ['--eval', load, join(folder, 'index.js')], { encoding: 'utf8' }),
  );
  expect(output).toBe('CN=made');
});

function withBundle<T>(entry: string, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'compass-bundle-'));
  try {
    bundleFunction(entry, folder);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
