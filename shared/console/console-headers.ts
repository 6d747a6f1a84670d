import { extname } from 'node:path';

/** Addresses beside its own that the console speaks to: the issuer, and the APIs where they are elsewhere. */
export interface ConsoleOrigins {
  readonly connect: readonly string[];
}

/**
 * The content security policy of the console: scripts and styles of its own files only, none in the page. Styles that scripts set on an element are no
 * styles of the page. A test looks for what the build puts into its files.
 */
const consolePolicy = ({ connect }: ConsoleOrigins): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** Features of browsers that the console does without. Copying a command to the clipboard needs no mention: it is allowed to the page itself. */
const consolePermissions = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

/** Headers of each answer that has a file of the console. CloudFront has settings of its own for some of them. */
export const consoleHeaders = (origins: ConsoleOrigins): Readonly<Record<string, string>> => ({
  'content-security-policy': consolePolicy(origins),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': consolePermissions,
});

/** The folder of files whose names have a hash of their content. */
const hashedFolder = 'assets/';

/** The cache control of a file of the console: files with a hash are kept for good, the page and the configuration not at all. */
export const cacheControlOf = (path: string): string =>
  path.startsWith(hashedFolder) ? 'public, max-age=31536000, immutable' : 'no-store';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** The content type of a file of the console, by the ending of its name. */
export const contentTypeOf = (path: string): string => contentTypes[extname(path)] ?? 'application/octet-stream';

/** The content of `config.json` beside the console: where the deployment is. */
export interface ConsoleConfiguration {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly groupsClaim?: string;
  readonly director: string;
  readonly connector: string;
  readonly provisioner: string;
}

/** The configuration for the APIs below one address. */
export const consoleConfiguration = (
  publicUrl: string,
  signIn: Pick<ConsoleConfiguration, 'issuer' | 'clientId' | 'scopes' | 'groupsClaim'>,
): ConsoleConfiguration => ({
  ...signIn,
  director: `${publicUrl}/director/graphql`,
  connector: `${publicUrl}/connector/graphql`,
  provisioner: `${publicUrl}/provisioner/graphql`,
});
