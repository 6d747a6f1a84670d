import { readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { tenants } from '../local-description.ts';
import type { LocalRoute } from '../template/local-system.ts';
import { targetOf } from './api-gateway-event.ts';

interface AssetFile {
  readonly module: string;
  /** Below the package's folder, since not all of these files are among its exports. */
  readonly path: string;
  readonly type: string;
}

const files: Readonly<Record<string, AssetFile>> = {
  '/graphiql/react.js': { module: 'react', path: 'umd/react.production.min.js', type: 'text/javascript' },
  '/graphiql/react-dom.js': { module: 'react-dom', path: 'umd/react-dom.production.min.js', type: 'text/javascript' },
  '/graphiql/graphiql.js': { module: 'graphiql', path: 'graphiql.min.js', type: 'text/javascript' },
  '/graphiql/graphiql.css': { module: 'graphiql', path: 'graphiql.min.css', type: 'text/css' },
};

/** Answers browsers that open a GraphQL endpoint with GraphiQL, from files of this machine; everything else goes to `next`. */
export function graphiql(routes: readonly LocalRoute[], next: RequestListener): RequestListener {
  const endpoints = routes.filter(({ mutualTls, path }) => !mutualTls && path.endsWith('/graphql')).map(({ path }) => path);
  return (request, response) => {
    const { path } = targetOf(request);
    const file = files[path];
    if (file && request.method === 'GET') return sendFile(response, file);
    if (endpoints.includes(path) && wantsPage(request)) return send(response, 'text/html', page(path));
    next(request, response);
  };
}

const wantsPage = ({ method, headers }: IncomingMessage): boolean => method === 'GET' && (headers.accept ?? '').includes('text/html');

function sendFile(response: ServerResponse, { module, path, type }: AssetFile): void {
  const folder = dirname(createRequire(import.meta.url).resolve(`${module}/package.json`));
  send(response, type, readFileSync(join(folder, path)));
}

const send = (response: ServerResponse, type: string, body: string | Buffer): void => {
  response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
};

const page = (path: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Compass ${path}</title>
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>html, body, #graphiql { height: 100%; margin: 0; }</style>
</head>
<body>
<div id="graphiql"></div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script>
const fetcher = GraphiQL.createFetcher({ url: '${path}' });
const defaultHeaders = JSON.stringify({ Authorization: 'Bearer <npm run token -- --tenant ${tenants[0]}>', Tenant: '${tenants[0]}' }, null, 2);
ReactDOM.createRoot(document.getElementById('graphiql')).render(React.createElement(GraphiQL, { fetcher, defaultHeaders, shouldPersistHeaders: false }));
</script>
</body>
</html>
`;
