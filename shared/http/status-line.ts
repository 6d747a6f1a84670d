/** The status line and the headers that followed it so far. */
export interface AnswerHead {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
}

/** Any 2xx (RFC 9110, 15.3). */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Maximum bytes that are kept: cookies and security policies of real servers make long heads. */
const maxBytes = 320 * 1024;

const statusLine = /^HTTP\/\d(?:\.\d)? {1,9}(\d{3})(?=[ \r\n])/;
const interim = /^1(?!01)/;

/** A final head, and how far it reaches in the bytes of the connection. */
export interface ReceivedHead extends AnswerHead {
  /** Position behind the empty line; undefined while it has not come. */
  readonly end?: number;
}

/**
 * Reads the head of a final answer from the bytes of a connection, whatever is wrong with what follows the status line. Interim answers
 * (RFC 9110, 15.2) are skipped; 101 counts as final, because no protocol was asked for.
 */
export function headReader() {
  let text = '';
  return {
    push: (chunk: Buffer): void => {
      if (text.length < maxBytes) text += chunk.toString('latin1');
    },
    /** Undefined until the status line of a final answer is complete. */
    head: (): ReceivedHead | undefined => finalHead(text),
    /** The bytes so far, a character for each byte. */
    text: (): string => text,
    /** Returns true if what came can be no beginning of an answer. */
    isForeign: (): boolean => {
      const beginning = withoutEmptyLines(text);
      return !'HTTP/'.startsWith(beginning.slice(0, 5)) || (beginning.includes('\n') && !statusLine.test(beginning));
    },
  };
}

function finalHead(received: string): ReceivedHead | undefined {
  for (let text = withoutEmptyLines(received); ; ) {
    const [line, status] = statusLine.exec(text) ?? [];
    if (line === undefined || status === undefined) return undefined;
    const [head, rest] = split(text);
    if (!interim.test(status))
      return { status: Number(status), header: headerIn(head), end: rest === undefined ? undefined : received.length - rest.length };
    if (rest === undefined) return undefined;
    text = withoutEmptyLines(rest);
  }
}

/** A recipient skips empty lines before a status line (RFC 9112, 2.2). */
const withoutEmptyLines = (text: string): string => (/^[\r\n]/.test(text) ? text.slice(/^[\r\n]{0,64}/.exec(text)?.[0].length) : text);

/** Cuts a text into complete lines of a head, and what follows its empty line: undefined if that has not come. */
function split(text: string): [head: string, rest?: string] {
  const end = /\r?\n\r?\n/.exec(text);
  return end ? [text.slice(0, end.index), text.slice(end.index + end[0].length)] : [text.slice(0, text.lastIndexOf('\n') + 1)];
}

const headerIn =
  (head: string) =>
  (name: string): string | undefined => {
    const lines = head.split(/\r?\n/, 2000);
    const line = lines.slice(1).find((one) => one.slice(0, one.indexOf(':')).trim().toLowerCase() === name);
    return line?.slice(line.indexOf(':') + 1).trim();
  };
