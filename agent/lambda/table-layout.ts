/**
 * The layout of a Runtime's table. Its keys are the texts `pk` and `sk`. Readers of the view of Applications are granted the partitions of
 * `viewPartitions` and no other.
 */
export const partitions = {
  /** One head per Application, its sort key the Application's id. */
  heads: 'APPLICATIONS',
  /** State of the Agent, private keys among it. */
  agent: 'AGENT',
  /** Changes that are to be announced, and contents that are to be tidied up. */
  outbox: 'OUTBOX',
} as const;

/** Parts of the contents of an Application. */
export const contentPartition = (applicationId: string): string => `APPLICATION#${applicationId}`;

/** Sort key of a part: parts of one content follow each other. */
export const partKey = (content: string, position: number): string => `${content}#${String(position).padStart(4, '0')}`;

/** An entry for an Application in the view. */
export interface Head {
  readonly id: string;
  readonly name: string;
  /** Ids of the System Auths that the Application connects with. */
  readonly authIds: readonly string[];
  /** Grows with each change of the Application in this Runtime. */
  readonly revision: number;
  /** The content that counts, of those whose parts are there. */
  readonly content: string;
  readonly parts: number;
  readonly bytes: number;
  readonly digest: string;
  readonly updatedAt: string;
}

/** UTF-16 code units of a part: 300 KB at most in UTF-8, where an item may have 400 KB. */
const maxPartLength = 100_000;

/** Cuts a text into parts, none of which ends within a character. */
export function partsOf(text: string): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length || parts.length === 0; ) {
    const end = from + maxPartLength;
    const cutsPair = end < text.length && /[\ud800-\udbff]/.test(text.charAt(end - 1));
    const to = cutsPair ? end - 1 : end;
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts;
}
