import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
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

describe('the client of Secrets Manager', () => {
  it('is loaded by functions that seal or hand over secrets, and not by those that may ask for that of the firewall', () => {
    const names = loadersOf('@aws-sdk/client-secrets-manager').map((entry) => entry.split('/')[1]);
    expect(names).toContain('director');
    expect(names).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(connector|provisioner|token-endpoint|crl-endpoint)$/)]));
  });
});
