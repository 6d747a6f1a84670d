import type * as z from 'zod';
import { parsedJson } from '../parsed-json.ts';
import { parseIdentity } from '../state/certificate.ts';
import type { KeyStore } from '../state/key-store.ts';
import type { OnDamage, StoredJson } from '../state/stored-json.ts';
import type { AgentTable, Item } from './agent-table.ts';
import { seal, unseal } from './sealing.ts';
import { partitions } from './table-layout.ts';

interface StoredText {
  load(): Promise<string | undefined>;
  save(text: string): Promise<void>;
  clear(): Promise<void>;
}

/** Documents of the Agent's state in its table, all read by one query. Every write is refused once the lease is lost. */
export function tableDocuments(table: AgentTable, key: () => Promise<Buffer>, onDamage: OnDamage) {
  let items: Promise<Map<string, Item>> | undefined;
  const all = (): Promise<Map<string, Item>> => {
    items ??= table.query(partitions.agent).then((found) => new Map(found.map((item) => [item.sk, item])));
    return items;
  };
  /** The outcome of a write that failed is unknown, so everything is read again. */
  const write = async (sk: string, item: Item | undefined): Promise<void> => {
    const known = await all();
    items = undefined;
    await table.write([item === undefined ? table.delete(partitions.agent, sk) : table.put(item)]);
    if (item === undefined) known.delete(sk);
    else known.set(sk, item);
    items = Promise.resolve(known);
  };

  const plain = (sk: string): StoredText => ({
    load: async () => textIn((await all()).get(sk)?.text),
    save: (text) => write(sk, { pk: partitions.agent, sk, text }),
    clear: async () => void ((await all()).has(sk) && (await write(sk, undefined))),
  });

  const sealed = (sk: string): StoredText => ({
    ...plain(sk),
    async load() {
      const item = (await all()).get(sk);
      if (item === undefined) return undefined;
      const text = unseal(await key(), Buffer.from(textIn(item.sealed) ?? '', 'base64'), sk);
      if (text === undefined) onDamage(sk);
      return text;
    },
    save: async (text) => write(sk, { pk: partitions.agent, sk, sealed: seal(await key(), text, sk).toString('base64') }),
  });

  /** Counts a text that cannot be parsed as absent. */
  const read = async <T>(sk: string, { load }: StoredText, parse: (text: string) => T | undefined): Promise<T | undefined> => {
    const text = await load();
    if (text === undefined) return undefined;
    const value = parse(text);
    if (value === undefined) onDamage(sk);
    return value;
  };

  const json = <T>(sk: string, schema: z.ZodType<T>, stored: StoredText): StoredJson<T> => ({
    load: () => read(sk, stored, (text) => parsedJson(text, schema)),
    save: (value) => stored.save(JSON.stringify(value)),
    clear: stored.clear,
  });

  return {
    plain: <T>(sk: string, schema: z.ZodType<T>) => json(sk, schema, plain(sk)),
    sealed: <T>(sk: string, schema: z.ZodType<T>) => json(sk, schema, sealed(sk)),
    identity: (sk: string): KeyStore => {
      const stored = sealed(sk);
      return {
        load: () => read(sk, stored, parseIdentity),
        save: ({ privateKey, certificateChain }) => stored.save(privateKey + certificateChain),
      };
    },
  };
}

const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
