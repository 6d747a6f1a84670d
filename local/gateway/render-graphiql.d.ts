/** The part of @graphql-yoga/render-graphiql that is used: the package's own types bring the globals of a browser into the whole project. */
export declare const renderGraphiQL: (options: {
  readonly endpoint: string;
  readonly title: string;
  /** JSON that the headers of a tab begin with. */
  readonly headers?: string;
  /** Sent with every request, introspection included; those of a tab win. */
  readonly additionalHeaders?: Readonly<Record<string, string>>;
  readonly defaultTabs?: readonly { readonly query: string }[] | undefined;
}) => string;
