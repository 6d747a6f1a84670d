export type SpecificationKind = 'OPEN_API' | 'ASYNC_API' | 'ODATA';
export type SpecificationFormat = 'JSON' | 'YAML' | 'XML';

/** The kind and format of the text of a specification, by what it begins with; undefined if it is none of those that are known. */
export function kindOfText(text: string): { readonly type: SpecificationKind; readonly format: SpecificationFormat } | undefined {
  const start = text.trimStart();
  if (start.startsWith('<')) return /<(\w+:)?Edmx[\s>]/.test(start) ? { type: 'ODATA', format: 'XML' } : undefined;
  const format = start.startsWith('{') ? 'JSON' : 'YAML';
  const names = (key: string): boolean => (format === 'JSON' ? start.includes(`"${key}"`) : new RegExp(`^${key}\\s*:`, 'm').test(start));
  if (names('asyncapi')) return { type: 'ASYNC_API', format };
  if (names('openapi') || names('swagger')) return { type: 'OPEN_API', format };
  return undefined;
}
