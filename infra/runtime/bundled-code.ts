import { join } from 'node:path';
import { AssetHashType, DockerImage } from 'aws-cdk-lib';
import { Asset } from 'aws-cdk-lib/aws-s3-assets';
import type { Construct } from 'constructs';
import { buildSync } from 'esbuild';

const projectRoot = join(import.meta.dirname, '../..');

/** Bundles a handler with its libraries into `index.js` of the folder. */
export function bundle(entry: string, folder: string): void {
  buildSync({
    entryPoints: [join(projectRoot, entry)],
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    keepNames: true,
    mainFields: ['module', 'main'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** The bundle of a handler as an asset of the deployment. Its key is the hash of the bundle. */
export function bundledCode(scope: Construct, id: string, entry: string): Asset {
  return new Asset(scope, id, {
    path: join(projectRoot, entry, '..'),
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never used: the local bundling always succeeds or throws.
      image: DockerImage.fromRegistry('none'),
      local: {
        tryBundle: (folder) => {
          bundle(entry, folder);
          return true;
        },
      },
    },
  });
}
