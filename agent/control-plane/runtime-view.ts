import * as z from 'zod';
import type { Application } from './application.ts';

/** Which state of the configuration this is, in the words of the control plane at `origin`. */
export const revisionSchema = z.object({
  origin: z.string(),
  etag: z.string(),
  /** The Runtime's labels in that state. */
  labels: z.record(z.string(), z.unknown()),
});
export type Revision = z.infer<typeof revisionSchema>;

export interface RuntimeView {
  readonly runtimeId: string;
  /** All of the Runtime's Applications: a file whose Application is not among them is removed. */
  readonly applications: readonly Application[];
  /** Absent where the control plane does not tell. */
  readonly revision?: Revision | undefined;
}
