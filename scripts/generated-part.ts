const end = '<!-- end -->';

/** Replaces what stands in a document between the mark of a command, such as `<!-- npm run scale -->`, and `<!-- end -->`. */
export function withGeneratedPart(document: string, command: string, content: string): string {
  const begin = `<!-- ${command} -->`;
  const from = document.indexOf(begin) + begin.length;
  return `${document.slice(0, from)}\n${content}\n${document.slice(document.indexOf(end))}`;
}
