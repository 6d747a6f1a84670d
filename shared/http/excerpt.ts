import { charsetOf } from './answered-text.ts';
import type { GuardedAnswer } from './guarded-call.ts';

/** Maximum bytes of an excerpt, in UTF-8. */
const maxExcerptBytes = 1024;

/**
 * The beginning of an answer's body as text, cut between two characters; undefined if there is none. The confidential texts are replaced, as they are
 * and in the notations in which answers repeat what they were sent.
 */
export function excerptOf({ body, header }: Pick<GuardedAnswer, 'body' | 'header'>, confidential: readonly string[]): string | undefined {
  if (body.length === 0) return undefined;
  const text = decoderFor(header('content-type')).decode(body, { stream: true });
  return cut(withoutConfidential(text, confidential));
}

function decoderFor(contentType: string | undefined) {
  try {
    return new TextDecoder(charsetOf(contentType));
  } catch {
    return new TextDecoder();
  }
}

const withoutConfidential = (text: string, confidential: readonly string[]): string =>
  [...new Set(confidential.flatMap(notations))]
    .filter((one) => one !== '')
    .sort((a, b) => b.length - a.length)
    .reduce((rest, one) => rest.replaceAll(one, '***'), text);

/** A text as it is, in JSON with and without escaped slashes, in a URL or form, in HTML, and in base64. */
function notations(text: string): string[] {
  const inJson = JSON.stringify(text).slice(1, -1);
  const inUrl = encodeURIComponent(text);
  const inHtml = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  return [text, inJson, inJson.replaceAll('/', '\\/'), inUrl, inUrl.replaceAll('%20', '+'), inHtml, Buffer.from(text).toString('base64')];
}

function cut(text: string): string {
  const bytes = Buffer.from(text);
  return bytes.length <= maxExcerptBytes ? text : new TextDecoder().decode(bytes.subarray(0, maxExcerptBytes), { stream: true });
}
