import { z } from 'zod';

const bundle = z.object({ applicationId: z.string(), bundleId: z.string(), name: z.string() });
const apiDefinition = bundle.extend({ apiDefinitionId: z.string() });
const eventDefinition = bundle.extend({ eventDefinitionId: z.string() });

export const definitionEvents = {
  BundleAdded: bundle,
  BundleUpdated: bundle,
  BundleDeleted: bundle,
  ApiDefinitionAdded: apiDefinition,
  ApiDefinitionUpdated: apiDefinition,
  ApiDefinitionDeleted: apiDefinition,
  EventDefinitionAdded: eventDefinition,
  EventDefinitionUpdated: eventDefinition,
  EventDefinitionDeleted: eventDefinition,
} as const;
