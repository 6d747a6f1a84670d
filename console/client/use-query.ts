import { useCallback, useEffect, useState } from 'react';
import type { Operation } from '../operations/operation.ts';
import type { Send } from './api-client.ts';
import { useApi } from './api-context.ts';
import { asConsoleError, type ConsoleError } from './console-error.ts';

export interface Query<Answer> {
  /** The last answer; it stays while another is asked for. */
  readonly data: Answer | undefined;
  readonly failure: ConsoleError | undefined;
  readonly loading: boolean;
  readonly reload: () => void;
}

type Read<Answer> = (send: Send, signal: AbortSignal) => Promise<Answer>;

interface State<Answer> {
  readonly data?: Answer | undefined;
  readonly failure?: ConsoleError | undefined;
  readonly loading: boolean;
}

/**
 * Reads something of the APIs: at the beginning, when the key changes, by `reload`, and every `everyMs` if that is given. An answer that came too
 * late for the key is dropped.
 */
export function useReading<Answer>(
  key: string,
  read: Read<Answer>,
  { everyMs }: { readonly everyMs?: number | undefined } = {},
): Query<Answer> {
  const { send, tenant } = useApi();
  const [state, setState] = useState<State<Answer>>({ loading: true });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((count) => count + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is read, and the round for a repetition.
  useEffect(() => {
    const stop = new AbortController();
    setState(({ data }) => ({ data, loading: true }));
    void read(send, stop.signal)
      .then((data) => ({ data, loading: false }))
      .catch((error: unknown) => ({ failure: asConsoleError(error), loading: false }))
      .then((next) => stop.signal.aborted || setState(next));
    return () => stop.abort();
  }, [send, tenant, key, round]);
  useEffect(() => {
    if (everyMs === undefined) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMs);
    return () => clearInterval(timer);
  }, [everyMs, reload]);
  return { data: state.data, failure: state.failure, loading: state.loading, reload };
}
/** Sends a query of an API and keeps its answer. */
export const useQuery = <Answer, Variables>(
  operation: Operation<Answer, Variables>,
  variables: Variables,
  options: { readonly everyMs?: number | undefined } = {},
): Query<Answer> =>
  useReading(`${operation.name} ${JSON.stringify(variables)}`, (send, signal) => send(operation, variables, { signal }), options);
