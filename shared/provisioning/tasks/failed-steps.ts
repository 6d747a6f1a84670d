import * as z from 'zod';
import { errorCatalogue } from '../../core/error-catalogue.ts';
import type { LastError } from '../operation.ts';
import { timeoutErrors, transientFailure } from '../task-errors.ts';

const caught = z.object({ Error: z.string().default('Unknown'), Cause: z.string().default('') });

/** Errors that the state machine caught, by the name of the step: the failure itself, and those of the clean-up after it. */
export const failedSteps = { failure: z.record(z.string(), caught), cleanup: z.record(z.string(), caught).optional() };

type Caught = z.output<typeof caught>;

export interface FailedSteps {
  readonly failure: Readonly<Record<string, Caught>>;
  readonly cleanup?: Readonly<Record<string, Caught>>;
}

/** The visible part of a failure: its step, the name of the error, and a message without internal details. */
export function lastErrorOf({ failure, cleanup = {} }: FailedSteps): LastError {
  const [step = 'Unknown', error = { Error: 'Unknown', Cause: '' }] = Object.entries(failure)[0] ?? [];
  const notes = Object.entries(cleanup).map(([name, note]) => `; ${name} failed too: ${messageOf(note)}`);
  return { step, code: error.Error, message: messageOf(error) + notes.join('') };
}

const maxMessageLength = 1000;

function messageOf({ Error: name, Cause }: Caught): string {
  if (timeoutErrors.includes(name)) return 'the step did not end in time';
  if (name !== transientFailure && !Object.hasOwn(errorCatalogue, name)) return `the step ended unexpectedly (${name})`;
  return textOf(Cause).slice(0, maxMessageLength);
}

/** Lambda reports an error as JSON with message and stack. Only the message is shown. */
function textOf(cause: string): string {
  try {
    const report = z.object({ errorMessage: z.string() }).safeParse(JSON.parse(cause));
    return report.success ? report.data.errorMessage : cause;
  } catch {
    return cause;
  }
}
