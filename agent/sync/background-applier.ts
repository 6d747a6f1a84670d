import { messageOf } from '../agent-error.ts';
import type { RuntimeView } from '../control-plane/runtime-view.ts';
import type { Log } from '../log.ts';
import type { ApplyApplications } from './apply-applications.ts';

export interface BackgroundApplier {
  /** Queues a view and returns at once. While one view is applied, only the newest of the following ones is kept. */
  submit(view: RuntimeView): void;
  /** Waits until nothing is left to apply; answers with the problems of the latest view, none if it is in place. */
  settled(): Promise<readonly string[]>;
}

/** Lines that are printed of one view: a disk that is full has a problem for each Application. */
const maxReported = 10;

/** Applies one view at a time beside the fetching. A failure is reported; the view of the next cycle is the retry. */
export function backgroundApplier(apply: ApplyApplications, log: Log): BackgroundApplier {
  let next: RuntimeView | undefined;
  let running: Promise<void> | undefined;
  let latest: readonly string[] = [];

  async function applyOne(view: RuntimeView): Promise<void> {
    const { changes, problems } = await apply(view).catch((error) => ({ changes: [], problems: [messageOf(error)] }));
    for (const { kind, subject } of changes) log('info', `application ${kind}`, subject);
    latest = problems;
    for (const reason of problems.slice(0, maxReported)) log('error', 'applying the applications failed', { reason });
    if (problems.length > maxReported) log('error', 'applying the applications failed', { more: problems.length - maxReported });
  }

  async function drain(): Promise<void> {
    while (next !== undefined) {
      const view = next;
      next = undefined;
      await applyOne(view);
    }
    running = undefined;
  }

  return {
    submit(view) {
      next = view;
      running ??= drain();
    },
    async settled() {
      await running;
      return latest;
    },
  };
}
