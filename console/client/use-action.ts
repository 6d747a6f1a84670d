import { useCallback, useState } from 'react';
import { asConsoleError, type ConsoleError } from './console-error.ts';

interface Action<Input extends readonly unknown[]> {
  readonly run: (...input: Input) => Promise<void>;
  readonly busy: boolean;
  readonly failure: ConsoleError | undefined;
  readonly forget: () => void;
}

/** A change that the user asks for: whether it is in progress, and its failure. */
export function useAction<Input extends readonly unknown[]>(change: (...input: Input) => Promise<unknown>): Action<Input> {
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure?: ConsoleError | undefined }>({ busy: false });
  const run = async (...input: Input) => {
    setState({ busy: true });
    const failure = await change(...input).then(() => undefined, asConsoleError);
    setState({ busy: false, failure });
  };
  const forget = useCallback(() => setState({ busy: false }), []);
  return { run, busy: state.busy, failure: state.failure, forget };
}
