import * as z from 'zod';
import { invalidData } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, required, text } from '../core/validate.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import { isUrlOrHost } from './compat/host-as-url.ts';
import { type FetchRequest, fetchModes, fetchRequestSealingContext, requested } from './fetch-request.ts';
import type { WithText } from './text.ts';

export const fetchRequestInput = z.object({
  url: required(256).refine(isUrlOrHost, 'must be a valid URL'),
  auth: optional(z.record(z.string(), z.unknown())),
  mode: optional(z.enum(fetchModes)),
  filter: optional(text(256)),
});

export type FetchRequestInput = z.output<typeof fetchRequestInput>;

/** A fetch request of this owner, with its credentials sealed; throws InvalidData. */
export async function newFetchRequest(
  { auth, mode = 'SINGLE', ...input }: FetchRequestInput,
  owner: Pick<WithText, 'tenant' | 'id'>,
  { sealer, now }: { sealer: Sealer; now: Date },
): Promise<FetchRequest> {
  const sealed = auth && (await sealer.seal(fetchRequestSealingContext(owner), JSON.stringify(usableAuth(auth))));
  return requested({ ...input, mode, ...(sealed && { auth: sealed }) }, newId(), now);
}

function usableAuth(input: object) {
  const auth = parseAuth(input);
  if (auth.credential?.certificateOAuth) throw invalidData('FetchRequestInput', { auth: 'only basic and oauth credentials can be used' });
  if (auth.requestAuth) throw invalidData('FetchRequestInput', { auth: 'requestAuth cannot be used' });
  return auth;
}
