/** Signs a user in as a browser would, also where a first password has to be changed. */
export const signInAs =
  ({ username, password }: { username: string; password: string }) =>
  async (page: URL): Promise<void> => {
    const typed = { username, password, new_password: `${password}2`, confirm_password: `${password}2` };
    let answer = await fetch(page, { redirect: 'manual' });
    while (answer.status === 200) {
      const form = formOf(await answer.text());
      const fields = Object.entries(typed).filter(([name]) => form.asked.includes(name));
      const body = new URLSearchParams({ ...form.hidden, ...Object.fromEntries(fields) });
      answer = await fetch(new URL(form.action, page), { method: 'POST', body, redirect: 'manual' });
    }
    const next = answer.headers.get('location');
    if (!next) throw new Error(`the sign-in page answered ${answer.status}: ${await answer.text()}`);
    await fetch(next);
  };

function formOf(html: string) {
  const inputs = [...html.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) => attribute(attributes));
  return {
    action: attribute(/<form ([^>]*)>/.exec(html)?.[1] ?? '')('action'),
    hidden: Object.fromEntries(inputs.filter((read) => read('type') === 'hidden').map((read) => [read('name'), read('value')])),
    asked: inputs.filter((read) => read('type') !== 'hidden').map((read) => read('name')),
  };
}

const attribute =
  (text: string) =>
  (name: string): string =>
    (new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
