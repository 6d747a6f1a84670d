import type { IncomingMessage, ServerResponse } from 'node:http';
import { roleScopes } from '#shared/authorization/scopes.ts';
import { isTenantId } from '#shared/core/tenant-id.ts';
import { readBody } from '../../http-server.ts';
import { tenants } from '../../local-description.ts';
import { html, page } from '../../page.ts';
import { accountId, groupsOf } from '../issuer-facts.ts';
import { clientNames } from './clients.ts';
import type { Interaction, Provider } from './oidc-provider.d.ts';
import { isOfSameUser } from './peer.ts';
import { groupsResource } from './provider.ts';

const maxBodyBytes = 16 * 1024;
const maxTenants = 50;
const roles = Object.keys(roleScopes);

/** Shows the page where the developer chooses who to be: tenants and roles, no password. */
export async function showSignIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const interaction = await interactionOf(provider, request, response);
  if (interaction) send(response, 200, form(interaction));
}

/** Signs in by what was sent from that page. */
export async function answerSignIn(provider: Provider, origin: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = await refusalOf(origin, request);
  if (refusal) return send(response, 403, page('You cannot sign in like this', html`<p role="alert">${refusal}</p>`));
  const body = await readBody(request, maxBodyBytes);
  const interaction = await interactionOf(provider, request, response);
  if (!interaction) return;
  const given = new URLSearchParams(body?.toString());
  if (given.has('cancel')) {
    const result = { error: 'access_denied', error_description: 'The user did not sign in.' };
    return await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }
  const chosen = chosenIn(given);
  if (typeof chosen === 'string') return send(response, 400, form(interaction, chosen));
  const result = { login: { accountId, remember: false }, consent: { grantId: await grant(provider, interaction, chosen) } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function interactionOf(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch (error) {
    if (!(error instanceof Error && error.name === 'SessionNotFound')) throw error;
    send(response, 400, page('This sign-in has ended', html`<p role="alert">Begin it anew where you came from.</p>`));
    return undefined;
  }
}

/** Says why a form is not from the page of this issuer in a browser of this user; undefined if it is. */
async function refusalOf(origin: string, request: IncomingMessage): Promise<string | undefined> {
  if (request.headers.origin !== origin) return `The form was not sent by a page of ${origin}.`;
  if (!(await isOfSameUser(request.socket))) return 'The browser runs as another user of this machine than the system.';
  return undefined;
}

interface Chosen {
  readonly tenants: readonly string[];
  readonly roles: readonly string[];
}

/** Reads the form. Answers what is wrong with it as text. */
function chosenIn(given: URLSearchParams): Chosen | string {
  const others = (given.get('others') ?? '').split(/[\s,]+/).filter((id) => id !== '');
  const ids = [...new Set([...given.getAll('tenant'), ...others])];
  const wrong = ids.find((id) => !isTenantId(id));
  if (wrong !== undefined)
    return `"${wrong.slice(0, 128)}" is no id of a tenant: letters, digits, dots, dashes and underscores, 128 at most.`;
  if (ids.length === 0) return 'Choose a tenant at least.';
  if (ids.length > maxTenants) return `Choose ${maxTenants} tenants at most.`;
  const names = given.getAll('role');
  const unknown = names.find((role) => !roles.includes(role));
  if (unknown !== undefined) return `There is no role "${unknown.slice(0, 128)}". Roles are ${roles.join(', ')}.`;
  return { tenants: ids, roles: names };
}

/** Records what the client may do in the name of the user. Answers the id of the record. */
function grant(provider: Provider, { params }: Interaction, chosen: Chosen): Promise<string> {
  const given = new provider.Grant({ accountId, clientId: params.client_id ?? '' });
  given.addOIDCScope(params.scope ?? 'openid');
  given.addResourceScope(groupsResource, groupsOf(chosen.tenants, chosen.roles).join(' '));
  return given.save();
}

function form({ params }: Interaction, problem?: string): string {
  const boxes = (name: string, values: readonly string[], checked: readonly string[]) =>
    values.map((value) =>
      checked.includes(value)
        ? html`<label><input type="checkbox" name="${name}" value="${value}" checked> ${value}</label>`
        : html`<label><input type="checkbox" name="${name}" value="${value}"> ${value}</label>`,
    );
  return page(
    'Sign in to Compass',
    html`<p>This system runs on your machine, for development. Choose who ${clientNames[params.client_id ?? ''] ?? ''} acts as.</p>
${problem === undefined ? '' : html`<p role="alert">${problem}</p>`}
<form method="post">
<fieldset><legend>Tenants</legend>${boxes('tenant', tenants, tenants)}
<label>Others, with blanks between <input type="text" name="others" autocomplete="off"></label></fieldset>
<fieldset><legend>Roles</legend>${boxes('role', roles, ['admin'])}</fieldset>
<button type="submit">Sign in</button> <button type="submit" name="cancel" value="yes">Cancel</button>
</form>`,
  );
}

const send = (response: ServerResponse, status: number, content: string): void => {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(content);
};
