import { type LocalDescription, tenants } from '#local/local-description.ts';
import { readFileIfPresent } from '#local/private-file.ts';
import { Refusal } from '#local/refusal.ts';

/**
 * Checks that a tenant exists: from the start, or written by an operator, which only the running system knows.
 * @param description path of the running system's `local.json`
 * @param operatorToken mints a token of an operator of the first tenant, which sees what was written of every other
 * @throws Refusal that says which tenants there are, if it does not exist or the system that could tell does not run
 */
export async function checkTenant(tenant: string, description: string, operatorToken: () => Promise<string>): Promise<void> {
  if ((tenants as readonly string[]).includes(tenant)) return;
  const running = await readFileIfPresent(description);
  const known = `From the start there are ${tenants.join(' and ')}`;
  if (running === undefined) throw new Refusal(`${known}. Start the system, which knows the others, to have a token of ${tenant}.`);
  if (!(await isWritten(tenant, JSON.parse(running), await operatorToken())))
    throw new Refusal(`There is no tenant ${tenant}. ${known}; an operator adds others by writeTenants.`);
}

async function isWritten(id: string, { directorUrl }: LocalDescription, token: string): Promise<boolean> {
  const query = 'query ($id: ID!) { tenant: tenantByExternalID(id: $id) { id } }';
  const answer = await fetch(directorUrl, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, tenant: tenants[0], 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { id } }),
    signal: AbortSignal.timeout(10_000),
  }).catch((error: unknown) => {
    throw new Refusal(`The system that should know tenant ${id} does not answer at ${directorUrl}: ${error}`);
  });
  const { data } = (await answer.json()) as { readonly data?: { readonly tenant?: object | null } | null };
  return Boolean(data?.tenant);
}
