import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
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
};

/**
 * The code of a function as an asset: `index.js`, and beside it a file for each part that is imported on demand, so that a start reads the first one
 * only. The SDK is part of the bundle: the tested version runs.
 */
export const functionCode = (entry: string): Code => {
  const { path, ...options } = bundleOf(entry, bundleFunction);
  return Code.fromAsset(path, options);
};

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
 * Its parser tells values apart by the names of their classes, and tsyringe beside it must be evaluated after reflect-metadata, which esbuild does
 * not do in split modules (its issue 399). A bundle with it is one file with all names.
 */
const needsOneFile = 'node_modules/@peculiar/asn1-schema/';

/** Writes the bundle of a function into a folder. */
export function bundleFunction(entry: string, folder: string): void {
  const modules = mkdtempSync(join(tmpdir(), 'compass-bundle-'));
  try {
    // esbuild splits ECMAScript modules only.
    const { metafile } = buildSync({ ...bundled(entry, modules), splitting: true, format: 'esm', metafile: true });
    if (Object.keys(metafile.inputs).some((file) => file.includes(needsOneFile))) {
      bundleInOneFile(entry, folder);
      return;
    }
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

/** Writes the bundle of a function into one file of a folder, with the names of functions and classes. */
export function bundleInOneFile(entry: string, folder: string): void {
  buildSync({ ...bundled(entry, folder), format: 'cjs', keepNames: true });
}

/** Options of every bundle, beside its modules and the file that it becomes. */
export const bundleOptions: BuildOptions = {
  ...common,
  absWorkingDir: projectRoot,
  bundle: true,
  // One copy of each library: dual packages such as graphql would be bundled twice otherwise.
  mainFields: ['module', 'main'],
};

const bundled = (entry: string, outdir: string): BuildOptions => ({ ...bundleOptions, entryPoints: { index: entry }, outdir });
