import * as z from 'zod';
import { AppError } from '#shared/core/errors.ts';
import { optional } from '#shared/core/validate.ts';

const filled = (message: string) => z.string(message).min(1, message);
const values = optional(z.record(z.string(), z.array(z.string())));
const requestParameters = optional(z.object({ headers: values, queryParameters: values }));
const csrfInfo = optional(z.object({ tokenEndpointURL: filled('tokenEndpointURL field cannot be empty') }));

const oauth = z.object({
  url: filled('oauth url field cannot be empty'),
  clientId: filled('oauth clientId field cannot be empty'),
  clientSecret: filled('oauth clientSecret cannot be empty'),
});
const basic = z.object({
  username: filled('basic auth username field cannot be empty'),
  password: filled('basic auth password field cannot be empty'),
});

const isSingle = (credentials: object): boolean => Object.values(credentials).filter((one) => one !== undefined).length <= 1;
const tooMany = 'api.CredentialsWithCSRF is invalid: too many authentication methods provided';

const api = z.object({
  targetUrl: filled('targetUrl field cannot be empty.'),
  credentials: optional(
    z
      .object({
        oauth: optional(oauth.extend({ csrfInfo })),
        basic: optional(basic.extend({ csrfInfo })),
        // Accepted and not kept, as by the original.
        certificateGen: optional(z.looseObject({})),
      })
      .refine(isSingle, tooMany),
  ),
  spec: z.unknown().optional(),
  specificationUrl: optional(z.string()),
  apiType: optional(z.string()),
  requestParameters,
  specificationCredentials: optional(z.object({ oauth: optional(oauth), basic: optional(basic) }).refine(isSingle, tooMany)),
  specificationRequestParameters: requestParameters,
  headers: values,
  queryParameters: values,
});

const documentation = z.object({
  displayName: filled('displayName field cannot be empty in documentation'),
  description: filled('description field cannot be empty in documentation'),
  type: filled('type field cannot be empty in documentation'),
  docs: optional(z.array(z.object({ title: z.string(), type: optional(z.string()), source: z.string() }))),
});

const service = z
  .object({
    provider: filled('Provider field cannot be empty.'),
    name: filled('Name field cannot be empty.'),
    description: filled('Description field cannot be empty.'),
    identifier: optional(z.string()),
    api: optional(api),
    events: optional(z.object({ spec: z.unknown().optional() }).refine(({ spec }) => isGiven(spec), 'spec cannot be empty')),
    documentation: optional(documentation),
  })
  .refine(
    (given) => given.api !== undefined || given.events !== undefined,
    "At least one of service definition attributes: 'api', 'events' have to be provided",
  );

type Service = z.output<typeof service>;
type Api = z.output<typeof api>;

/** Specifications are null or absent, or a text, or the JSON of the document itself. */
function isGiven(spec: unknown): boolean {
  return spec !== undefined && spec !== null && spec !== '';
}

/** Reads a service as clients of the Connectivity Adapter write it. Throws BadRequest with the texts that they compare. */
export function readService(given: unknown): Service {
  const { data, error } = service.safeParse(given);
  if (data) return data;
  const issues = error.issues.map(({ message, path }) => (message.startsWith('Invalid') ? `${path.join('.')}: ${message}` : message));
  throw new AppError('BadRequest', `while validating input, Incorrect structure of service definition, ${issues.join(';')}`);
}

/** The bundle that a service is: one API Definition, one Event Definition, a Document for each text of its documentation. */
export function bundleOf({ name, description, identifier, api: given, events, documentation: texts }: Service) {
  return {
    name,
    description,
    // Clients find their service again by its identifier.
    correlationIDs: identifier ? [identifier] : undefined,
    defaultInstanceAuth: given && authOfApi(given),
    apiDefinitions: given ? [{ name, description, targetURL: given.targetUrl, spec: specOfApi(given) }] : [],
    eventDefinitions: events ? [{ name, description, spec: { type: 'ASYNC_API', ...textOf(events.spec) } }] : [],
    documents: (texts?.docs ?? []).map(({ title, type, source }) => ({
      title,
      displayName: texts?.displayName,
      description: texts?.description,
      format: 'MARKDOWN',
      kind: type,
      data: source,
    })),
  };
}

function authOfApi({ credentials, headers, queryParameters, requestParameters: parameters }: Api): object | undefined {
  const { csrfInfo: csrf, ...credential } = credentials?.oauth ?? credentials?.basic ?? {};
  const kind = credentials?.oauth ? 'oauth' : 'basic';
  return compact({
    credential: credentials?.oauth || credentials?.basic ? { [kind]: credential } : undefined,
    requestAuth: csrf && { csrf },
    additionalHeaders: parameters?.headers ?? headers,
    additionalQueryParams: parameters?.queryParameters ?? queryParameters,
  });
}

function specOfApi({ spec, apiType, specificationUrl, targetUrl, ...given }: Api) {
  const isOData = apiType?.toLowerCase() === 'odata';
  const type = isOData ? 'ODATA' : 'OPEN_API';
  if (isGiven(spec)) return { type, ...textOf(spec) };
  const auth = compact({
    credential: given.specificationCredentials && compact(given.specificationCredentials),
    additionalHeaders: given.specificationRequestParameters?.headers,
    additionalQueryParams: given.specificationRequestParameters?.queryParameters,
  });
  if (!specificationUrl && !auth && !isOData) return undefined;
  const url = specificationUrl || (isOData ? `${targetUrl.replace(/\/$/, '')}/$metadata` : '');
  return { type, format: isOData ? 'XML' : 'JSON', fetchRequest: { url, auth } };
}

function textOf(spec: unknown): { data: string; format: string } {
  const data = typeof spec === 'string' ? spec : JSON.stringify(spec);
  if (data.trimStart().startsWith('<')) return { data, format: 'XML' };
  return { data, format: data.trimStart().startsWith('{') ? 'JSON' : 'YAML' };
}

/** The object without absent fields; undefined if nothing is left. */
function compact<T extends object>(fields: T): T | undefined {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as T);
}
