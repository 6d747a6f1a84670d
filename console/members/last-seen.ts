interface WithCredentials {
  readonly auths: readonly { readonly lastSeenAt: string | null }[] | null;
}

/** The time at which one of the credentials was used last; undefined if none was. */
export const lastSeenOf = ({ auths }: WithCredentials): string | undefined =>
  (auths ?? [])
    .flatMap(({ lastSeenAt }) => lastSeenAt ?? [])
    .sort()
    .at(-1);
