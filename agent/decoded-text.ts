/** Decodes by the byte order mark, which editors and shells of Windows write; without one, as UTF-8. */
export function decodedText(content: Buffer): string {
  const mark = content.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(content);
}
