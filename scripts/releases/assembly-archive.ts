import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import * as z from 'zod';

const archived = z.record(z.string(), z.string());

/** Bundles of functions share most of their code: a window of 128 MB lets each refer to all before it. */
const windowLog = 27;
const compressionLevel = 19;

/** Parts of a cloud assembly that CloudFormation does not get; they have paths of the machine on which it was synthesized. */
const explanations = /(^tree|^validation-report|\.metadata)\.json$/;

/** Packs the files of a cloud assembly that are deployed: manifests, templates, and the code of functions. All of them are texts. */
export async function packAssembly(folder: string): Promise<Buffer> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !explanations.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, '/').length))
    .sort();
  const files = await Promise.all(names.map(async (name) => [name, await textOf(join(folder, name), name)]));
  return await promisify(zstdCompress)(JSON.stringify(Object.fromEntries(files)), {
    params: {
      [constants.ZSTD_c_compressionLevel]: compressionLevel,
      [constants.ZSTD_c_windowLog]: windowLog,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    },
  });
}

/** Reads the files of a packed cloud assembly by their names. */
export async function readArchive(archive: Buffer): Promise<Record<string, string>> {
  const text = await promisify(zstdDecompress)(archive, { params: { [constants.ZSTD_d_windowLogMax]: windowLog } });
  return archived.parse(JSON.parse(text.toString()));
}

/** Writes a packed cloud assembly to a folder, from which it can be deployed. */
export async function unpackAssembly(archive: Buffer, folder: string): Promise<void> {
  for (const [name, text] of Object.entries(await readArchive(archive))) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
}

async function textOf(path: string, name: string): Promise<string> {
  const text = await readFile(path, 'utf8');
  return name === 'manifest.json' ? withoutExplanations(text) : text;
}

/** The CDK command line would look for the files that are left out. */
function withoutExplanations(manifest: string): string {
  const { artifacts, ...rest } = JSON.parse(manifest) as { artifacts: Record<string, { type: string }> };
  const deployed = Object.entries(artifacts).filter(([, { type }]) => /^(cdk:asset-manifest|aws:cloudformation:stack)$/.test(type));
  return JSON.stringify({ ...rest, artifacts: Object.fromEntries(deployed) }, (key, value) =>
    key === 'additionalMetadataFile' || key === 'metadata' ? undefined : value,
  );
}
