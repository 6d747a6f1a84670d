import type { ClientSettings } from '../client-settings.ts';
import type { StageOfCommand } from '../stage.ts';

/** `todo` keeps a deployment from succeeding or from being of use; `note` does not. */
export interface Finding {
  readonly verdict: 'ok' | 'note' | 'todo';
  readonly what: string;
  /** The action that a person should take. */
  readonly advice?: string;
}

/** The account and Region that the environment's credentials lead to. */
export interface Ground {
  readonly account: string;
  readonly region: string;
  readonly stage: StageOfCommand;
  readonly clients: ClientSettings;
}

export type Check = (ground: Ground) => Promise<Finding[]>;

export const ok = (what: string): Finding => ({ verdict: 'ok', what });
export const note = (what: string, advice: string): Finding => ({ verdict: 'note', what, advice });
export const todo = (what: string, advice: string): Finding => ({ verdict: 'todo', what, advice });

/** Returns true for an error, of any service, that says that what was asked for does not exist. */
export const isMissing = (error: unknown): boolean => error instanceof Error && /NotFound|NoSuch|NotExist/.test(error.name);
