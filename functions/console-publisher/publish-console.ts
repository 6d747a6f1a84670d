import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { DeleteObjectsCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { cacheControlOf, contentTypeOf } from '#shared/console/console-headers.ts';
import { consoleFolder } from '#shared/console/console-path.ts';
import type { Clock } from '#shared/core/clock.ts';
import type { CustomResourceState } from '#shared/lambda/custom-resource.ts';

interface Site {
  readonly objects: S3Client;
  readonly bucket: string;
}

export interface ConsolePublication extends Site {
  /** The build of the console. */
  readonly folder: string;
  /** The content of `config.json`. */
  readonly configuration: string;
  readonly clock: Clock;
}

interface PublishedFile {
  readonly path: string;
  readonly content: Buffer | string;
}

const pageName = 'index.html';
const configurationName = 'config.json';

/** Days for which the files of a build before stay: a tab that was opened with it loads the rest of them when it needs it. */
const formerFileDays = 30;
const dayMs = 86_400_000;

/** Writes the files of the console. The page comes last, so that all that it names is there. Files of builds long before go. */
export async function publishConsole(publication: ConsolePublication): Promise<CustomResourceState> {
  const { bucket, folder, configuration, clock } = publication;
  const files = await filesIn(folder);
  const page = files.find(({ path }) => path === pageName);
  if (!page) throw new Error(`the build of the console has no ${pageName}`);
  const others = files.filter((file) => file !== page);
  await Promise.all([...others, { path: configurationName, content: configuration }].map((file) => write(publication, file)));
  await write(publication, page);
  const written = new Set([configurationName, ...files.map(({ path }) => path)].map(keyOf));
  const oldest = clock().getTime() - formerFileDays * dayMs;
  await remove(publication, ({ key, writtenAt }) => !written.has(key) && writtenAt < oldest);
  return { physicalId: bucket, attributes: {} };
}

/** Empties the bucket, without which it cannot be deleted. */
export const removeConsole = (site: Site): Promise<void> => remove(site, () => true);

const keyOf = (path: string): string => `${consoleFolder}${path}`;

/** The files of a build, without those that are for tools. */
async function filesIn(folder: string): Promise<PublishedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(relative(folder, parentPath), name));
  const served = paths.filter((path) => !path.split('/').some((part) => part.startsWith('.')));
  return Promise.all(served.map(async (path) => ({ path, content: await readFile(join(folder, path)) })));
}

const write = ({ objects, bucket }: Site, { path, content }: PublishedFile) =>
  objects.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: keyOf(path),
      Body: content,
      ContentType: contentTypeOf(path),
      CacheControl: cacheControlOf(path),
    }),
  );

async function remove(
  { objects: client, bucket: Bucket }: Site,
  isRemoved: (object: { key: string; writtenAt: number }) => boolean,
): Promise<void> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    const Objects = Contents.flatMap(({ Key = '', LastModified }) =>
      isRemoved({ key: Key, writtenAt: LastModified?.getTime() ?? 0 }) ? [{ Key }] : [],
    );
    if (Objects.length === 0) continue;
    const { Errors = [] } = await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    if (Errors[0]) throw new Error(`${Errors.length} files of the console could not be deleted, the first for ${Errors[0].Code}`);
  }
}
