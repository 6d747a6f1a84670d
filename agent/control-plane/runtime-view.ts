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

/** An Application of the Runtime whose contents the control plane does not answer. */
export const withheldSchema = z.object({ id: z.string(), name: z.string(), reason: z.string() });
export type Withheld = z.infer<typeof withheldSchema>;

export interface RuntimeView {
  readonly runtimeId: string;
  /** All of the Runtime's Applications but those that are withheld: a file whose Application is in neither list is removed. */
  readonly applications: readonly Application[];
  /** What was applied of these stays as it is. */
  readonly withheld?: readonly Withheld[] | undefined;
  /** Absent where the control plane does not tell. */
  readonly revision?: Revision | undefined;
}
