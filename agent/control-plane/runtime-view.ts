import * as z from 'zod';
import type { Application } from './application.ts';

/** The state of the configuration, as the control plane at `origin` names it. */
export const revisionSchema = z.object({
  origin: z.string(),
  etag: z.string(),
  /** The Runtime's labels in that state. */
  labels: z.record(z.string(), z.unknown()),
});
export type Revision = z.infer<typeof revisionSchema>;

/** An Application of the Runtime whose contents the control plane withholds. */
export const withheldSchema = z.object({ id: z.string(), name: z.string(), reason: z.string() });
export type Withheld = z.infer<typeof withheldSchema>;

export interface RuntimeView {
  readonly runtimeId: string;
  /** All of the Runtime's Applications except the withheld ones: a file whose Application is in neither list is removed. */
  readonly applications: readonly Application[];
  /** Applications that keep what was applied of them before. */
  readonly withheld?: readonly Withheld[] | undefined;
  /** Absent where the control plane does not tell. */
  readonly revision?: Revision | undefined;
}
