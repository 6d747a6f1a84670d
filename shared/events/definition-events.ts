import * as z from 'zod';

const bundle = z.object({ applicationId: z.string(), bundleId: z.string(), name: z.string() });
const definition = z.object({
  applicationId: z.string(),
  bundleId: z.string().optional().describe('Absent for a definition that stands in no bundle.'),
  name: z.string(),
});
const apiDefinition = definition.extend({ apiDefinitionId: z.string() });
const eventDefinition = definition.extend({ eventDefinitionId: z.string() });

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
