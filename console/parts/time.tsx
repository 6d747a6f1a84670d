const words = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A time as the user's language writes it; a dash without one. */
export const Time = ({ at }: { readonly at: string | null | undefined }) =>
  at ? <time dateTime={at}>{words.format(new Date(at))}</time> : <>–</>;
