import * as z from 'zod';

/** What can have a text of its own. */
export const textOwnerKinds = ['API', 'EVENT', 'DOCUMENT'] as const;
export type TextOwnerKind = (typeof textOwnerKinds)[number];

export const textEvents = {
  SpecificationFetchRequested: z.object({
    applicationId: z.string(),
    bundleId: z.string().optional().describe('Absent for a definition that stands in no bundle.'),
    ownerKind: z.enum(textOwnerKinds),
    ownerId: z.string().describe('Of the definition or document.'),
    fetchRequestId: z.string().describe('Another one each time it is to be fetched.'),
  }),
  SpecificationReleased: z.object({
    applicationId: z.string(),
    ownerId: z.string().describe('Of the definition or document that had the text.'),
    objectKey: z.string().describe('The object in the bucket of specifications that nothing points to any more.'),
  }),
} as const;
