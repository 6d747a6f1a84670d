const withScheme = /^[a-z][a-z0-9+.-]{0,63}:\/\//i;

/** Returns true for a URL of a scheme with an authority, such as `https://host`. */
export const hasScheme = (text: string): boolean => withScheme.test(text);

/** Writes `https://` in front of a URL that begins with its host. Texts that begin with another character stay as they are. */
export const withHttps = (text: string): string => (!hasScheme(text) && /^[\p{L}\p{N}[]/u.test(text) ? `https://${text}` : text);

/**
 * Returns true for the URLs that the original accepts in credentials, webhooks and fetch requests. Without a scheme their host has a dot or a port, or is
 * `localhost`.
 */
export function isUrlOrHost(text: string): boolean {
  if (!URL.canParse(withHttps(text))) return false;
  const [host = ''] = text.split(/[/?#]/, 1);
  return hasScheme(text) || /[.:]/.test(host) || host === 'localhost';
}
