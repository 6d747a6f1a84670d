import { describe, expect, it } from 'vitest';
import { routeFor } from '#local/gateway/route-for.ts';
import type { LocalRoute } from '#local/template/local-system.ts';

const route = (method: string, path: string): LocalRoute => ({
  method,
  path,
  functionArn: `${method} ${path}`,
  authorized: false,
  mutualTls: false,
});
const routes = [
  route('GET', '/runtimes/{id}/configuration'),
  route('POST', '/graphql'),
  route('ANY', '/{tenant}/files/{name}'),
  route('GET', '/v1/files/{name}'),
];
const found = (method: string, path: string) => {
  const one = routeFor(routes, method, path);
  return one && { to: one.route.functionArn, parameters: one.parameters };
};

describe('a request', () => {
  it.each([
    ['by its path', 'POST', '/graphql', 'POST /graphql', {}],
    ['with a segment for a variable', 'GET', '/runtimes/r-1/configuration', 'GET /runtimes/{id}/configuration', { id: 'r-1' }],
    ['with a segment that is decoded', 'GET', '/runtimes/a%2Fb%20c/configuration', 'GET /runtimes/{id}/configuration', { id: 'a/b c' }],
    ['with a segment that cannot be decoded', 'GET', '/runtimes/%zz/configuration', 'GET /runtimes/{id}/configuration', { id: '%zz' }],
    ['with several variables, by any method', 'DELETE', '/t/files/f', 'ANY /{tenant}/files/{name}', { tenant: 't', name: 'f' }],
    ['to the first of the routes that fit', 'GET', '/v1/files/f', 'ANY /{tenant}/files/{name}', { tenant: 'v1', name: 'f' }],
  ])('finds its route %s', (_, method, path, to, parameters) => {
    expect(found(method, path)).toEqual({ to, parameters });
  });

  it.each([
    ['another method', 'GET', '/graphql'],
    ['nothing for a variable', 'GET', '/runtimes//configuration'],
    ['a segment too many', 'GET', '/runtimes/r/s/configuration'],
    ['a segment too few', 'GET', '/runtimes/r'],
    ['a slash at the end', 'POST', '/graphql/'],
    ['other letters', 'POST', '/GraphQL'],
  ])('with %s has no route', (_, method, path) => {
    expect(found(method, path)).toBeUndefined();
  });
});
