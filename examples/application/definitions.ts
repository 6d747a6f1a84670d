import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import * as z from 'zod';

const infoSchema = z.object({ title: z.string(), version: z.string(), description: z.string().optional() });
const openApiSchema = z.object({ info: infoSchema, servers: z.array(z.object({ url: z.url() })).min(1) });
const asyncApiSchema = z.object({ info: infoSchema });

/** The Director's `APIDefinitionInput` for an OpenAPI document in YAML. */
export async function apiDefinitionFrom(file: string | URL) {
  const data = await readFile(file, 'utf8');
  const { info, servers } = openApiSchema.parse(parse(data));
  return {
    ...described(info),
    targetURL: servers[0]?.url ?? '',
    spec: { type: 'OPEN_API', format: 'YAML', data },
  };
}

/** The Director's `EventDefinitionInput` for an AsyncAPI document in YAML. */
export async function eventDefinitionFrom(file: string | URL) {
  const data = await readFile(file, 'utf8');
  const { info } = asyncApiSchema.parse(parse(data));
  return { ...described(info), spec: { type: 'ASYNC_API', format: 'YAML', data } };
}

function described({ title, description, version }: z.infer<typeof infoSchema>) {
  return { name: title, description, version: { value: version } };
}
