import { parse } from 'yaml';
import * as z from 'zod';
import { CliError } from '../cli-error.ts';

/** A text that describes an API or Events, and what it says of itself. */
export interface Specification {
  readonly kind: 'OPEN_API' | 'ODATA' | 'ASYNC_API';
  readonly format: 'JSON' | 'YAML' | 'XML';
  readonly title?: string | undefined;
  readonly version?: string | undefined;
  readonly targetUrl?: string | undefined;
}

const described = z.object({
  openapi: z.string().optional(),
  swagger: z.union([z.string(), z.number()]).optional(),
  asyncapi: z.string().optional(),
  $Version: z.string().optional(),
  info: z.object({ title: z.string().optional(), version: z.coerce.string().optional() }).optional().catch(undefined),
  servers: z
    .array(z.object({ url: z.string() }))
    .optional()
    .catch(undefined),
  host: z.string().optional(),
  basePath: z.string().optional(),
  schemes: z.array(z.string()).optional().catch(undefined),
});
type Described = z.infer<typeof described>;

const namespaceOfEdmx =
  /xmlns(:\w+)?\s*=\s*["'](http:\/\/docs\.oasis-open\.org\/odata\/ns\/edmx|http:\/\/schemas\.microsoft\.com\/ado\/2007\/06\/edmx)["']/;

/** Recognizes OpenAPI 2 and 3, AsyncAPI, and OData in XML (EDMX) or JSON (CSDL). Throws a CliError for any other text. */
export function specificationIn(text: string): Specification {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (trimmed.startsWith('<')) {
    if (namespaceOfEdmx.test(trimmed)) return { kind: 'ODATA', format: 'XML' };
    throw unknown('XML without the namespace of EDMX');
  }
  const format = trimmed.startsWith('{') ? 'JSON' : 'YAML';
  const document = described.safeParse(valueIn(trimmed, format));
  if (!document.success) throw unknown(`${format} without a member that names its kind`);
  return { ...kindOf(document.data, format), format, title: document.data.info?.title, version: document.data.info?.version };
}

function kindOf(document: Described, format: string): Pick<Specification, 'kind' | 'targetUrl'> {
  if (document.openapi !== undefined || document.swagger !== undefined) return { kind: 'OPEN_API', targetUrl: addressIn(document) };
  if (document.asyncapi !== undefined) return { kind: 'ASYNC_API' };
  if (document.$Version !== undefined && format === 'JSON') return { kind: 'ODATA' };
  throw unknown(`${format} without openapi, swagger, asyncapi or $Version`);
}

function addressIn({ servers, host, basePath = '', schemes }: Described): string | undefined {
  const address =
    servers?.[0]?.url ?? (host ? `${schemes?.includes('https') === false ? 'http' : 'https'}://${host}${basePath}` : undefined);
  return address !== undefined && URL.canParse(address) ? address : undefined;
}

function valueIn(text: string, format: string): unknown {
  try {
    return format === 'JSON' ? JSON.parse(text) : parse(text);
  } catch (cause) {
    throw new CliError('usage', `It is no ${format}: ${cause instanceof Error ? cause.message.split('\n')[0] : cause}`, { cause });
  }
}

const unknown = (what: string): CliError =>
  new CliError('usage', `It is no specification that is known: ${what}.`, {
    advice: 'Known are OpenAPI 2 and 3, AsyncAPI, EDMX, and CSDL in JSON.',
  });
