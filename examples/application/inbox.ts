import * as z from 'zod';
import { readJson, writeJson } from '#application-client';
import { type CloudEvent, cloudEventSchema } from './cloud-event.ts';

/** Messages that were accepted, by `webhook-id`: those to be handled yet with their event, those handled by id alone. */
const inboxSchema = z.object({ pending: z.record(z.string(), cloudEventSchema), handled: z.array(z.string()) });
type State = z.infer<typeof inboxSchema>;

export interface Inbox {
  /** False for a message that was accepted before. Once it returns true the message survives a crash. */
  accept(messageId: string, event: CloudEvent): Promise<boolean>;
  /** Handles what is pending, one after the other. What fails stays pending; the first failure is thrown. */
  handlePending(handle: (event: CloudEvent) => Promise<void>): Promise<void>;
}

/** Far more ids than a sender repeats. */
const remembered = 1000;

export async function openInbox(file: string): Promise<Inbox> {
  const state: State = (await readJson(file, inboxSchema)) ?? { pending: {}, handled: [] };
  const save = serially(() => writeJson(file, state));
  const handleAll = async (handle: (event: CloudEvent) => Promise<void>) => {
    for (const [messageId, event] of Object.entries(state.pending)) {
      await handle(event);
      delete state.pending[messageId];
      state.handled = [...state.handled, messageId].slice(-remembered);
      await save();
    }
  };
  let handling = Promise.resolve();
  return {
    async accept(messageId, event) {
      if (messageId in state.pending || state.handled.includes(messageId)) return false;
      // Marked before the first await, so that a repetition that arrives meanwhile is recognised.
      state.pending[messageId] = event;
      try {
        await save();
      } catch (error) {
        delete state.pending[messageId];
        throw error;
      }
      return true;
    },
    handlePending(handle) {
      const done = handling.then(() => handleAll(handle));
      handling = done.catch(() => undefined);
      return done;
    },
  };
}

/** Never two writes at a time: the later one must win. */
function serially(write: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    const written = last.then(write);
    last = written.catch(() => undefined);
    return written;
  };
}
