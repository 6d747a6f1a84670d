import { createHash } from 'node:crypto';

/** Text that is HTML already. */
export interface Html {
  readonly text: string;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const isList = (value: Html | readonly Html[]): value is readonly Html[] => Array.isArray(value);
const asHtml = (value: string | Html | readonly Html[]): string =>
  typeof value === 'string'
    ? value.replace(/[&<>"']/g, (character) => escapes[character] ?? '')
    : isList(value)
      ? value.map(({ text }) => text).join('')
      : value.text;

/** Writes HTML; text among it is escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html => ({
  text: parts.map((part, index) => part + asHtml(values[index] ?? '')).join(''),
});

const style = `
:root { color-scheme: light dark; font-family: system-ui, sans-serif; line-height: 1.5 }
main { max-width: 32rem; margin: 4rem auto; padding: 0 1rem }
fieldset { margin: 0 0 1rem; border: 1px solid; border-radius: .5rem }
label { display: block }
input[type=text] { font: inherit; width: 100%; box-sizing: border-box; padding: .25rem }
button { font: inherit; padding: .5rem 1rem }
code { font-size: 1.25rem; letter-spacing: .1em }
[role=alert] { border-left: .25rem solid #c33; padding-left: .75rem }
`;

/**
 * Nothing is loaded. Forms go to this machine, where the redirects behind them lead, too: browsers apply `form-action` to those. `script-src` takes the
 * hash of the one script there is, which the library adds to the page that it makes to pass on a code.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "script-src 'self'",
    "form-action 'self' http://127.0.0.1:* http://localhost:*",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not no-referrer, with which browsers leave the origin out of forms that are sent.
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

export const page = (title: string, body: Html): string =>
  `<!DOCTYPE html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${{ text: style }}</style></head>
<body><main><h1>${title}</h1>
${body}
</main></body></html>`.text
  }\n`;
