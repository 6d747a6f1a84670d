import type { ApplicationTemplate } from '#shared/application-templates/application-template.ts';
import type { Webhook } from '#shared/webhooks/webhook.ts';
import type { Context } from './context.ts';

/** Application templates that were read for one request: many Applications of a page have the same. */
interface Read {
  readonly templates: Map<string, Promise<ApplicationTemplate | undefined>>;
  readonly webhooks: Map<string, Promise<Webhook[]>>;
}

const requests = new WeakMap<Context, Read>();

function readFor(context: Context): Read {
  const read = requests.get(context) ?? { templates: new Map(), webhooks: new Map() };
  requests.set(context, read);
  return read;
}

/** The template of an Application; read once per request. */
export const templateOfRequest = (id: string, context: Context): Promise<ApplicationTemplate | undefined> =>
  once(readFor(context).templates, id, () => context.deps.applicationTemplates.find(context.actor.tenant, id));

/** The webhooks of a template; read once per request. */
export const webhooksOfTemplate = (id: string, context: Context): Promise<Webhook[]> =>
  once(readFor(context).webhooks, id, () =>
    context.deps.webhooks.listOf({ tenant: context.actor.tenant, kind: 'application_template', id }),
  );

function once<T>(read: Map<string, Promise<T>>, id: string, find: () => Promise<T>): Promise<T> {
  const found = read.get(id) ?? find();
  read.set(id, found);
  return found;
}
