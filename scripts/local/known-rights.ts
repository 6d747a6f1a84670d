import { Refusal } from '#local/refusal.ts';
import { roleScopes, scopes } from '#shared/authorization/scopes.ts';
import { nearMiss } from '#shared/core/near-miss.ts';

/** Returns roles that are separated by commas. Throws a Refusal that lists the roles if there is none of one name: it would give nothing. */
export function knownRoles(given: string): string {
  const roles = Object.keys(roleScopes);
  const unknown = given.split(',').find((name) => !roles.includes(name));
  if (unknown !== undefined) throw new Refusal(`There is no role ${unknown}.${question(unknown, roles)} Roles are ${roles.join(', ')}.`);
  return given;
}

/** Returns scopes that are separated by white space, by one space each. Throws a Refusal that names the first one that no operation asks for. */
export function knownScopes(given: string): string {
  const names = given.split(/\s+/).filter((name) => name !== '');
  if (names.length === 0) throw new Refusal('--scopes names no scope. Leave it out for those of an administrator.');
  const unknown = names.find((name) => !(scopes as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Refusal(`There is no scope ${unknown}.${question(unknown, scopes)} Scopes are ${scopes.join(', ')}.`);
  return names.join(' ');
}

const question = (name: string, known: readonly string[]): string => {
  const near = nearMiss(name, known);
  return near === undefined ? '' : ` Did you mean ${near}?`;
};
