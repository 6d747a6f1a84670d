import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { type ConsoleConfiguration, cacheControlOf, consoleHeaders, contentTypeOf } from '#shared/console/console-headers.ts';
import { consolePath } from '#shared/console/console-path.ts';
import { targetOf } from '../gateway/api-gateway-event.ts';
import { html, page, pageHeaders } from '../page.ts';
import type { BuildState, ConsoleBuild } from './console-build.ts';

interface Site {
  readonly publicUrl: string;
  readonly configuration: ConsoleConfiguration;
  readonly dist: string;
  readonly build: ConsoleBuild;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const reloadSeconds = 2;
// All that the console asks for is at its own origin.
const headers = consoleHeaders({ connect: [] });

/** Serves the console below its path, and passes other requests to `next`. */
export function consoleSite(site: Site, next: RequestListener): RequestListener {
  const answer = answers(site);
  return (request, response) => {
    const { path } = targetOf(request);
    if (path !== consolePath.slice(0, -1) && !path.startsWith(consolePath)) return next(request, response);
    answer(request, path).then(
      (found) => send(request, response, found),
      (error: unknown) => {
        console.error(error);
        send(
          request,
          response,
          notice(500, 'The console cannot be served', html`<p role="alert">The terminal of the system says why.</p>`),
        );
      },
    );
  };
}

function answers({ publicUrl, configuration, dist, build }: Site) {
  let files: readonly string[] | undefined;

  const { host } = new URL(publicUrl);
  const withoutBuild = ({ method = '', headers: { host: asked } }: IncomingMessage, path: string): Answer | undefined => {
    if (!['GET', 'HEAD'].includes(method)) return { status: 405, headers: { ...headers, allow: 'GET, HEAD' }, body: '' };
    // Only this address may be signed in at.
    if (asked !== host) return redirect(publicUrl + path);
    return path.startsWith(consolePath) ? undefined : redirect(publicUrl + consolePath);
  };

  /** Knows the files of the newest build; the page asks whether it is still that of the sources. */
  const prepared = async (isPage: boolean): Promise<BuildState | undefined> => {
    if (files && !isPage) return undefined;
    const state = await build.current();
    if (state.state === 'ready') files = await filesIn(dist);
    return state;
  };

  return async (request: IncomingMessage, path: string): Promise<Answer> => {
    const name = path.slice(consolePath.length);
    const answer = withoutBuild(request, path);
    if (answer) return answer;
    if (name === 'config.json') return file(name, JSON.stringify(configuration));
    const isPage = extname(name) === '';
    const state = await prepared(isPage);
    if (state && state.state !== 'ready') return unbuilt(state);
    const found = isPage ? 'index.html' : name;
    return files?.includes(found) ? file(found, await readFile(join(dist, found))) : missing();
  };
}

/** The files of a build by their paths, without those that are for tools. */
async function filesIn(dist: string): Promise<string[]> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(dist.length + 1));
  return paths.filter((path) => !path.split('/').some((part) => part.startsWith('.')));
}

const file = (name: string, body: string | Buffer): Answer => ({
  status: 200,
  headers: { ...headers, 'content-type': contentTypeOf(name), 'cache-control': cacheControlOf(name) },
  body,
});

const missing = (): Answer => ({ status: 404, headers: { ...headers, 'cache-control': 'no-store' }, body: '' });
const redirect = (location: string): Answer => ({ status: 307, headers: { ...headers, location, 'cache-control': 'no-store' }, body: '' });

const notice = (
  status: number,
  title: string,
  body: Parameters<typeof page>[1],
  further: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { ...pageHeaders, ...further, 'content-type': 'text/html; charset=utf-8' },
  body: page(title, body),
});

function unbuilt(state: Exclude<BuildState, { state: 'ready' }>): Answer {
  if (state.state === 'failed')
    return notice(
      500,
      'The console cannot be built',
      html`<p role="alert">Its sources or its packages are not as they should be. Correct them, and reload this page.</p><pre>${state.output}</pre>`,
    );
  const again = { refresh: String(reloadSeconds), 'retry-after': String(reloadSeconds) };
  return notice(503, 'The console is being built', html`<p>This page reloads until it is there, usually within half a minute.</p>`, again);
}

function send({ method }: IncomingMessage, response: ServerResponse, { status, headers: given, body }: Answer): void {
  response.writeHead(status, { ...given, 'content-length': Buffer.byteLength(body) }).end(method === 'HEAD' ? undefined : body);
}
