import DataLoader from 'dataloader';
import { readTexts } from '#shared/bundles/read-texts.ts';
import { fitsAnswer, maxTextBytes, type TextLocation, type WithText } from '#shared/bundles/text.ts';
import { AppError } from '#shared/core/errors.ts';
import { answerTooLarge } from '#shared/lambda/fitting-answer.ts';
import type { DirectorDeps } from './deps.ts';

/** Maximum bytes of texts in one answer, enough for one text of the largest size. */
const maxBytes = maxTextBytes;

/**
 * Reads the texts that one request selects; those of one Application are batched per tick. Undefined for an owner without a text. A text that is
 * too large for any answer is an AnswerTooLarge of its own. Throws AnswerTooLarge, before anything is read, for more than one answer takes. A
 * text that is selected twice counts twice.
 */
export function textLoader(deps: Pick<DirectorDeps, 'bundles' | 'textObjects'>): DataLoader<WithText, string | undefined> {
  let bytes = 0;
  return new DataLoader<WithText, string | undefined>(
    async (owners) => {
      const readable = owners.filter(({ text }) => text !== undefined && fitsAnswer(text));
      bytes += readable.reduce((sum, { text }) => sum + (text?.bytes ?? 0), 0);
      if (bytes > maxBytes) throw answerTooLarge();
      const byApplication = Map.groupBy(distinct(readable), ({ applicationId }) => applicationId).values();
      const texts = await Promise.all(
        [...byApplication].map((those) =>
          readTexts(those, deps).catch((error: Error) => new Map(those.map(({ id }) => [id, error] as const))),
        ),
      );
      const byOwner = new Map<string, string | Error>(texts.flatMap((read) => [...read]));
      return owners.map(({ id, text }) => (text && !fitsAnswer(text) ? textTooLarge(text) : byOwner.get(id)));
    },
    { cache: false, batchScheduleFn: (read) => setImmediate(read) },
  );
}

const textTooLarge = ({ bytes }: TextLocation): AppError =>
  new AppError('AnswerTooLarge', `the text has ${bytes} bytes, and an answer takes ${maxBytes}: read it from its downloadURL`);

const distinct = (owners: readonly WithText[]): WithText[] => [...new Map(owners.map((owner) => [owner.id, owner])).values()];
