import { Aws, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { DriverName } from '#shared/provisioning/drivers/driver-names.ts';
import type { RuntimeTargets } from '#shared/provisioning/drivers/runtime-targets.ts';
import type { StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';
import type { deploymentParameters } from '#shared/provisioning/runtime-template-contract.ts';
import { type DriverStep, driverRights } from '../runtime/driver-rights.ts';
import { deployerNames, runtimeResources } from '../runtime/runtime-resources.ts';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import { acknowledgedPatterns, RuntimeDeployer } from './runtime-deployer.ts';
import type { Truststore } from './truststore.ts';

/** The template of Runtimes as the deployment publishes it. Keys are hashes of the content. */
interface PublishedTemplate {
  /** The bucket of template and code. */
  readonly codeBucket: string;
  readonly templateKey: string;
  readonly templateUrl: string;
  readonly parameters: Readonly<Record<keyof typeof deploymentParameters, string>>;
}

interface RuntimeDriversProps {
  readonly deployment: Deployment;
  readonly template: PublishedTemplate;
  readonly truststore: Truststore;
}

/** The driver's further variables may be missing, as on one machine. */
type Choice = { RUNTIME_DRIVERS: string };

/**
 * The runtime drivers of the deployment. The Provisioner's list, and the variables and rights of the tasks, come from here, so that they cannot differ.
 */
export class RuntimeDrivers extends Construct {
  private readonly choice: Choice & { RUNTIME_TARGETS: string };
  private readonly stacks: string;
  private readonly rights: ReturnType<typeof driverRights>;
  private readonly targetRoles: readonly string[];

  constructor(scope: Construct, id: string, { deployment, template, truststore }: RuntimeDriversProps) {
    super(scope, id);
    const { prefix, runtimeTargets } = deployment.settings;
    const drivers: readonly DriverName[] = ['cloudformation'];
    const names = deployerNames(prefix, Aws.REGION);
    const runtimes = runtimeResources(prefix, Aws.REGION);
    const codeObjects = [`arn:${Aws.PARTITION}:s3:::${template.codeBucket}/*`];
    const trusted = truststore.bucket.arnForObjects(truststore.key);
    const { serviceRoleArn } = new RuntimeDeployer(this, 'Deployer', {
      names,
      world: { runtimes, codeObjects, truststores: [trusted], hostedZones: ownZones(runtimeTargets) },
    });
    this.rights = driverRights({ runtimes, serviceRoleArn, codeObjects, truststore: trusted });
    this.targetRoles = rolesOf(runtimeTargets);
    this.choice = { RUNTIME_DRIVERS: drivers.join(','), RUNTIME_TARGETS: this.json(targetsOf(runtimeTargets)) };
    this.stacks = this.json(settingsOf(prefix, names, template, truststore));
  }

  /** The list of drivers, and the targets that their parameters may name. */
  choiceAccess(): Access<Choice> {
    return { environment: this.choice, statements: [] };
  }

  /** The variables of the drivers, with the rights of one of their steps. */
  access(step: DriverStep): Access<Choice> {
    const { choice, stacks, rights, targetRoles } = this;
    const sessions = targetRoles.length > 0 ? [allow(['sts:AssumeRole'], [...targetRoles])] : [];
    return {
      environment: { ...choice, RUNTIME_STACKS: stacks } as Choice,
      statements: [...rights[step].map((statement) => PolicyStatement.fromJson(statement)), ...sessions],
      wildcards: acknowledgedPatterns(this, rights[step]),
    };
  }

  private json(value: RuntimeTargets | StackSettings): string {
    return Stack.of(this).toJsonString(value);
  }
}

type Targets = Deployment['settings']['runtimeTargets'];

/** The zones of entries for the account of the control plane. Those of other accounts are the affair of the roles there. */
const ownZones = (targets: Targets): string[] => [
  ...new Set(
    targets
      .filter(({ role }) => role === undefined)
      .flatMap(({ hostedZones }) => hostedZones.map((zone) => `arn:${Aws.PARTITION}:route53:::hostedzone/${zone}`)),
  ),
];

const rolesOf = (targets: Targets): string[] => [
  ...new Set(targets.flatMap(({ account, role }) => (role === undefined ? [] : [`arn:${Aws.PARTITION}:iam::${account}:role/${role}`]))),
];

const targetsOf = (targets: Targets): RuntimeTargets => ({
  partition: Aws.PARTITION,
  own: { account: Aws.ACCOUNT_ID, region: Aws.REGION },
  targets: [...targets],
});

const settingsOf = (
  prefix: string,
  names: ReturnType<typeof deployerNames>,
  { codeBucket, templateKey, templateUrl, parameters }: PublishedTemplate,
  { bucket, key }: Truststore,
): StackSettings => ({
  partition: Aws.PARTITION,
  prefix,
  ...names,
  codeBucket,
  templateKey,
  templateUrl,
  truststore: { bucket: bucket.bucketName, key },
  parameters,
});
