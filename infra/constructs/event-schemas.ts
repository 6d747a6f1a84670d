import { CfnRegistry, CfnSchema } from 'aws-cdk-lib/aws-eventschemas';
import { Construct } from 'constructs';
import { sourceOf } from '#shared/events/event-catalogue.ts';
import { eventEnvelopeSchema } from '#shared/events/event-envelope-schema.ts';
import { detailTypes } from '#shared/events/event-json-schema.ts';
import type { Deployment } from './deployment.ts';

/** The schemas of all domain events in EventBridge's registry, where listeners find them and have code made of them. */
export class EventSchemas extends Construct {
  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    const registry = new CfnRegistry(this, 'Registry', { registryName: `${settings.prefix}-events`, description: 'Domain events' });
    for (const detailType of detailTypes) {
      new CfnSchema(this, detailType, {
        registryName: registry.attrRegistryName,
        schemaName: `${sourceOf(detailType)}@${detailType}`,
        type: 'JSONSchemaDraft4',
        content: JSON.stringify(eventEnvelopeSchema(detailType)),
      });
    }
  }
}
