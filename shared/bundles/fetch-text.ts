import { AppError } from '../core/errors.ts';
import type { Reception } from '../core/reception.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { EventData } from '../events/event-catalogue.ts';
import { type RetryTiming, retryDelay } from '../http/retry-schedule.ts';
import { changeOwned, type Document, type EventDefinition } from './bundle.ts';
import type { BundleRepository, PartRepository } from './bundle-repository.ts';
import { type Download, type DownloadDeps, downloadText } from './download-text.ts';
import { failure, success } from './fetch-request.ts';
import { dropTexts, storeTexts } from './store-texts.ts';
import { locationOf, type NewText } from './text.ts';
import type { TextObjects } from './text-objects.ts';

export interface FetchDeps extends DownloadDeps {
  readonly bundles: Pick<BundleRepository, 'apiDefinitions' | 'eventDefinitions' | 'documents'>;
  readonly textObjects: Pick<TextObjects, 'put' | 'putStream' | 'delete'>;
  /** Makes the queue deliver a message again after so many seconds. */
  readonly postpone: (receiptHandle: string, seconds: number) => Promise<void>;
  readonly timing: RetryTiming;
}

export type FetchOrder = EventData<'SpecificationFetchRequested'> & { readonly tenant: TenantId };

export interface FetchResult {
  /** `outdated`: the request was replaced, or has a result already. */
  readonly outcome: 'fetched' | 'failed' | 'postponed' | 'outdated';
  readonly retry: boolean;
  readonly bytes?: number;
  readonly message?: string;
  readonly retryIn?: number;
}

/** Author of changes by this function, as events name it. */
const changedBy = 'function/spec-fetcher';

/**
 * Fetches a requested text and records the result under the version of its owner. A transient failure is tried again by the schedule, and recorded
 * after the last attempt. A repetition does nothing once there is a result.
 */
export async function fetchText(order: FetchOrder, reception: Reception, deps: FetchDeps): Promise<FetchResult> {
  const repository = partsOf(order, deps);
  const owner = await awaiting(repository, order);
  if (!owner?.fetchRequest) return { outcome: 'outdated', retry: false };
  const download = await downloadText(owner, owner.fetchRequest, deps);
  if (download.result === 'failed' && download.transient) {
    const retryIn = retryDelay(reception.count, download.retryAfter, deps.timing);
    if (retryIn !== undefined) {
      await deps.postpone(reception.receiptHandle, retryIn);
      return { outcome: 'postponed', retry: true, retryIn, message: download.message };
    }
  }
  return settle(repository, order, download, deps);
}

type Owner = EventDefinition | Document;
type Owners = PartRepository<Owner>;

/** Reads and writes of each kind of owner. Only the text and the status of its request are used. */
function partsOf({ ownerKind }: FetchOrder, { bundles }: FetchDeps): Owners {
  const kinds = { API: bundles.apiDefinitions, EVENT: bundles.eventDefinitions, DOCUMENT: bundles.documents };
  return kinds[ownerKind] as unknown as Owners;
}

/** Returns the stored owner if it still waits for this request. */
async function awaiting(repository: Owners, { tenant, applicationId, bundleId, ownerId, fetchRequestId }: FetchOrder) {
  const owner = await repository.find({ tenant, applicationId, bundleId, id: ownerId });
  const { id, status } = owner?.fetchRequest ?? {};
  return id === fetchRequestId && status?.condition === 'INITIAL' ? owner : undefined;
}

async function settle(repository: Owners, order: FetchOrder, download: Download, deps: FetchDeps): Promise<FetchResult> {
  const text = download.result === 'text' ? download.text : undefined;
  const texts = text ? [text] : [];
  let recorded: boolean;
  try {
    recorded = await storeTexts(texts, deps.textObjects, () => retryOnConflict(() => record(repository, order, download, text, deps)));
  } catch (error) {
    // Its Application or bundle was deleted, and the text is deleted with it.
    if (error instanceof AppError && error.code === 'NotFound') return { outcome: 'outdated', retry: false };
    if (text === undefined || !(error instanceof AppError && error.code === 'QuotaExceeded')) throw error;
    return settle(repository, order, { result: 'failed', message: error.message, transient: false }, deps);
  }
  if (!recorded) {
    await dropTexts(texts, deps.textObjects);
    return { outcome: 'outdated', retry: false };
  }
  if (download.result === 'failed') return { outcome: 'failed', retry: false, message: download.message };
  return { outcome: 'fetched', retry: false, bytes: text?.bytes };
}

/** Returns false if the request was replaced. After a failure the earlier text stays. */
async function record(
  repository: Owners,
  order: FetchOrder,
  download: Download,
  text: NewText | undefined,
  { clock }: FetchDeps,
): Promise<boolean> {
  const current = await awaiting(repository, order);
  if (!current?.fetchRequest) return false;
  const now = clock();
  const status = download.result === 'text' ? success(now) : failure(download.message, now);
  const change = { fetchRequest: { ...current.fetchRequest, status }, ...(text && { text: locationOf(text) }) };
  await repository.replace(changeOwned(current, change, changedBy, now), current, text);
  return true;
}
