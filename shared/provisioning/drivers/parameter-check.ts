import type * as z from 'zod';
import { invalidData } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';
import { didYouMean } from '../../core/near-miss.ts';
import type { TenantId } from '../../core/tenant-id.ts';

/** Checks the parameters of a driver for a tenant, and completes them. Throws InvalidData that names each wrong one and what is allowed. */
export type ParameterCheck = (parameters: JsonObject, tenant: TenantId) => JsonObject;

type Completed = { readonly parameters: Readonly<Record<string, unknown>> } | { readonly problems: Readonly<Record<string, string>> };

/** `complete` checks values that belong together, or to the tenant. */
export const parameterCheck =
  <S extends z.ZodObject>(
    driver: string,
    schema: S,
    complete: (parameters: z.output<S>, tenant: TenantId) => Completed = (parameters) => ({ parameters }),
  ): ParameterCheck =>
  (given, tenant) => {
    const known = Object.keys(schema.shape);
    const unknown = Object.keys(given).filter((name) => !known.includes(name));
    const refusal = (name: string) => `is not known to the driver ${driver}, which takes ${known.join(', ')}${didYouMean(name, known)}`;
    if (unknown.length > 0) throw invalid(Object.fromEntries(unknown.map((name) => [name, refusal(name)])));
    const read = schema.safeParse(given);
    if (!read.success) throw invalid(Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message])));
    const completed = complete(read.data, tenant);
    if ('problems' in completed) throw invalid(completed.problems);
    return Object.fromEntries(Object.entries(completed.parameters).filter(([, value]) => value !== undefined)) as JsonObject;
  };

const invalid = (problems: Readonly<Record<string, string>>) =>
  invalidData('ProvisionRuntimeInput', Object.fromEntries(Object.entries(problems).map(([name, text]) => [`parameters.${name}`, text])));
