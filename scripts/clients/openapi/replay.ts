import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { close, listen } from '#local/http-server.ts';
import { type RecordedAnswer, withMoreFields } from '#test/support/described-answers.ts';

const project = join(import.meta.dirname, '../../..');
const read = async (file: string) => parse(await readFile(join(project, file), 'utf8'));

/** The OpenAPI documents, by the names that their clients get. */
export const documents = ['configuration', 'events'] as const;
export const documentOf = (name: (typeof documents)[number]): string => join(project, `docs/api/${name}.openapi.yaml`);

/** The path at which an operation is, the type of its requests that clients send, and the place of the example of one. */
const operations: Readonly<Record<string, { readonly path: RegExp; readonly type?: string; readonly of?: string }>> = {
  getRuntimeConfiguration: { path: /^\/runtimes\/[0-9a-f-]{36}\/configuration$/ },
  getApplicationConfiguration: { path: /^\/applications\/[0-9a-f-]{36}\/configuration$/ },
  sendCloudEvents: { path: /^\/shop\/events$/, type: 'application/cloudevents+json', of: '/{application}/events' },
  sendEvents: { path: /^\/shop\/v1\/events$/, type: 'application/json', of: '/{application}/v1/events' },
};

interface Case extends RecordedAnswer {
  readonly document: (typeof documents)[number];
  /** The body that the client sends; absent if the operation has none. */
  readonly request?: unknown;
}

/** Each recorded answer, and each again with one more field in every object. */
export async function recordedCases(): Promise<Case[]> {
  const { paths } = await read('docs/api/events.openapi.yaml');
  const recorded = documents.map(async (document) => {
    const answers: RecordedAnswer[] = await read(`test/contract/openapi/${document}-answers.yaml`);
    return answers.map((answer) => ({ document, ...answer }));
  });
  return (await Promise.all(recorded)).flat().flatMap((answer) => {
    const { of, type = '' } = operations[answer.operation] ?? {};
    const asked = { ...answer, ...(of && { request: paths[of].post.requestBody.content[type].example }) };
    if (answer.body === undefined) return [asked];
    return [asked, { ...asked, to: `${answer.to}, with fields that were added later`, body: withMoreFields(answer.body) }];
  });
}

/** Says what is wrong with a request; undefined if nothing is. */
function faultOf({ url = '', headers }: IncomingMessage, sent: string, { operation, request }: Case): string | undefined {
  const { path, type } = operations[operation] ?? {};
  const rest = new URL(url, 'http://localhost').pathname.replace(/^\/\d+/, '');
  if (!path?.test(rest)) return `${operation} asks for ${rest}`;
  if (request === undefined) return undefined;
  if (headers['content-type']?.split(';')[0] !== type) return `${operation} sends ${headers['content-type']}`;
  return isDeepStrictEqual(comparable(JSON.parse(sent)), comparable(request)) ? undefined : `${operation} sends ${sent}`;
}

/**
 * Serves the recorded answers, each at an address of its own, while a client asks for them. The client reads `cases.json` (`url`, `operation` and
 * `request` of each) and writes `parsed.json`: for each case the JSON of what it parsed, or null where the answer has no body.
 */
export async function replay(folder: string, client: () => Promise<unknown>): Promise<string> {
  const cases = await recordedCases();
  const faults: string[] = [];
  const server = createServer(async (request, response) => {
    const asked = cases[Number(request.url?.split('/')[1])];
    const fault = asked ? faultOf(request, await text(request), asked) : `nothing is at ${request.url}`;
    if (fault) faults.push(fault);
    const { status = 404, body } = asked ?? {};
    response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  });
  const port = await listen(server, 0);
  try {
    const given = cases.map(({ operation, request }, index) => ({ url: `http://127.0.0.1:${port}/${index}`, operation, request }));
    await writeFile(join(folder, 'cases.json'), JSON.stringify(given));
    await client();
    expectParsed(cases, JSON.parse(await readFile(join(folder, 'parsed.json'), 'utf8')), faults);
  } finally {
    server.closeAllConnections();
    await close(server);
  }
  const answers = cases.filter(({ body }) => body !== undefined).length;
  return `parses ${answers} answers without a loss, half of them with fields that were added later, and ${cases.length - answers} without a body`;
}

function expectParsed(cases: readonly Case[], parsed: readonly unknown[], faults: readonly string[]): void {
  const lost = cases.flatMap(({ operation, to, status, body = null }, index) => {
    const [had, has] = [comparable(body), comparable(parsed[index])];
    return isDeepStrictEqual(had, has)
      ? []
      : [`${operation}, ${to}: ${status}\n  ${JSON.stringify(had)}\n  was read as\n  ${JSON.stringify(has)}`];
  });
  if (lost.length + faults.length > 0) throw new Error([...faults, ...lost.slice(0, 3), `${lost.length} answers are lost`].join('\n'));
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A value as it is compared: instants in one form, without fields that are null or were added later, which clients may leave out. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string') return instant.test(value) ? new Date(value).toISOString() : value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name, inside]) => name !== 'addedLater' && inside !== null);
  return Object.fromEntries(fields.map(([name, inside]) => [name, comparable(inside)]));
}
