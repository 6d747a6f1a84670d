/** The blocks with this label (`CERTIFICATE`) in a text of PEM (RFC 7468), in order, each with its first and last line. */
export function pemBlocks(text: string, label: string): string[] {
  const [begin, end] = [`-----BEGIN ${label}-----`, `-----END ${label}-----`];
  const blocks: string[] = [];
  for (let from = text.indexOf(begin); from >= 0; ) {
    const last = text.indexOf(end, from + begin.length);
    if (last < 0) break;
    const behind = last + end.length;
    blocks.push(text.slice(from, behind));
    from = text.indexOf(begin, behind);
  }
  return blocks;
}
