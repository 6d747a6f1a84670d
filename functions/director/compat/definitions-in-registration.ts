import { invalidOperation } from '#shared/core/errors.ts';
import type { ApiDefinitionInput, ApplicationRegisterInput } from '../schema.generated.ts';

/**
 * Puts definitions that a registration names beside its bundles into bundles: an API Definition with credentials into one of its own, which has
 * them, and everything else together into one.
 */
export function withBundles({
  apiDefinitions,
  eventDefinitions,
  documents,
  bundles,
  ...input
}: ApplicationRegisterInput): ApplicationRegisterInput {
  const apis = apiDefinitions ?? [];
  const alone = apis
    .filter(({ defaultAuth }) => defaultAuth)
    .map(({ defaultAuth, ...api }) => {
      return { name: api.name, description: api.description, defaultInstanceAuth: defaultAuth, apiDefinitions: [api] };
    });
  const together = apis.filter(({ defaultAuth }) => !defaultAuth);
  const rest = { name: 'definitions', apiDefinitions: together, eventDefinitions, documents };
  const isEmpty = together.length === 0 && !eventDefinitions?.length && !documents?.length;
  if (alone.length === 0 && isEmpty) return { ...input, bundles };
  return { ...input, bundles: [...(bundles ?? []), ...alone, ...(isEmpty ? [] : [rest])] };
}

/** Throws InvalidOperation for credentials of a definition: those of its bundle count. */
export function withoutAuth({ defaultAuth, ...input }: ApiDefinitionInput): ApiDefinitionInput {
  if (defaultAuth)
    throw invalidOperation('an API Definition has no credentials of its own here: use updateBundle with defaultInstanceAuth');
  return input;
}
