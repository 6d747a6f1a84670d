import type { OwnerKind } from '../core/actor.ts';
import type { IssuedToken } from './issue-one-time-token.ts';

/** The original's notation of an absent time. */
const never = '0001-01-01T00:00:00Z';

/** The data for pairing an Application or Runtime: the token, its URL, and both as one text. */
export function pairingData({ token, createdAt, expiresAt }: IssuedToken, kind: OwnerKind, connectorURL: string) {
  const type = kind === 'application' ? 'Application' : 'Runtime';
  const raw = JSON.stringify({
    token,
    connectorURL,
    used: false,
    expiresAt,
    createdAt,
    usedAt: never,
    type,
    ...(kind === 'application' ? { scenario_groups: null } : {}),
  });
  return { token, connectorURL, used: false, createdAt, expiresAt, raw, rawEncoded: Buffer.from(raw).toString('base64') };
}
