import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import type { LocalFunction } from '../template/local-system.ts';
import { lambdaContext } from './lambda-context.ts';

type Handler = (event: unknown, context: Context) => unknown;

export interface FunctionHost {
  /** Calls the deployed handler with a copy of the event, as Lambda does, and returns a copy of its result. Throws the handler's error. */
  invoke(nameOrArn: string, event: unknown): Promise<unknown>;
  /** Loads every handler, so that the first call is not slower and a handler that cannot be loaded stops the start. */
  warmUp(): Promise<void>;
  /** Waits until no handler is at work. */
  drained(): Promise<void>;
}

const repository = join(import.meta.dirname, '../..');

export function functionHost(functions: readonly LocalFunction[]): FunctionHost {
  const known = new Map(functions.flatMap((found) => [found.arn, found.name].map((key) => [key, found])));
  const atWork = new Set<Promise<unknown>>();

  const invoke = async (nameOrArn: string, event: unknown): Promise<unknown> => {
    const found = known.get(nameOrArn);
    if (!found) throw new Error(`There is no function ${nameOrArn}`);
    const handler = await loadHandler(found);
    const work = withinTimeout((async () => handler(copy(event), lambdaContext(found)))(), found);
    atWork.add(work);
    try {
      return copy(await work);
    } finally {
      atWork.delete(work);
    }
  };

  return {
    invoke,
    warmUp: async () => {
      for (const found of functions) await loadHandler(found);
    },
    drained: async () => {
      while (atWork.size > 0) await Promise.allSettled(atWork);
    },
  };
}

async function loadHandler({ entry, handler }: LocalFunction): Promise<Handler> {
  const module: Record<string, unknown> = await import(pathToFileURL(join(repository, entry)).href);
  const exported = module[handler];
  if (typeof exported !== 'function') throw new Error(`${entry} exports no ${handler}`);
  return exported as Handler;
}

const copy = (value: unknown): unknown => (value === undefined ? null : JSON.parse(JSON.stringify(value)));

/** Ends a call at the function's timeout, as Lambda does. */
async function withinTimeout(work: Promise<unknown>, { timeoutSeconds }: LocalFunction): Promise<unknown> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    const error = new Error(`Task timed out after ${timeoutSeconds}.00 seconds`);
    error.name = 'Sandbox.Timedout';
    timeout.reject(error);
  }, timeoutSeconds * 1000);
  try {
    return await Promise.race([work, timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}
