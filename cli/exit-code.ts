import { CliError, type CliErrorKind } from './cli-error.ts';

/** Codes that the process ends with; docs/cli.md explains them. */
export const exitCodes = { done: 0, failed: 1, usage: 2, signIn: 3, notFound: 4, unavailable: 5, interrupted: 130 } as const;

const codes: Readonly<Record<CliErrorKind, number>> = {
  failed: exitCodes.failed,
  usage: exitCodes.usage,
  'sign-in': exitCodes.signIn,
  'not-found': exitCodes.notFound,
  unavailable: exitCodes.unavailable,
};

export const exitCodeOf = (error: unknown): number => (error instanceof CliError ? codes[error.kind] : exitCodes.failed);
