import type { LocalDescription } from '#local/local-description.ts';

/** A task of a client in another language at a running system. */
export interface ClientCheck {
  /** Language or tool, and the subject: `Go: certificates`. */
  readonly name: string;
  /** Commands that the check runs. Without one of them the check is left out, with a line that says so. */
  readonly commands: readonly string[];
  /** Returns a description of what was checked. Throws an error that says what is wrong. */
  readonly run: (use: CheckUse) => Promise<string>;
}

export interface CheckUse {
  readonly system: LocalDescription;
  /** An empty folder for the files of this check. */
  readonly folder: string;
}
