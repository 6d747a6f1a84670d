import * as z from 'zod';

/** The settings of the driver `cloudformation`, as the deployment of the control plane publishes them. */
export const stackSettings = z.object({
  /** Partition of the Regions, as in `aws` or `aws-cn`. */
  partition: z.string().min(1),
  /** The prefix of the deployment, with which the names of stacks begin. */
  prefix: z.string().min(1),
  /** The names of the service role and of the permissions boundary; they are the same in every account. */
  serviceRole: z.string().min(1),
  permissionsBoundary: z.string().min(1),
  /** The bucket of the control plane with template and code. Keys are hashes of the content. */
  codeBucket: z.string().min(1),
  templateKey: z.string().min(1),
  templateUrl: z.url(),
  /** The object of the control plane with the certificates that sign client certificates. */
  truststore: z.object({ bucket: z.string().min(1), key: z.string().min(1) }),
  /** Parameters of the template that are the same for all Runtimes. */
  parameters: z.record(z.string(), z.string()),
});

/** The bucket with template and code in another account: 61 of 63 characters at most. Lambda loads code from buckets of its own Region only. */
export const codeBucketOf = (prefix: string, account: string, region: string): string => `${prefix}-code-${account}-${region}`;

/** The copy of a version of the truststore in the bucket of another account. */
export const truststoreKeyOf = (version: string): string => `truststore-${version}.pem`;

export type StackSettings = z.output<typeof stackSettings>;
