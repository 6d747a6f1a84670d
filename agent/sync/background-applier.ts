import { messageOf } from '../agent-error.ts';
import type { RuntimeView } from '../control-plane/runtime-view.ts';
import type { Log } from '../log.ts';
import type { ApplyApplications } from './apply-applications.ts';

export interface BackgroundApplier {
  /** Hands over what to apply and returns at once. While one view is applied only the newest of those that follow is kept. */
  submit(view: RuntimeView): void;
  /** Waits until nothing is left to apply; says whether the latest view is in place. */
  settled(): Promise<boolean>;
}

/** Applies one view at a time beside the fetching. A failure is reported; the view of the next cycle is the retry. */
export function backgroundApplier(apply: ApplyApplications, log: Log): BackgroundApplier {
  let next: RuntimeView | undefined;
  let running: Promise<void> | undefined;
  let inPlace = true;

  async function applyOne(view: RuntimeView): Promise<void> {
    try {
      const changes = await apply(view);
      for (const { kind, file } of changes) log('info', `application ${kind}`, { file });
      inPlace = true;
    } catch (error) {
      inPlace = false;
      log('error', 'applying the applications failed', { reason: messageOf(error) });
    }
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
      return inPlace;
    },
  };
}
