import { buildApp } from 'fauxqs';
import { systemClock } from '#shared/core/clock.ts';
import { type AwsCredentials, isSigned } from '../aws/request-signature.ts';
import { loopback } from '../http-server.ts';
import type { LocalSystem } from '../template/local-system.ts';
import { quietFirst } from './quiet-first.ts';

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;
type SqsStore = Stores['sqsStore'];
type Queue = NonNullable<ReturnType<SqsStore['getQueueByName']>>;

interface Persistence {
  readonly db: { exec(sql: string): void };
  load(...stores: unknown[]): void;
  close(): void;
}

interface Internals {
  readonly SqsStore: new () => SqsStore;
  readonly SnsStore: new () => Stores['snsStore'];
  readonly S3Store: new () => Stores['s3Store'];
  readonly PersistenceManager: new (folder: string) => Persistence;
  readonly createMessage: (body: string, group?: string) => Parameters<Queue['enqueue']>[0];
}

export interface MessagingEngine {
  readonly endpoint: string;
  /** Creates the queues and buckets that are not there yet and brings the settings of the others up to date. */
  provide(system: Pick<LocalSystem, 'queues' | 'buckets'>): void;
  /** Puts a message on a queue; it is stored when this returns. */
  send(queueName: string, body: string, group?: string): void;
  /** Waits until a queue has a message to receive, or the signal is aborted. */
  arrival(queueName: string, stopping: AbortSignal): Promise<void>;
  /** Reads the messages of a queue: those that wait, are postponed, or are being processed. */
  bodies(queueName: string): string[];
  stop(): Promise<void>;
}

/**
 * SQS and S3 in this process, kept in `folder`. Its own start function would listen on every network interface without
 * authentication; here it listens on this machine only, and requires signatures with this run's credentials.
 */
export async function startMessagingEngine(folder: string, credentials: AwsCredentials): Promise<MessagingEngine> {
  const internals = await loadInternals();
  const stores = { sqsStore: new internals.SqsStore(), snsStore: new internals.SnsStore(), s3Store: new internals.S3Store() };
  const persistence = new internals.PersistenceManager(folder);
  // A commit waits for no disk: it survives the end of the process, not a loss of power. Otherwise each message stops this thread several times.
  persistence.db.exec('PRAGMA synchronous = NORMAL');
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  // The type of the package is a class with private fields.
  const writing = persistence as unknown as NonNullable<SqsStore['persistence']>;
  stores.sqsStore.persistence = writing;
  for (const queue of stores.sqsStore.allQueues()) queue.persistence = writing;
  stores.s3Store.persistence = writing as NonNullable<typeof stores.s3Store.persistence>;

  const app = buildApp({ logger: false, stores });
  app.addHook('onRequest', async (request, reply) => {
    if (!isSigned(request.raw, credentials, systemClock())) await reply.code(403).send();
  });
  app.addHook('onClose', () => persistence.close());
  const endpoint = await app.listen({ port: 0, host: loopback });
  const arrivals = queueArrivals();
  return {
    endpoint,
    provide: ({ queues, buckets }) => {
      for (const { name, url, arn, attributes } of queues) {
        const existing = stores.sqsStore.getQueueByName(name);
        if (existing) existing.setAttributes({ ...attributes });
        else stores.sqsStore.createQueue(name, url, arn, { ...attributes }, {});
        receiveFairly(queueOf(stores.sqsStore, name));
      }
      for (const name of buckets) stores.s3Store.createBucket(name);
    },
    arrival: async (queueName, stopping) => arrivals.of(queueOf(stores.sqsStore, queueName), stopping),
    send: (queueName, body, group) => {
      queueOf(stores.sqsStore, queueName).enqueue(internals.createMessage(body, group));
    },
    bodies: (queueName) => {
      const { ready = [], delayed = [], inflight = [] } = stores.sqsStore.getQueueByName(queueName)?.inspectMessages() ?? {};
      return [...ready, ...delayed, ...inflight.map(({ message }) => message)].map(({ body }) => body);
    },
    stop: () => app.close(),
  };
}

function queueOf(store: SqsStore, name: string): Queue {
  const queue = store.getQueueByName(name);
  if (!queue) throw new Error(`There is no queue ${name}`);
  return queue;
}

/** Has a queue hand out the messages of groups of which it handed out least, as fair queues of SQS do. The engine knows no order but that of arrival. */
function receiveFairly(queue: Queue): void {
  const dequeue = queue.dequeue.bind(queue);
  queue.dequeue = (count, ...rest) => {
    queue.processTimers();
    const underWay = [...queue.inflightMessages.values()].map(({ message }) => message);
    queue.messages = quietFirst(queue.messages, underWay, count);
    return dequeue(count, ...rest);
  };
}

/** Milliseconds between two looks for messages whose delay or visibility timeout has ended. */
const lookMs = 250;

/** Waits for messages within this process. A call that waits would keep a timer of 20 ms for its queue, and ends after some seconds only. */
function queueArrivals() {
  const waits = new Map<() => void, Queue>();
  const watched = new WeakSet<Queue>();
  let looking: NodeJS.Timeout | undefined;
  const look = (): void => {
    for (const [arrived, queue] of waits) if (hasMessages(queue)) arrived();
  };
  const watch = (queue: Queue): void => {
    if (watched.has(queue)) return;
    watched.add(queue);
    const enqueue = queue.enqueue.bind(queue);
    queue.enqueue = (message) => {
      enqueue(message);
      look();
    };
  };
  return {
    of: async (queue: Queue, stopping: AbortSignal): Promise<void> => {
      if (stopping.aborted || hasMessages(queue)) return;
      watch(queue);
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = () => resolve();
      waits.set(end, queue);
      stopping.addEventListener('abort', end);
      looking ??= setInterval(look, lookMs);
      await promise;
      stopping.removeEventListener('abort', end);
      waits.delete(end);
      if (waits.size > 0) return;
      clearInterval(looking);
      looking = undefined;
    },
  };
}

/** Returns true if a message can be received now, after a delay or the end of its visibility timeout, too. */
function hasMessages(queue: Queue): boolean {
  queue.processTimers();
  return queue.inspectMessages().ready.length > 0;
}

/** The stores are not exported by name. The package's version is pinned, so that the paths of its files are known. */
async function loadInternals(): Promise<Internals> {
  const file = (path: string) => import(new URL(path, import.meta.resolve('fauxqs')).href);
  const [sqs, sns, s3, persistence] = await Promise.all(
    ['./sqs/sqsStore.js', './sns/snsStore.js', './s3/s3Store.js', './persistence.js'].map(file),
  );
  return {
    SqsStore: sqs.SqsStore,
    SnsStore: sns.SnsStore,
    S3Store: s3.S3Store,
    PersistenceManager: persistence.PersistenceManager,
    createMessage: (body, group) => sqs.SqsStore.createMessage(body, {}, undefined, group),
  };
}
