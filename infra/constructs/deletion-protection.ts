import { CfnCondition, CfnParameter, type CfnResource, Fn } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/**
 * Refuses the deletion of single resources, also by hand. A parameter switches it off, since a rollback of the first deployment must be able to
 * delete what it made. `npm run aws -- deploy` and `destroy` set the parameter; without it the protection is on.
 */
export class DeletionProtection extends Construct {
  private readonly isOn: CfnCondition;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const parameter = new CfnParameter(this, 'Parameter', {
      description: 'Whether resources with data refuse to be deleted',
      allowedValues: ['on', 'off'],
      default: 'on',
    });
    parameter.overrideLogicalId('DeletionProtection');
    this.isOn = new CfnCondition(this, 'IsOn', { expression: Fn.conditionEquals(parameter.valueAsString, 'on') });
    this.isOn.overrideLogicalId('IsProtected');
  }

  guard(resource: CfnResource, property: string, { on, off }: { on: unknown; off: unknown }): void {
    resource.addPropertyOverride(property, Fn.conditionIf(this.isOn.logicalId, on, off));
  }
}
