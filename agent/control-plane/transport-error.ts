import { AgentError, errorCode, messageOf } from '../agent-error.ts';

/** Parts of the codes of TLS alerts by which a server refuses a client certificate. */
const certificateAlerts = ['CERTIFICATE', 'UNKNOWN_CA', 'ACCESS_DENIED'];

/** The error of a request, in one line that says what to do where that is known. `where` is a URL that may be printed. */
export function transportError(where: string, cause: unknown, timedOut: boolean): AgentError {
  if (cause instanceof AgentError) return new AgentError(cause.kind, `${where}: ${cause.message}`, { cause });
  if (timedOut) return new AgentError('unavailable', `${where} did not answer in time`, { cause });
  const code = errorCode(cause) ?? '';
  if (code.includes('ALERT') && certificateAlerts.some((alert) => code.includes(alert))) {
    return new AgentError('unauthenticated', `${where} refused the client certificate (${code})`, { cause });
  }
  const hint = hints[code];
  if (hint !== undefined) return new AgentError('untrusted', `${where} ${hint(code)}`, { cause });
  return new AgentError('unavailable', `${where} cannot be reached (${code || messageOf(cause)})`, { cause });
}

const untrusted = (code: string): string => `presents a certificate that is not trusted (${code}); name its CA with --ca`;
const outOfTime = (code: string): string =>
  `presents a certificate that is not valid now (${code}); look at the clock of this machine, too`;
const otherName = (code: string): string => `presents a certificate for another name (${code}); look at the address`;

const hints: Readonly<Record<string, ((code: string) => string) | undefined>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  CERT_NOT_YET_VALID: outOfTime,
  CERT_HAS_EXPIRED: outOfTime,
  ERR_TLS_CERT_ALTNAME_INVALID: otherName,
};
