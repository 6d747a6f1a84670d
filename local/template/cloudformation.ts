import * as z from 'zod';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const template = z.object({
  Resources: z.record(z.string(), resource).default({}),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() })).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
});

/** The parts of CloudFormation templates that the runner reads, by stack name. */
export const templatesSchema = z.record(z.string(), template);

type CfnResource = z.infer<typeof resource>;
export type Templates = z.infer<typeof templatesSchema>;

/** A resource with its stack and logical id. */
export interface Located {
  readonly stack: string;
  readonly logicalId: string;
  readonly resource: CfnResource;
}

/** Every resource of the given type, in all stacks. */
export const resourcesOfType = (templates: Templates, ...types: readonly string[]): Located[] =>
  Object.entries(templates).flatMap(([stack, { Resources }]) =>
    Object.entries(Resources)
      .filter(([, { Type }]) => types.includes(Type))
      .map(([logicalId, found]) => ({ stack, logicalId, resource: found })),
  );
