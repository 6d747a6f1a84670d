import { AgentError, type AgentErrorKind } from './agent-error.ts';

/** Codes that the process ends with; the README explains them. */
export const exitCodes = { done: 0, failed: 1, misconfigured: 2, tokenNeeded: 3, folderInUse: 4 } as const;

const codes: Readonly<Partial<Record<AgentErrorKind, number>>> = {
  misconfigured: exitCodes.misconfigured,
  unauthenticated: exitCodes.tokenNeeded,
  occupied: exitCodes.folderInUse,
};

export function exitCodeOf(error: unknown): number {
  return (error instanceof AgentError ? codes[error.kind] : undefined) ?? exitCodes.failed;
}
