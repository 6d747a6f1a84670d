import * as z from 'zod';
import { pageSchema } from './paging.ts';

/** Answers of the Director. Definitions and credentials pass through unchanged: they are meant for the Runtime's extensions. */
const definitionSchema = z.looseObject({ id: z.string(), name: z.string() });
type Definition = z.infer<typeof definitionSchema>;
export const definitionPageSchema = pageSchema(definitionSchema);

const fetchedBundleSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  apiDefinitions: definitionPageSchema,
  eventDefinitions: definitionPageSchema,
});
export type FetchedBundle = z.infer<typeof fetchedBundleSchema>;
export const bundlePageSchema = pageSchema(fetchedBundleSchema);

/** An Application without bundles has been withheld by the Director; `error` has the reason. */
const fetchedApplicationSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  bundles: bundlePageSchema.nullish(),
  error: z.string().nullish(),
});
export type FetchedApplication = z.infer<typeof fetchedApplicationSchema>;
const applicationPageSchema = pageSchema(fetchedApplicationSchema);

/** One page of a Runtime's configuration; the Runtime itself comes with the first. */
export const configurationPageSchema = z.object({
  runtime: z.object({ labels: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  applicationsForRuntime: applicationPageSchema.nullish(),
});
export type ConfigurationPage = z.infer<typeof configurationPageSchema>;

/** An Application as the Runtime gets it: the same with lists in place of pages. */
export interface Bundle {
  readonly id: string;
  readonly name: string;
  readonly apiDefinitions: readonly Definition[];
  readonly eventDefinitions: readonly Definition[];
  readonly [field: string]: unknown;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly bundles: readonly Bundle[];
  readonly [field: string]: unknown;
}
