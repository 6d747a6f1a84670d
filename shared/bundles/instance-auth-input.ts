import * as z from 'zod';
import { invalidData, invalidRequest } from '../core/errors.ts';
import { jsonText, optional, required, validate } from '../core/validate.ts';
import { jsonSchemaProblem } from '../json-schema/json-schema-problem.ts';
import type { Bundle } from './bundle.ts';

/** Maximum size: context and parameters share an item with the credentials, and a page of Applications contains them all. */
const maxTextBytes = 16 * 1024;

const described = { context: optional(jsonText(maxTextBytes)), inputParams: optional(jsonText(maxTextBytes)) };
const auth = z.record(z.string(), z.unknown());

const request = z.object({ ...described, id: optional(z.uuid()) });
const creation = z.object({ ...described, auth, runtimeID: optional(z.string()), runtimeContextID: optional(z.string()) });
const update = z.object({ ...described, auth: optional(auth) });
const setting = z.object({
  auth: optional(auth),
  status: optional(z.object({ condition: z.enum(['SUCCEEDED', 'FAILED']), message: required(2000), reason: required(256) })),
});

function contradiction(hasAuth: boolean, condition: 'SUCCEEDED' | 'FAILED' | undefined): string | undefined {
  if (!hasAuth && condition === undefined) return 'at least one field (Auth or Status) has to be provided';
  if (hasAuth && condition === 'FAILED') return 'the status condition must be SUCCEEDED where auth is given';
  return !hasAuth && condition === 'SUCCEEDED' ? 'the status condition cannot be SUCCEEDED without auth' : undefined;
}

export type RequestInput = z.output<typeof request>;

export const requestInput = (given: unknown): RequestInput => validate('BundleInstanceAuthRequestInput', request, given);
export const creationInput = (given: unknown) => validate('BundleInstanceAuthCreateInput', creation, given);
export const updateInput = (given: unknown) => validate('BundleInstanceAuthUpdateInput', update, given);

export function settingInput(given: unknown): z.output<typeof setting> {
  const input = validate('BundleInstanceAuthSetInput', setting, given);
  const problem = contradiction(input.auth !== undefined, input.status?.condition);
  if (problem) throw invalidRequest(problem);
  return input;
}

/** Throws InvalidData unless the parameters satisfy the bundle's schema, if it has one. */
export async function checkInputParams(
  inputName: string,
  { instanceAuthRequestInputSchema: schema }: Bundle,
  inputParams: string | undefined,
): Promise<void> {
  if (schema === undefined) return;
  const problem =
    inputParams === undefined ? 'are required: the bundle has a schema for them' : await jsonSchemaProblem(schema, inputParams);
  if (problem) throw invalidData(inputName, { inputParams: problem });
}
