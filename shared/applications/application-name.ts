/**
 * The name in the form that Runtimes use for resources: `mp-` in front (once), lower case, anything outside `[-a-z0-9]` as `-`,
 * no double or trailing `-`. Two Applications of a tenant may not share it.
 */
export function normalizedName(name: string): string {
  const bare = name.toLowerCase().startsWith('mp-') ? name : `mp-${name}`;
  const parts = bare
    .toLowerCase()
    .replace(/[^-a-z0-9]/g, '-')
    .split('-');
  return parts.filter((part) => part !== '').join('-');
}
