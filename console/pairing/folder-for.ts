/** The folder that a command names for the identity of a member: letters, digits and hyphens, which no shell reads as anything else. */
export const folderFor = (name: string): string =>
  `${
    name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'member'
  }-identity`;
