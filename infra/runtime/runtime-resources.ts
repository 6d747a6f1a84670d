import { Aws } from 'aws-cdk-lib';

/** The names of what belongs to the Runtimes of a deployment, in one account. */
export interface RuntimeResources {
  /** The beginning of the names of everything in the stacks. */
  readonly named: string;
  /** Region of the stacks, or `*` for all. */
  readonly region: string;
  /** ARN of a resource of a service by its name, as in `table/compass-dev-runtime-*`. */
  readonly arn: (service: string, resource: string) => string;
  /** The same for services without Regions. */
  readonly global: (service: string, resource: string) => string;
}

export function runtimeResources(prefix: string, region: string): RuntimeResources {
  const arn = (service: string, where: string, resource: string) =>
    `arn:${Aws.PARTITION}:${service}:${where}:${Aws.ACCOUNT_ID}:${resource}`;
  return {
    named: `${prefix}-runtime-`,
    region,
    arn: (service, resource) => arn(service, region, resource),
    global: (service, resource) => arn(service, '', resource),
  };
}

/** The names of the service role and of the boundary. They do not begin as those of Runtimes do, so that the service role cannot change them. */
export const deployerNames = (prefix: string, controlPlaneRegion: string) => ({
  serviceRole: `${prefix}-stack-deployer-${controlPlaneRegion}`,
  permissionsBoundary: `${prefix}-stack-boundary-${controlPlaneRegion}`,
});
