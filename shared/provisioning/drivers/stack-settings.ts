import * as z from 'zod';

/** The published template and code of Runtimes in a Region. Lambda loads code from buckets of its own Region only. */
const location = z.object({ templateUrl: z.url(), codeBucket: z.string().min(1) });

/** The settings of the driver `cloudformation`, as the deployment of the control plane publishes them. */
export const stackSettings = z.object({
  /** Partition of the Regions, as in `aws` or `aws-cn`. */
  partition: z.string().min(1),
  /** The prefix of the deployment, with which the names of stacks begin. */
  prefix: z.string().min(1),
  /** The names of the service role and of the permissions boundary; they are the same in every account. */
  serviceRole: z.string().min(1),
  permissionsBoundary: z.string().min(1),
  /** By Region. */
  locations: z.record(z.string(), location),
  /** Parameters of the template that are the same for all Runtimes. */
  parameters: z.record(z.string(), z.string()),
});

export type StackSettings = z.output<typeof stackSettings>;
