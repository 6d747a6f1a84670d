import { AgentError, isUnauthenticated, messageOf } from '../agent-error.ts';
import type { AgentConfiguration } from '../config.ts';
import { isExpired } from '../state/certificate.ts';
import { type Session, tokenDigest } from '../state/connection.ts';

/**
 * Returns true if the certificate does not work while the configuration holds a one-time token that has not been used yet. An unreachable
 * control plane does not count, unless the configuration names another one; while the certificate works no token is looked at.
 */
export function mayPairAgain(error: unknown, configuration: AgentConfiguration, session: Session, now: Date): boolean {
  if (!holdsFreshToken(configuration, session)) return false;
  const { tokenUrl } = session.connection;
  const moved = tokenUrl !== undefined && tokenUrl !== configuration.connectorUrl && isUnavailable(error);
  return moved || isUnauthenticated(error) || isExpired(session.identity, now);
}

/**
 * The error that tells what to do: nothing but a fresh token helps against a certificate that has expired. The error alone does not say it, because
 * a TLS connection that is refused may just look broken.
 */
export function withAdvice(error: unknown, configuration: AgentConfiguration, session: Session, now: Date): unknown {
  if (!isExpired(session.identity, now) || holdsFreshToken(configuration, session)) return error;
  // A clock that jumped makes every certificate look expired, the server's, too.
  if (error instanceof AgentError && error.kind === 'untrusted') return error;
  const token = configuration.token === undefined ? 'there is no TOKEN' : 'TOKEN has been used already';
  const advice = `the certificate has expired and ${token}; give a fresh one-time token (${messageOf(error)})`;
  return new AgentError('unauthenticated', advice, { cause: error });
}

const holdsFreshToken = ({ token }: AgentConfiguration, { connection }: Session): boolean =>
  token !== undefined && tokenDigest(token) !== connection.tokenDigest;

const isUnavailable = (error: unknown): boolean =>
  error instanceof AgentError && (error.kind === 'unavailable' || error.kind === 'untrusted');
