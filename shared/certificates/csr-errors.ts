import { AppError } from '../core/errors.ts';

/** Error for a request for a certificate that breaks a rule. */
export const csrInvalid = (why: string, cause?: unknown): AppError =>
  new AppError('CsrInvalid', `Error while signing Certificate Signing Request: ${why}`, { cause });

/** Error for a CSR with another key than the one that the one-time token is bound to. */
export const boundToAnotherKey = (): AppError => csrInvalid('CSR: the one-time token is bound to another key.');
