import * as z from 'zod';
import { newId } from '../core/ids.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, text } from '../core/validate.ts';
import { usableAuth } from '../credentials/usable-auth.ts';
import { calledUrl } from '../http/sendable.ts';
import { type FetchRequest, fetchModes, fetchRequestSealingContext, requested } from './fetch-request.ts';
import type { WithText } from './text.ts';

export const fetchRequestInput = z.object({
  url: calledUrl(),
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
