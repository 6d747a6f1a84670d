import { CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Takes resources of these types out of the templates: for emulators, which refuse a stack for a type that they do not know. */
export class LeaveOut implements IAspect {
  private readonly types: readonly string[];

  constructor(types: readonly string[]) {
    this.types = types;
  }

  visit(node: IConstruct): void {
    if (CfnResource.isCfnResource(node) && this.types.includes(node.cfnResourceType)) node.node.scope?.node.tryRemoveChild(node.node.id);
  }
}
