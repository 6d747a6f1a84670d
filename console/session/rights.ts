import { roleScopes } from './role-scopes.ts';

/** Rights of the signed-in user, as the access token names them. The APIs decide; the console offers only what they will allow. */
export interface Rights {
  readonly user: string;
  readonly tenants: readonly string[];
  readonly roles: readonly string[];
  readonly scopes: ReadonlySet<string>;
}

type Claims = Readonly<Record<string, unknown>>;

const groupsClaimByDefault = 'cognito:groups';

/** The rights that the claims of an access token give: groups `tenant/<id>` and `role/<name>`, and the claim `scope`. */
export function rightsOf(claims: Claims, groupsClaim = groupsClaimByDefault): Rights {
  const groups = textsOf(claims[groupsClaim]);
  const roles = named(groups, 'role');
  const ownScopes = typeof claims.scope === 'string' ? claims.scope.split(' ').map(withoutServer) : [];
  return {
    user: [claims.username, claims.email, claims.sub].find((name) => typeof name === 'string') ?? 'user',
    tenants: [...new Set(named(groups, 'tenant'))],
    roles,
    scopes: new Set([...roles.flatMap((role) => (Object.hasOwn(roleScopes, role) ? (roleScopes[role] ?? []) : [])), ...ownScopes]),
  };
}

/** The claims of a token in the form of RFC 7519. Its signature is not checked here: the APIs do that at each call. */
export function claimsOf(token: string): Claims {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.codePointAt(0) ?? 0);
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
}

/** A scope without the name of its resource server, which the identity provider of a deployment puts before it. */
const withoutServer = (scope: string): string => scope.slice(scope.lastIndexOf('/') + 1);

const named = (groups: readonly string[], kind: string): string[] =>
  groups.filter((group) => group.startsWith(`${kind}/`)).map((group) => group.slice(kind.length + 1));

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);
