import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A set-up that a page shows: what stands under one of its headings. */
interface Documented {
  /** Blocks below a line that has nothing but their path: `main.go`. */
  readonly files: ReadonlyMap<string, string>;
  /** Blocks of shell commands, in order. */
  readonly commands: readonly string[];
}

const block = /^(?:`(?<path>[^`\n]+)`:\n\n)?```(?<language>\w+)\n(?<content>[\s\S]*?)^```$/gm;

/** Reads the set-up under a heading of the second level. Throws if there is none. */
export function documentedIn(page: string, heading: string): Documented {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  if (section === undefined) throw new Error(`no heading says ${heading}`);
  const files = new Map<string, string>();
  const commands: string[] = [];
  for (const { groups: { path, language, content = '' } = {} } of section.matchAll(block)) {
    if (path !== undefined) files.set(path, content);
    else if (language === 'sh') commands.push(content);
  }
  return { files, commands };
}

/** Writes the files of the set-up under a heading of a page into the folder, and returns its commands. */
export async function writeDocumented(page: string, heading: string, folder: string): Promise<readonly string[]> {
  const { files, commands } = documentedIn(await readFile(join(import.meta.dirname, '../../..', page), 'utf8'), heading);
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return commands;
}
