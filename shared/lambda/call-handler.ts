import type { Logger } from '@aws-lambda-powertools/logger';
import middy from '@middy/core';
import type * as z from 'zod';

/** The edge of a function that another one calls and waits for: checks its input and writes one log line, with these fields. */
export const callHandler = <S extends z.ZodType, Result>(
  log: Pick<Logger, 'info' | 'error'>,
  schema: S,
  run: (input: z.output<S>) => Promise<Result>,
  { fields }: { readonly fields: (input: z.output<S>, result: Result) => Readonly<Record<string, unknown>> },
) =>
  middy<z.input<S>, Result>().handler(async (event) => {
    try {
      const input = schema.parse(event);
      const result = await run(input);
      log.info('call done', fields(input, result));
      return result;
    } catch (error) {
      log.error('call failed', { error: error as Error });
      throw error;
    }
  });
