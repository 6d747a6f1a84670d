/** Tokens of the signed-in user. They stay in this tab: its session storage ends with it, and no other tab reads it. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Milliseconds since 1970; undefined if the issuer does not say. */
  readonly expiresAt: number | undefined;
}

/** A sign-in that was begun: what proves that its answer belongs to this tab, and where the user was. */
interface BegunSignIn {
  readonly verifier: string;
  readonly state: string;
  readonly place: string;
}

const sessionKey = 'compass.session';
const signInKey = 'compass.sign-in';
const tenantKey = 'compass.tenant';

export const readSession = (): Tokens | undefined => read<Tokens>(sessionKey);
export const writeSession = (tokens: Tokens): void => sessionStorage.setItem(sessionKey, JSON.stringify(tokens));
export const forgetSession = (): void => sessionStorage.removeItem(sessionKey);

export const writeSignIn = (begun: BegunSignIn): void => sessionStorage.setItem(signInKey, JSON.stringify(begun));

/** The sign-in that was begun in this tab. It is forgotten, because its answer counts once. */
export function takeSignIn(): BegunSignIn | undefined {
  const begun = read<BegunSignIn>(signInKey);
  sessionStorage.removeItem(signInKey);
  return begun;
}

export const readTenant = (): string | undefined => read<string>(tenantKey);
export const writeTenant = (tenant: string): void => sessionStorage.setItem(tenantKey, JSON.stringify(tenant));

function read<Value>(key: string): Value | undefined {
  const text = sessionStorage.getItem(key);
  return text === null ? undefined : (JSON.parse(text) as Value);
}
