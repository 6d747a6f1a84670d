/** The part of @graphql-yoga/render-graphiql that is used: the package's own types bring the globals of a browser into the whole project. */
export declare const renderGraphiQL: (options: { readonly endpoint: string; readonly headers: string; readonly title: string }) => string;
