import type { LocalRoute } from '../template/local-system.ts';

export interface FoundRoute {
  readonly route: LocalRoute;
  /** Values of the route's path variables, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** The route of a request. A variable such as `{id}` stands for one segment of the path, as API Gateway has it. */
export function routeFor(routes: readonly LocalRoute[], method: string, path: string): FoundRoute | undefined {
  for (const route of routes) {
    const parameters = route.method === 'ANY' || route.method === method ? parametersOf(route.path, path) : undefined;
    if (parameters) return { route, parameters };
  }
  return undefined;
}

function parametersOf(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(.+)\}$/.exec(segment)?.[1];
    if (name === undefined ? segment !== value : value === '') return undefined;
    if (name !== undefined) parameters[name] = decoded(value);
  }
  return parameters;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
