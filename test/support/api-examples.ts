import { globSync, readFileSync } from 'node:fs';

export const apis = ['director', 'connector', 'provisioner'] as const;
export type Api = (typeof apis)[number];

const callers = ['administrator', 'token', 'application', 'runtime', 'operator'] as const;
export type ExampleCaller = (typeof callers)[number];

/** A fenced request of docs/api with the answer that is written below it, as docs/api/README.md explains them. */
export interface Example {
  readonly api: Api;
  readonly caller: ExampleCaller;
  /** Asked again until it is answered so. */
  readonly eventually: boolean;
  readonly request: string;
  readonly answer: unknown;
  readonly line: number;
}

const fence = /^```graphql (\w+)(?: as (\w+))?( eventually)?\n([\s\S]+?)^```\n(?:\n```json\n([\s\S]+?)^```\n)?/gm;

export const examplePages: readonly string[] = globSync('docs/api/*.md').sort();

export function examplesOf(page: string): Example[] {
  const text = readFileSync(page, 'utf8');
  return [...text.matchAll(fence)].map(({ index, 1: api = '', 2: caller = 'administrator', 3: eventually, 4: request = '', 5: answer }) => {
    const line = text.slice(0, index).split('\n').length;
    return {
      api: oneOf(apis, api, page, line),
      caller: oneOf(callers, caller, page, line),
      eventually: eventually !== undefined,
      request,
      answer: answer === undefined ? {} : JSON.parse(answer),
      line,
    };
  });
}

function oneOf<T extends string>(known: readonly T[], given: string, page: string, line: number): T {
  const found = known.find((one) => one === given);
  if (!found) throw new Error(`${page}:${line} says ${given}, which is none of ${known.join(', ')}`);
  return found;
}

export type Captures = Map<string, string>;

const placeholder = /\{\{(\w+)\}\}/g;

/** The text with what earlier answers captured. */
export const filled = (text: string, captures: Captures): string =>
  text.replaceAll(placeholder, (whole, name: string) => captures.get(name) ?? whole);

/**
 * Lists the differences between an answer and the documentation. A placeholder without a captured value matches anything, and captures it.
 */
export function differences(written: unknown, found: unknown, captures: Captures, path = 'data'): string[] {
  if (typeof written === 'string') return textDifferences(filled(written, captures), found, captures, path);
  if (Array.isArray(written) && Array.isArray(found)) {
    const counts = written.length === found.length ? [] : [`${path} has ${found.length} elements instead of ${written.length}`];
    return [...counts, ...written.flatMap((one, index) => differences(one, found[index], captures, `${path}.${index}`))];
  }
  if (typeof written === 'object' && written !== null && typeof found === 'object' && found !== null) {
    return Object.entries(written).flatMap(([key, one]) =>
      differences(one, (found as Record<string, unknown>)[key], captures, `${path}.${key}`),
    );
  }
  return written === found ? [] : [`${path} is ${JSON.stringify(found)} instead of ${JSON.stringify(written)}`];
}

function textDifferences(written: string, found: unknown, captures: Captures, path: string): string[] {
  const [, name] = /^\{\{(\w+)\}\}$/.exec(written) ?? [];
  if (name === undefined) return written === found ? [] : [`${path} is ${JSON.stringify(found)} instead of ${JSON.stringify(written)}`];
  if (found === null || found === undefined) return [`${path} is missing`];
  captures.set(name, typeof found === 'string' ? found : JSON.stringify(found));
  return [];
}
