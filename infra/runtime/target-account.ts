import {
  App,
  Aws,
  CfnCondition,
  CfnOutput,
  CfnParameter,
  type CfnResource,
  DefaultStackSynthesizer,
  Fn,
  RemovalPolicy,
  Stack,
} from 'aws-cdk-lib';
import { AccountPrincipal, CfnManagedPolicy, CfnRole, PolicyDocument, Role } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { codeBucketOf, truststoreKeyOf } from '#shared/provisioning/drivers/stack-settings.ts';
import { RuntimeDeployer } from '../constructs/runtime-deployer.ts';
import { driverRights } from './driver-rights.ts';
import { deployerNames, runtimeResources } from './runtime-resources.ts';
import { allow, distinct, type Statement } from './statement.ts';

const descriptions = {
  Prefix: 'Prefix of the control plane: compass-<stage>',
  ControlPlaneAccount: 'Account of the control plane',
  ControlPlaneRegion: 'Region of the control plane',
  Tenant: 'Id of the tenant whose Runtimes this account takes. Sessions for another tenant are refused',
  RoleName: 'Name of the role that the driver takes on: that of runtimeTargets',
  MainRegion: 'The one Region in which this stack makes the roles. In every other one it makes the bucket of the code alone',
  HostedZoneArns: 'ARNs of the Route 53 zones in which events gateways may have addresses, separated by commas',
} as const;

/**
 * The stack of an account that takes the Runtimes of a tenant: the role of the driver, the service role with its boundary, and in each Region a bucket for
 * the code. It needs no bootstrap, since it has no assets.
 */
function targetAccountStack(app: App): Stack {
  const stack = new Stack(app, 'target-account', {
    synthesizer: new DefaultStackSynthesizer({ generateBootstrapVersionRule: false }),
    description: 'Lets a Compass control plane build the Runtimes of a tenant in this account',
  });
  const parameter = (name: keyof typeof descriptions, more: { default?: string; type?: string; allowedPattern?: string } = {}) =>
    new CfnParameter(stack, name, { description: descriptions[name], ...more });
  const prefix = parameter('Prefix', { allowedPattern: 'compass-[a-z][a-z0-9-]{0,19}' }).valueAsString;
  const controlPlane = parameter('ControlPlaneAccount', { allowedPattern: '[0-9]{12}' }).valueAsString;
  const controlPlaneRegion = parameter('ControlPlaneRegion').valueAsString;
  const tenant = parameter('Tenant', { allowedPattern: '[A-Za-z0-9][A-Za-z0-9._-]{1,127}' }).valueAsString;
  const roleName = parameter('RoleName', { default: 'CompassRuntimeDeployer' }).valueAsString;
  const mainRegion = parameter('MainRegion').valueAsString;
  const none = 'arn:aws:route53:::hostedzone/NONE';
  const hostedZones = parameter('HostedZoneArns', { type: 'CommaDelimitedList', default: none }).valueAsList;

  const names = deployerNames(prefix, controlPlaneRegion);
  const runtimes = runtimeResources(prefix, '*');
  const code = `arn:${Aws.PARTITION}:s3:::${codeBucketOf(prefix, Aws.ACCOUNT_ID, '*')}`;
  const objects = [`${code}/*`];
  const deployer = new RuntimeDeployer(stack, 'Deployer', {
    names,
    world: { runtimes, codeObjects: objects, truststores: [`${code}/${truststoreKeyOf('*')}`], hostedZones },
  });
  const rights = driverRights({ runtimes, serviceRoleArn: deployer.serviceRoleArn, codeObjects: objects });
  const role = new Role(stack, 'Driver', {
    roleName,
    description: 'The runtime driver of the control plane takes it on, for one tenant',
    assumedBy: new AccountPrincipal(controlPlane).withConditions({
      StringEquals: { 'sts:ExternalId': tenant },
      ArnLike: { 'aws:PrincipalArn': `arn:${Aws.PARTITION}:iam::${controlPlane}:role/${prefix}-*` },
    }),
    inlinePolicies: {
      Runtimes: PolicyDocument.fromJson({
        Version: '2012-10-17',
        Statement: distinct([...Object.values(rights).flat(), ...copying(code)]),
      }),
    },
  });
  onlyIn(mainRegion, stack);
  new Bucket(stack, 'Code', {
    bucketName: codeBucketOf(prefix, Aws.ACCOUNT_ID, Aws.REGION),
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
  });
  new CfnOutput(stack, 'DriverRoleName', { value: role.roleName }).condition = isMain(stack);
  return stack;
}

/** Copies of the code, of which the driver must know whether they exist. */
const copying = (bucket: string): Statement[] => [
  allow(['s3:GetObject', 's3:PutObject'], [`${bucket}/*`]),
  allow(['s3:ListBucket'], [bucket]),
];

const conditionId = 'IsMainRegion';
const isMain = (stack: Stack): CfnCondition => stack.node.findChild(conditionId) as CfnCondition;

/** Makes the roles and policies, which all Regions share, in one Region alone. */
function onlyIn(mainRegion: string, stack: Stack): void {
  const condition = new CfnCondition(stack, conditionId, { expression: Fn.conditionEquals(Aws.REGION, mainRegion) });
  const shared = stack.node.findAll().filter((one): one is CfnResource => one instanceof CfnRole || one instanceof CfnManagedPolicy);
  for (const resource of shared) resource.cfnOptions.condition = condition;
}

/** The template of a target account, as it is published. */
export function targetAccountTemplate(): Record<string, unknown> {
  const app = new App({ analyticsReporting: false, treeMetadata: false });
  const { stackName } = targetAccountStack(app);
  return app.synth().getStackByName(stackName).template;
}
