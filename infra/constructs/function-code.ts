import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { type CfnFunction, Code, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Asset, type AssetProps } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { type BuildOptions, buildSync } from 'esbuild';

const projectRoot = join(import.meta.dirname, '../..');

// Comments of licenses would be loaded, and stand in the packages.
const common: BuildOptions = {
  platform: 'node',
  target: 'node24',
  minify: true,
  legalComments: 'none',
  charset: 'utf8',
  logLevel: 'warning',
  // graphql compares the realms of its classes otherwise. There is one copy of it.
  define: { 'process.env.NODE_ENV': '"production"' },
};

/**
 * The code of a function as an asset: `index.js`, and beside it a file for each part that is imported on demand, so that a start reads the first one
 * only. The SDK is part of the bundle: the tested version runs.
 */
export const functionCode = (entry: string): Code => {
  const { path, ...options } = bundleOf(entry, bundleFunction);
  return Code.fromAsset(path, options);
};

/** The code of a function as an asset, with the console built beside it in the folder `console`. */
export const functionCodeWithConsole = (entry: string): Code => {
  const { path, ...options } = bundleOf(entry, bundleWithConsole);
  return Code.fromAsset(path, options);
};

/** The name of a bundle in the bucket of assets, which has the hash of its content. */
export function codeKeyOf({ node }: IFunction): string {
  const { code } = node.defaultChild as CfnFunction;
  return (code as CfnFunction.CodeProperty).s3Key ?? '';
}

/** The code of a function of Runtimes as an asset: one file, with the SDK in it. Its key is the hash of the bundle. */
export const runtimeCode = (scope: Construct, id: string, entry: string): Asset => new Asset(scope, id, bundleOf(entry, bundleInOneFile));

const bundleOf = (entry: string, bundle: (entry: string, folder: string) => void): AssetProps => ({
  path: projectRoot,
  assetHashType: AssetHashType.OUTPUT,
  bundling: {
    // Never used: the local bundler always succeeds or throws.
    image: DockerImage.fromRegistry('none'),
    // The CDK bundles once what has the same options.
    command: [bundle.name, entry],
    local: {
      tryBundle(folder) {
        bundle(entry, folder);
        return true;
      },
    },
  },
});

/**
 * Libraries that stay together in one file, with the names of their classes, and are loaded from `node_modules` of the bundle: their parser tells
 * values apart by those names, and tsyringe among them must be evaluated after reflect-metadata, which esbuild does not do in split modules (its
 * issue 399).
 */
const unsplit = ['reflect-metadata', '@peculiar/x509', '@peculiar/asn1-schema', '@peculiar/asn1-x509'];

/** Writes the bundle of a function into a folder. */
export function bundleFunction(entry: string, folder: string): void {
  const modules = mkdtempSync(join(tmpdir(), 'compass-bundle-'));
  try {
    // esbuild splits ECMAScript modules only.
    const { metafile } = buildSync({
      ...bundleOptions,
      entryPoints: { index: entry },
      outdir: modules,
      external: unsplit,
      splitting: true,
      format: 'esm',
      metafile: true,
    });
    const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports);
    if (imported.some(({ path }) => unsplit.includes(path))) writeUnsplit(folder);
    // Node evaluates every export of its own modules that an ECMAScript module imports, and loads CommonJS faster.
    buildSync({
      ...common,
      entryPoints: readdirSync(modules).map((file) => join(modules, file)),
      outdir: folder,
      format: 'cjs',
      supported: { 'dynamic-import': false },
    });
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
}

/** Builds the console in a process of its own: a bundle is written at once, and the builder is asynchronous. Throws what it printed. */
function bundleWithConsole(entry: string, folder: string): void {
  bundleFunction(entry, folder);
  const args = ['--import', './scripts/check-node.mjs', 'scripts/build-console.ts', '--out', join(folder, 'console')];
  const { status, error, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`The console cannot be built:\n${stdout}${stderr}`);
}

/** Writes the bundle of a function into one file of a folder, with the names of functions and classes. */
export function bundleInOneFile(entry: string, folder: string): void {
  buildSync({ ...bundleOptions, entryPoints: { index: entry }, outdir: folder, format: 'cjs', keepNames: true });
}

function writeUnsplit(folder: string): void {
  const libraries = join(folder, 'node_modules');
  const contents = unsplit.map((name, index) => `export * as part${index} from '${name}';`).join('\n');
  const outfile = join(libraries, 'unsplit.js');
  buildSync({ ...bundleOptions, stdin: { contents, resolveDir: projectRoot }, outfile, format: 'cjs', keepNames: true });
  for (const [index, name] of unsplit.entries()) {
    const library = join(libraries, name);
    mkdirSync(library, { recursive: true });
    writeFileSync(join(library, 'index.js'), `module.exports = require('${relative(library, outfile)}').part${index};\n`);
  }
}

/** Options of every bundle, beside its modules and the file that it becomes. */
export const bundleOptions: BuildOptions = {
  ...common,
  absWorkingDir: projectRoot,
  bundle: true,
  // One copy of each library: dual packages such as graphql would be bundled twice otherwise.
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': join(projectRoot, 'shared/aws/environment-credentials.ts') },
};
