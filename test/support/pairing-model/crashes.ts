/** The crash of a request: at its n-th call of a port, before the call has its effect or after. */
export interface Crash {
  readonly at: number;
  readonly when: 'before' | 'after';
}

export class Crashed extends Error {}

/** Ports for one request that dies at the chosen call. */
export function crashing(crash: Crash | undefined) {
  let calls = 0;
  const dying = async <T>(call: () => Promise<T>): Promise<T> => {
    calls++;
    if (calls === crash?.at && crash.when === 'before') throw new Crashed();
    const answer = await call();
    if (calls === crash?.at) throw new Crashed();
    return answer;
  };
  return <P extends object>(port: P): P =>
    new Proxy(port, {
      get: (target, name) => {
        const method = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        return (...given: unknown[]) => dying(() => method(...given));
      },
    });
}
