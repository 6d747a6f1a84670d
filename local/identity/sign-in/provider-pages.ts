import { type Html, html, page } from '../../page.ts';
import type { Context } from './oidc-provider.d.ts';

const show = (context: Context, title: string, body: Html): void => {
  context.type = 'html';
  context.body = page(title, body);
};

/** A form back to the library, with its proof against forms of strangers. */
const form = ({ oidc }: Context, route: string, content: Html): Html =>
  html`<form method="post" action="${oidc.urlFor(route)}"><input type="hidden" name="xsrf" value="${oidc.session?.state.secret ?? ''}">${content}</form>`;

const nameOf = ({ oidc }: Context): string => oidc.client?.clientName ?? 'the program';

const problemIn = (error: { readonly name: string } | undefined): Html => {
  if (error === undefined) return html`<p>Enter the code that the command line shows.</p>`;
  if (error.name === 'AbortedError') return html`<p role="alert">The sign-in is cancelled.</p>`;
  if (error.name === 'ExpiredError' || error.name === 'AlreadyUsedError')
    return html`<p role="alert">The code has ended. Begin the sign-in anew at the command line.</p>`;
  return html`<p role="alert">There is no sign-in with this code. Compare it with the one that the command line shows.</p>`;
};

/** The pages of the device flow (RFC 8628, 3.3). */
export const devicePages = {
  userCodeInputSource(context: Context, _form: string, _out: object | undefined, error?: { readonly name: string }) {
    const field = html`<p><label>Code <input type="text" name="user_code" autocomplete="off" autofocus></label></p>
<button type="submit">Continue</button>`;
    show(context, 'Sign in a command line', html`${problemIn(error)}${form(context, 'code_verification', field)}`);
  },
  userCodeConfirmSource(context: Context, _form: string, _client: object, _device: object, userCode: string) {
    const fields = html`<input type="hidden" name="user_code" value="${userCode}"><input type="hidden" name="confirm" value="yes">
<button type="submit" autofocus>Continue</button> <button type="submit" name="abort" value="yes">Cancel</button>`;
    const words = html`<p>Continue only if ${nameOf(context)} shows this code, and you started it:</p><p><code>${userCode}</code></p>`;
    show(context, 'Is this your code?', html`${words}${form(context, 'code_verification', fields)}`);
  },
  successSource(context: Context) {
    show(context, 'You are signed in', html`<p>Close this page and go back to the command line.</p>`);
  },
};

/** The pages of OpenID Connect RP-Initiated Logout 1.0. */
export const signOutPages = {
  logoutSource(context: Context) {
    const buttons = html`<button type="submit" name="logout" value="yes" autofocus>Sign out</button> <button type="submit">Stay</button>`;
    show(context, 'Do you want to sign out?', form(context, 'end_session_confirm', buttons));
  },
  postLogoutSuccessSource(context: Context) {
    show(context, 'You are signed out', html`<p>Close this page.</p>`);
  },
};
