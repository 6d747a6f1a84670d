import { readTexts } from '#shared/bundles/read-texts.ts';
import { largestText, type WithText } from '#shared/bundles/text.ts';
import { answerTooLarge } from '#shared/lambda/fitting-answer.ts';
import type { DirectorDeps } from './deps.ts';

/** Reads the texts that one request selects. */
export interface TextReader {
  /**
   * Reads a text; the texts of an Application that are asked for in one turn are read together. Undefined if there is no text, or no
   * longer. Throws AnswerTooLarge, before anything is read, for more than one answer takes.
   */
  read(owner: WithText): Promise<string | undefined>;
}

/** Bytes of texts in one answer: always enough for one text of the largest size. */
const mostBytes = largestText;

interface Waiting {
  readonly owner: WithText;
  readonly resolve: (text: string | undefined) => void;
  readonly reject: (error: unknown) => void;
}

export function textReader(deps: Pick<DirectorDeps, 'bundles' | 'textObjects'>): TextReader {
  let waiting: Waiting[] = [];
  let bytes = 0;
  const readAll = (): void => {
    const batch = waiting;
    waiting = [];
    bytes += batch.reduce((sum, { owner }) => sum + (owner.text?.bytes ?? 0), 0);
    if (bytes > mostBytes) refuse(batch, answerTooLarge());
    else for (const those of Map.groupBy(batch, ({ owner }) => owner.applicationId).values()) deliver(those, deps);
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
    (error: unknown) => refuse(waiting, error),
  );
}

function refuse(waiting: readonly Waiting[], error: unknown): void {
  for (const { reject } of waiting) reject(error);
}
