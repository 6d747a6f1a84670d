/** Remembers for a day that a control plane knows no conditional read, so that not every poll asks for it in vain. */
export interface GraphqlOnly {
  isKnown(origin: string): boolean;
  learn(origin: string): void;
}

const rememberedFor = 86_400_000;

export function graphqlOnly(now: () => Date): GraphqlOnly {
  let learnt: { readonly origin: string; readonly at: number } | undefined;
  return {
    isKnown: (origin) => learnt?.origin === origin && Math.abs(now().getTime() - learnt.at) < rememberedFor,
    learn(origin) {
      learnt = { origin, at: now().getTime() };
    },
  };
}
