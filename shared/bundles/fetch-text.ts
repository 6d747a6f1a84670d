import { later, minutes } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import type { Reception } from '../core/reception.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { type Admission, type Endpoint, type EndpointLease, type EndpointLeases, endpointOf } from '../endpoints/endpoint-leases.ts';
import type { Refusals, Refused } from '../endpoints/remembered-refusals.ts';
import type { EventData } from '../events/event-catalogue.ts';
import type { Waited } from '../events/specification-work.ts';
import { type RetryTiming, retryDelay, wholeSchedule } from '../http/retry-schedule.ts';
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
  readonly endpoints: EndpointLeases & { readonly refusals: Refusals };
  /** Makes the queue deliver a message again after so many seconds. */
  readonly postpone: (receiptHandle: string, seconds: number) => Promise<void>;
  readonly timing: RetryTiming;
}

export type FetchOrder = EventData<'SpecificationFetchRequested'> & { readonly tenant: TenantId };

/** The reception of the message of an order. */
export interface FetchTurn extends Reception {
  /** The waits for its endpoint, of which each began another message. */
  readonly waited?: Waited;
  /** Sends a copy of the message that arrives after so many seconds. */
  readonly sendAgain: (waited: Waited, seconds: number) => Promise<void>;
}

export interface FetchResult {
  /** `outdated`: the request was replaced, or has a result already. */
  readonly outcome: 'fetched' | 'failed' | 'postponed' | 'outdated' | 'endpoint busy' | 'endpoint parked';
  readonly retry: boolean;
  readonly bytes?: number;
  readonly message?: string;
  readonly retryIn?: number;
}

/** Author of changes by this function, as events name it. */
const changedBy = 'function/spec-fetcher';

/**
 * Fetches a requested text and records the result under the version of its owner. A transient failure is tried again by the schedule, and recorded
 * after the last attempt. Without a lease of its endpoint it waits, which is no attempt. A repetition does nothing once there is a result.
 */
export async function fetchText(order: FetchOrder, turn: FetchTurn, deps: FetchDeps): Promise<FetchResult> {
  const repository = partsOf(order, deps);
  const owner = await awaiting(repository, order);
  const request = owner?.fetchRequest;
  if (!owner || !request) return { outcome: 'outdated', retry: false };
  const admission = await admitted(endpointOf(order.tenant, request.url), deps);
  if (admission && admission.result !== 'admitted') {
    return (await wait(admission, turn, deps)) ?? settle(repository, order, silentEndpoint, deps);
  }
  const download = await leased(admission?.lease, deps, () => downloadText(owner, request, deps));
  if (download.result === 'failed' && download.transient) {
    const retryIn = retryDelay(turn.count + (turn.waited?.attempts ?? 0), download.retryAfter, deps.timing);
    if (retryIn !== undefined) {
      await deps.postpone(turn.receiptHandle, retryIn);
      return { outcome: 'postponed', retry: true, retryIn, message: download.message };
    }
  }
  return settle(repository, order, download, deps);
}

async function admitted(endpoint: Endpoint | undefined, { endpoints, clock }: FetchDeps): Promise<Admission | undefined> {
  return endpoint && (endpoints.refusals.of(endpoint, clock()) ?? endpoints.admit(endpoint, clock()));
}

async function leased(
  lease: EndpointLease | undefined,
  { endpoints, clock }: FetchDeps,
  download: () => Promise<Download>,
): Promise<Download> {
  let answered = true;
  try {
    const downloaded = await download();
    answered = !(downloaded.result === 'failed' && downloaded.isUnreachable);
    return downloaded;
  } finally {
    if (lease) await endpoints.release(lease, answered, clock());
  }
}

const silentEndpoint: Download = { result: 'failed', message: 'the server does not answer', transient: false };

/** Milliseconds after the schedule for which a fetch waits for a server that does not answer. */
const patience = minutes(30);

/**
 * Waits in another message, because each reception of this one counts towards those after which the queue gives it up. A crash between leaves two, of which
 * the later one finds a result. Returns undefined when it has waited for long enough.
 */
async function wait(
  refused: Refused,
  { count, waited, sendAgain }: FetchTurn,
  { clock, timing }: FetchDeps,
): Promise<FetchResult | undefined> {
  const now = clock();
  const { times = 0, attempts = 0, since = now.toISOString() } = waited ?? {};
  if (now > later(new Date(since), wholeSchedule(timing.schedule) + patience)) return undefined;
  const retryIn = Math.min(secondsOf(refused, times, timing.random, now), maxDelaySeconds);
  await sendAgain({ times: times + 1, attempts: attempts + count - 1, since }, retryIn);
  return { outcome: refused.result === 'full' ? 'endpoint busy' : 'endpoint parked', retry: false, retryIn };
}

/** The longest delay of a message that SQS takes. */
const maxDelaySeconds = 900;

/** Seconds. Shorter ones would have a burst of fetches be received again and again. */
const firstWait = 4;

/** At a busy endpoint longer each time; those that wait for the same probe come one after the other. */
const secondsOf = (refused: Refused, times: number, random: () => number, now: Date): number =>
  refused.result === 'full'
    ? Math.ceil(Math.min(firstWait * 2 ** Math.min(times, 6), 60) * (0.5 + random()))
    : Math.ceil((refused.until.getTime() - now.getTime()) / 1000 + 1 + 9 * random());

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
