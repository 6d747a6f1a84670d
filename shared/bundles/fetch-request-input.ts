import * as z from 'zod';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, required, text } from '../core/validate.ts';
import { usableAuth } from '../credentials/usable-auth.ts';
import { hasControls, hasCredentials, refuseBadTarget } from '../http/sendable.ts';
import { isUrlOrHost } from './compat/host-as-url.ts';
import { type FetchRequest, fetchModes, fetchRequestSealingContext, requested } from './fetch-request.ts';
import type { WithText } from './text.ts';

const fetchedUrl = required(256)
  .refine(isUrlOrHost, 'must be a valid URL')
  // A host without a scheme parses as a scheme where it has a port.
  .superRefine((value, context) => {
    if (/^[a-z][a-z0-9+.-]{0,63}:\/\//i.test(value)) refuseBadTarget(value, context);
  })
  .refine((value) => !hasCredentials(value), 'must not contain credentials')
  .refine((value) => !hasControls(value), 'must not contain control characters');

export const fetchRequestInput = z.object({
  url: fetchedUrl,
  auth: optional(z.record(z.string(), z.unknown())),
  mode: optional(z.enum(fetchModes)),
  filter: optional(text(256)),
});

export type FetchRequestInput = z.output<typeof fetchRequestInput>;

/** A fetch request of this owner, with its credentials sealed; throws InvalidData. */
export async function newFetchRequest(
  { auth: given, mode = 'SINGLE', ...input }: FetchRequestInput,
  owner: Pick<WithText, 'tenant' | 'id'>,
  { sealer, now }: { sealer: Sealer; now: Date },
): Promise<FetchRequest> {
  const auth = given && usableAuth('FetchRequestInput', input.url, given);
  const sealed = auth && (await sealer.seal(fetchRequestSealingContext(owner), JSON.stringify(auth)));
  return requested({ ...input, mode, ...(sealed && { auth: sealed }) }, newId(), now);
}
