/** A stream that text is written to. */
export interface TextOutput {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** The parts of the process and its machine that commands use. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The current folder. */
  readonly folder: string;
  /** The home folder of the user. */
  readonly home: string;
  readonly stdout: TextOutput;
  readonly stderr: TextOutput;
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean | undefined };
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Opens a page in the browser, if there is one. */
  readonly openPage: (url: URL) => void;
  /** Aborted when the user interrupts the command. */
  readonly signal: AbortSignal;
}
