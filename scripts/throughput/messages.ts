/** A request, to be sent over HTTP or handed to a function. */
export interface WireRequest {
  readonly function: 'director' | 'connector';
  /** Method and path with variables, as the API has it: `GET /runtimes/{id}/configuration`. */
  readonly route: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The client certificate of a Runtime. Without it the request goes to the API without client certificates. */
  readonly identity?: { readonly key: string; readonly certificateChain: string };
}

export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly body: string;
}

/** Sends requests one after the other. Throws unless each is answered without an error. */
export type Send = (requests: readonly WireRequest[]) => Promise<readonly Answer[]>;

/** The first message of a system that runs. */
export interface Started<Description> {
  readonly description: Description;
  readonly environment: Readonly<Record<string, string>>;
}

/** Events to hand to a function one after the other. */
export interface Batch {
  readonly function: WireRequest['function'];
  readonly events: readonly unknown[];
}

export interface Served {
  readonly answers: readonly Answer[];
  /** Milliseconds of each. */
  readonly times: readonly number[];
  /** Milliseconds of CPU of the process, for all of them. */
  readonly cpu: number;
  /** HTTP requests of the function, which are its calls to AWS. */
  readonly calls: number;
}
