import { AgentError, errorCode, messageOf } from '../agent-error.ts';

/** Parts of the codes of TLS alerts by which a server refuses a client certificate. */
const certificateAlerts = ['CERTIFICATE', 'UNKNOWN_CA', 'ACCESS_DENIED'];

interface FailedRequest {
  /** A URL that may be printed. */
  readonly where: string;
  readonly timedOut: boolean;
  /** The proxy that leads there. */
  readonly proxy: string | undefined;
}

/** The error of a request, in one line that says what to do where that is known. */
export function transportError(cause: unknown, { where, timedOut, proxy }: FailedRequest): AgentError {
  if (cause instanceof AgentError) return new AgentError(cause.kind, `${where}: ${cause.message}`, { cause });
  const way = proxy === undefined ? '' : ` through the proxy ${proxy}`;
  if (timedOut) return new AgentError('unavailable', `${where} did not answer in time${way}`, { cause });
  const refusal = certificateAlert(cause);
  if (refusal !== undefined) return new AgentError('unauthenticated', `${where} refused the client certificate (${refusal})`, { cause });
  return connectionError(`${where}${way}`, cause);
}

/** The error of a connection to a proxy. `name` is its URL without user and password. */
export function proxyError(name: string, cause: unknown): AgentError {
  const refusal = certificateAlert(cause);
  // Not `unauthenticated`: the control plane was not asked.
  if (refusal === undefined) return connectionError(`the proxy ${name}`, cause);
  const problem = `asks for a client certificate of its own (${refusal}), which is not sent`;
  return new AgentError('unavailable', `the proxy ${name} ${problem}`, { cause });
}

/** The code of a TLS alert by which the other side refuses the client certificate, or misses one. */
function certificateAlert(cause: unknown): string | undefined {
  const code = errorCode(cause) ?? '';
  return code.includes('ALERT') && certificateAlerts.some((alert) => code.includes(alert)) ? code : undefined;
}

function connectionError(where: string, cause: unknown): AgentError {
  const code = errorCode(cause) ?? '';
  const hint = hints[code];
  if (hint !== undefined) return new AgentError('untrusted', `${where} ${hint(code)}`, { cause });
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'EPROTO')
    return new AgentError('unavailable', `${where} does not answer by TLS (${code}); look at the scheme and the port`, { cause });
  if (code.startsWith('HPE_'))
    return new AgentError('unavailable', `${where} does not answer by HTTP (${code}); look at the scheme and the port`, { cause });
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
