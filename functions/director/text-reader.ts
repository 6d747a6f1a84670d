import { readTexts } from '#shared/bundles/read-texts.ts';
import type { WithText } from '#shared/bundles/text.ts';
import type { DirectorDeps } from './deps.ts';

/** Reads the texts that one request selects. */
export interface TextReader {
  /** What is asked for in one turn is read together, an Application at a time. Undefined where there is no text, or none any more. */
  read(owner: WithText): Promise<string | undefined>;
}

interface Waiting {
  readonly owner: WithText;
  readonly resolve: (text: string | undefined) => void;
  readonly reject: (error: unknown) => void;
}

export function textReader(deps: Pick<DirectorDeps, 'bundles' | 'textObjects'>): TextReader {
  let waiting: Waiting[] = [];
  const readAll = (): void => {
    const batch = waiting;
    waiting = [];
    for (const those of Map.groupBy(batch, ({ owner }) => owner.applicationId).values()) deliver(those, deps);
  };
  return {
    read: async (owner) => {
      if (!owner.text) return undefined;
      const { promise, resolve, reject } = Promise.withResolvers<string | undefined>();
      if (waiting.length === 0) setImmediate(readAll);
      waiting.push({ owner, resolve, reject });
      return promise;
    },
  };
}

function deliver(waiting: readonly Waiting[], deps: Parameters<typeof readTexts>[1]): void {
  const owners = new Map(waiting.map(({ owner }) => [owner.id, owner]));
  readTexts([...owners.values()], deps).then(
    (texts) => {
      for (const { owner, resolve } of waiting) resolve(texts.get(owner.id));
    },
    (error: unknown) => {
      for (const { reject } of waiting) reject(error);
    },
  );
}
