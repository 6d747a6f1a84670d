/** An object that `build` makes when one of its members is read first: a start does not pay for what no request of the process needs. */
export function builtAtFirstUse<T extends object>(build: () => T): T {
  const target = {} as T;
  const built = (): T => {
    Object.assign(target, build());
    for (const trap of Object.keys(traps) as (keyof typeof traps)[]) delete traps[trap];
    return target;
  };
  const traps: ProxyHandler<T> = {
    get: (_, key) => Reflect.get(built(), key),
    has: (_, key) => Reflect.has(built(), key),
    ownKeys: () => Reflect.ownKeys(built()),
    getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(built(), key),
  };
  return new Proxy(target, traps);
}
