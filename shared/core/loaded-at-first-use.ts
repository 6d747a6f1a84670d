import { onceResolved } from './once.ts';

/** An object whose code is loaded when one of these methods is called first: few requests need it, and the others need not wait for it. */
export function loadedAtFirstUse<T extends { [M in K]: (...args: never[]) => Promise<unknown> }, K extends keyof T>(
  load: () => Promise<T>,
  methods: readonly K[],
): Pick<T, K> {
  const loaded = onceResolved(load);
  const call =
    (method: K) =>
    async (...args: never[]) =>
      (await loaded())[method](...args);
  return Object.fromEntries(methods.map((method) => [method, call(method)])) as Pick<T, K>;
}
