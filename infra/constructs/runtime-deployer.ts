import { Stack, Validations } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { boundaryPolicy, type DeployerWorld, deployerPolicy } from '../runtime/deployer-rights.ts';
import type { deployerNames } from '../runtime/runtime-resources.ts';
import type { Statement } from '../runtime/statement.ts';

interface RuntimeDeployerProps {
  readonly names: ReturnType<typeof deployerNames>;
  readonly world: Omit<DeployerWorld, 'boundaryArn'>;
}

/** The role by which CloudFormation acts on stacks of Runtimes, and the bound of every role that it makes. */
export class RuntimeDeployer extends Construct {
  readonly serviceRoleArn: string;

  constructor(scope: Construct, id: string, { names, world }: RuntimeDeployerProps) {
    super(scope, id);
    const boundaryArn = world.runtimes.global('iam', `policy/${names.permissionsBoundary}`);
    const bound = boundaryPolicy(world.runtimes);
    const boundary = new ManagedPolicy(this, 'Boundary', {
      managedPolicyName: names.permissionsBoundary,
      description: 'Bound of the roles of Runtimes',
      document: PolicyDocument.fromJson({ Version: '2012-10-17', Statement: bound }),
    });
    const rights = deployerPolicy({ ...world, boundaryArn });
    const role = new Role(this, 'Role', {
      roleName: names.serviceRole,
      description: 'CloudFormation makes, changes and removes the stacks of Runtimes by it',
      assumedBy: new ServicePrincipal('cloudformation.amazonaws.com'),
      inlinePolicies: { Runtimes: PolicyDocument.fromJson({ Version: '2012-10-17', Statement: rights }) },
    });
    role.node.addDependency(boundary);
    acknowledgePatterns(boundary, bound);
    acknowledgePatterns(role, rights);
    this.serviceRoleArn = world.runtimes.global('iam', `role/${names.serviceRole}`);
  }
}

function acknowledgePatterns(construct: Construct, statements: readonly Statement[]): void {
  for (const { resource, reason } of acknowledgedPatterns(construct, statements)) {
    Validations.of(construct).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  }
}

/** The patterns of allowed resources: Runtimes have in common how their names begin, and nothing else. */
export function acknowledgedPatterns(
  scope: Construct,
  statements: readonly Statement[],
): { readonly resource: string; readonly reason: string }[] {
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Resource = [] }) => Stack.of(scope).resolve(Resource));
  const patterns = new Set(allowed.map(nameOf).filter((name) => name.includes('*')));
  const reason = 'The names of what belongs to Runtimes begin alike; what has no name of ours is told apart by its tag.';
  return [...patterns].map((resource) => ({ resource, reason }));
}

/** The resource as the rules of AWS Solutions name it. */
function nameOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [operator, operand] = Object.entries(value)[0] ?? [];
  if (operator === 'Fn::Join') return (operand[1] as unknown[]).map(nameOf).join(operand[0]);
  if (operator === 'Fn::Sub') return String(operand).replace(/\$\{([\w:]+)\}/g, '<$1>');
  return `<${operand}>`;
}
