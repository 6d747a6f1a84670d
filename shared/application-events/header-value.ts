import { utf8Of } from './http-message.ts';

/**
 * Decodes the header of an attribute (HTTP binding of CloudEvents 1.0, 3.1.3.2): a quoted string is unquoted, then percent-encoding is undone once.
 * Undefined if it cannot be decoded.
 */
export function attributeInHeader(header: string): string | undefined {
  const text = unquoted(header.trim());
  if (!text.includes('%')) return text;
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  const bytes = Buffer.concat(
    text.split(/(%[0-9a-f]{2})/i).map((part, index) => (index % 2 === 1 ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part))),
  );
  return utf8Of(bytes);
}

/** The content of a quoted string (RFC 9110, 5.6.4); any other text as it is. */
function unquoted(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  const isWhole = !/["\\]/.test(inner.replace(/\\./g, ''));
  return isWhole ? inner.replace(/\\(.)/g, '$1') : text;
}
