/** A browser without a screen: it keeps cookies by path, sends forms, and follows redirects until one leads elsewhere. */
export interface TestBrowser {
  /** Opens a page; answers it, or the address elsewhere that it led to. */
  open(url: URL | string): Promise<Visited>;
  /** Sends the form of a page with the fields that are given beside its hidden ones. */
  submit(page: Visited, fields: readonly (readonly [string, string])[], headers?: Readonly<Record<string, string>>): Promise<Visited>;
}

export interface Visited {
  readonly url: URL;
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  /** The address outside of the issuer that a redirect named, which was not opened. */
  readonly left?: URL;
}

interface Cookie {
  readonly value: string;
  readonly path: string;
}

export function testBrowser(origin: string): TestBrowser {
  const cookies = new Map<string, Cookie>();
  const keep = (headers: Headers) => {
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/';
      const ended = attributes.some(
        (attribute) => /^expires=/i.test(attribute) && Date.parse(attribute.slice('expires='.length)) <= Date.now(),
      );
      if (ended) cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { value: `${name}=${value}`, path });
    }
  };
  const visit = async (url: URL, init: RequestInit = {}): Promise<Visited> => {
    const sent = [...cookies.values()].filter(({ path }) => url.pathname.startsWith(path)).map(({ value }) => value);
    const headers = {
      accept: 'text/html',
      ...(sent.length > 0 && { cookie: sent.join('; ') }),
      ...(init.headers as Record<string, string>),
    };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    keep(answer.headers);
    const location = answer.headers.get('location');
    const next = location === null ? undefined : new URL(location, url);
    if (next?.origin === origin && next.pathname.startsWith('/oidc/')) return visit(next);
    return { url, status: answer.status, text: await answer.text(), headers: answer.headers, ...(next && { left: next }) };
  };
  return {
    open: (url) => visit(new URL(url)),
    submit: (page, fields, headers = {}) => {
      const action = new URL(/<form[^>]* action="([^"]*)"/.exec(page.text)?.[1] ?? page.url.href, page.url);
      const body = new URLSearchParams();
      for (const [, name = '', value = ''] of page.text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
        body.append(name, value);
      for (const [name, value] of fields) body.append(name, value);
      return visit(action, { method: 'POST', headers: { origin, ...headers }, body });
    },
  };
}
