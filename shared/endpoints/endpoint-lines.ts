/** The calls of one run of one process, by endpoint. They keep a hanging endpoint from taking every worker, at no cost. */
export interface EndpointLines<T> {
  /** Begins a call and returns true; or has it wait for the end of another call of the endpoint, and returns false. */
  begin(endpoint: string, call: T): boolean;
  /** Ends a call and begins the next one that waited, which it returns. `answered` is undefined for a call that was not made. */
  end(endpoint: string, answered: boolean | undefined): T | undefined;
  /** True if the endpoint gave no answer several times in a row. */
  isSilent(endpoint: string): boolean;
}

/** Calls of one endpoint at once: of 50 workers, ten endpoints that hang take all. */
const atOnce = 5;

/** Calls in a row without an answer. */
const threshold = 5;

interface Line<T> {
  underWay: number;
  failures: number;
  readonly waiting: T[];
}

export function endpointLines<T>(): EndpointLines<T> {
  const lines = new Map<string, Line<T>>();
  const lineOf = (endpoint: string): Line<T> => {
    const line = lines.get(endpoint) ?? { underWay: 0, failures: 0, waiting: [] };
    lines.set(endpoint, line);
    return line;
  };
  return {
    begin: (endpoint, call) => {
      const line = lineOf(endpoint);
      if (line.underWay >= atOnce) {
        line.waiting.push(call);
        return false;
      }
      line.underWay += 1;
      return true;
    },
    end: (endpoint, answered) => {
      const line = lineOf(endpoint);
      if (answered !== undefined) line.failures = answered ? 0 : line.failures + 1;
      const next = line.waiting.shift();
      if (next === undefined) line.underWay -= 1;
      return next;
    },
    isSilent: (endpoint) => lineOf(endpoint).failures >= threshold,
  };
}
