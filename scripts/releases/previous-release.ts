import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const releasesFolder = join(import.meta.dirname, '../../test/releases');

const extension = '.json.zst';

/** The release whose cloud assembly is stored; there is one at a time, see docs/upgrading.md. */
export function previousRelease(): { readonly release: string; readonly file: string } {
  const [name, ...others] = readdirSync(releasesFolder).filter((each) => each.endsWith(extension));
  if (!name || others.length > 0) throw new Error(`${releasesFolder} must have the cloud assembly of one release`);
  return { release: name.slice(0, -extension.length), file: join(releasesFolder, name) };
}

/** The file for the cloud assembly of a release. */
export const archiveOf = (release: string): string => join(releasesFolder, `${release}${extension}`);
