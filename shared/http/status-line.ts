/** The status line and the headers that followed it so far. */
export interface AnswerHead {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
}

/** Any 2xx (RFC 9110, 15.3). */
export const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** Bytes of interim answers and of the head that are looked at. */
const maxLineBytes = 64 * 1024;

const statusLine = /^HTTP\/\d(?:\.\d)? {1,9}(\d{3})(?=[ \r\n])/;
const interim = /^1(?!01)/;

/**
 * Reads the head of a final answer from the bytes of a connection, whatever is wrong with what follows the status line. Interim answers
 * (RFC 9110, 15.2) are skipped; 101 counts as final, because no protocol was asked for.
 */
export function headReader() {
  let text = '';
  return {
    push: (chunk: Buffer): void => {
      if (text.length < maxLineBytes) text += chunk.toString('latin1');
    },
    /** Undefined until the status line of a final answer is complete. */
    head: (): AnswerHead | undefined => finalHead(text),
  };
}

function finalHead(received: string): AnswerHead | undefined {
  for (let text = withoutEmptyLines(received); ; ) {
    const [line, status] = statusLine.exec(text) ?? [];
    if (line === undefined || status === undefined) return undefined;
    if (!interim.test(status)) return { status: Number(status), header: headerIn(text) };
    const end = /\r?\n\r?\n/.exec(text);
    if (!end) return undefined;
    text = withoutEmptyLines(text.slice(end.index + end[0].length));
  }
}

/** A recipient skips empty lines before a status line (RFC 9112, 2.2). */
const withoutEmptyLines = (text: string): string => text.slice(/^[\r\n]{0,64}/.exec(text)?.[0].length);

const headerIn =
  (text: string) =>
  (name: string): string | undefined => {
    const lines = text.split(/\r?\n/, 2000);
    const end = lines.indexOf('');
    const line = lines.slice(1, end === -1 ? -1 : end).find((one) => one.slice(0, one.indexOf(':')).trim().toLowerCase() === name);
    return line?.slice(line.indexOf(':') + 1).trim();
  };
