import * as z from 'zod';

/** Values by the names of headers or query parameters. */
const valuesSchema = z.record(z.string(), z.array(z.string())).nullish();

/** A credential of another kind is an empty object in the view. */
const credentialSchema = z.union([
  z.object({ username: z.string(), password: z.string() }),
  z.object({ clientId: z.string(), clientSecret: z.string(), url: z.url() }),
  z.looseObject({}).transform(() => 'unsupported' as const),
]);

const authSchema = z.object({
  credential: credentialSchema.nullish(),
  additionalHeaders: valuesSchema,
  additionalQueryParams: valuesSchema,
});
export type Auth = z.infer<typeof authSchema>;

/** The fields of an Application in the view that this extension needs. */
export const applicationSchema = z.object({
  name: z.string(),
  bundles: z.array(
    z.object({
      apiDefinitions: z.array(z.object({ name: z.string(), targetURL: z.url() })),
      defaultInstanceAuth: authSchema.nullish(),
    }),
  ),
});
export type Application = z.infer<typeof applicationSchema>;

/** An API with the credentials that the Runtime was given for its bundle. */
export interface Api {
  readonly targetUrl: string;
  readonly auth: Auth | undefined;
}

/** Finds an API of an Application by the API's name. */
export function apiNamed(name: string, { bundles }: Application): Api | undefined {
  for (const { apiDefinitions, defaultInstanceAuth } of bundles) {
    const found = apiDefinitions.find((api) => api.name === name);
    if (found) return { targetUrl: found.targetURL, auth: defaultInstanceAuth ?? undefined };
  }
  return undefined;
}
