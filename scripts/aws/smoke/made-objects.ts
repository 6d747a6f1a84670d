import * as z from 'zod';
import type { Caller } from './caller.ts';

const kinds = { Application: 'unregisterApplication', Runtime: 'unregisterRuntime' } as const;
type Kind = keyof typeof kinds;

/** Objects that the smoke test has made, and removes in any case. */
export interface MadeObjects {
  /** Registers an object under a name of its own, and returns its id. */
  readonly register: (kind: Kind, input: object) => Promise<string>;
  /** Removes everything. Returns what could not be removed, by name and id; it may be called again. */
  readonly remove: () => Promise<string[]>;
}

const found = z.object({ data: z.array(z.object({ id: z.string(), name: z.string() })) });
const attempts = 3;

export function madeObjects({ director }: Caller, name: string): MadeObjects {
  /** Ids by kind; without one as long as the answer to the registration is not there. */
  const made = new Map<Kind, string | undefined>();

  const register = async (kind: Kind, input: object): Promise<string> => {
    made.set(kind, undefined);
    const { id } = await director(
      `mutation ($in: ${kind}RegisterInput!) { result: register${kind}(in: $in) { id } }`,
      z.object({ id: z.string() }),
      { in: { name, description: 'Of a smoke test. It may be deleted.', ...input } },
    );
    made.set(kind, id);
    return id;
  };

  const unregister = async (kind: Kind): Promise<void> => {
    const id = made.get(kind) ?? (await idByName(director, kind, name));
    if (id) await director(`mutation ($id: ID!) { result: ${kinds[kind]}(id: $id) { id } }`, z.unknown(), { id });
    made.delete(kind);
  };

  const remove = async (): Promise<string[]> => {
    const left: string[] = [];
    for (const kind of [...made.keys()].reverse()) {
      const error = await repeated(() => unregister(kind));
      if (error) left.push(`${kind} ${name} (${made.get(kind) ?? 'id unknown'}): ${error.message}`);
    }
    return left;
  };
  return { register, remove };
}

/** Finds what a registration left whose answer was lost. The latest objects stand last in the listing. */
async function idByName(director: Caller['director'], kind: Kind, name: string): Promise<string | undefined> {
  let after: string | null = null;
  do {
    const page: z.infer<typeof pageOf> = await director(
      `query ($after: PageCursor) { result: ${kind.toLowerCase()}s(first: 200, after: $after) { data { id name } pageInfo { endCursor hasNextPage } } }`,
      pageOf,
      { after },
    );
    const match = page.data.find((object) => object.name === name);
    if (match) return match.id;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  return undefined;
}

const pageOf = found.extend({ pageInfo: z.object({ endCursor: z.string(), hasNextPage: z.boolean() }) });

async function repeated(attempt: () => Promise<void>): Promise<Error | undefined> {
  let last: Error | undefined;
  for (let count = 0; count < attempts; count += 1) {
    try {
      await attempt();
      return undefined;
    } catch (error) {
      last = error instanceof Error ? error : new Error(String(error));
    }
  }
  return last;
}
