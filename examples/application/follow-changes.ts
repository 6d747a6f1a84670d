import { join } from 'node:path';
import pRetry from 'p-retry';
import { type Director, type Subscription, subscribe } from '#application-client';
import type { CloudEvent } from './cloud-event.ts';
import { type Configuration, changeConfiguration, configurationFile } from './configuration.ts';
import { openInbox } from './inbox.ts';
import { startWebhookEndpoint } from './webhook-endpoint.ts';

export interface FollowingOptions {
  readonly stateFolder: string;
  readonly host: string;
  readonly port: number;
  /** Under which URL Compass reaches the webhook endpoint, where that is not the address it listens on. */
  readonly publicUrl?: string | undefined;
  readonly say: (line: string) => void;
  readonly onConfigurationChanged?: ((configuration: Configuration) => void) | undefined;
}

export interface Following {
  readonly subscription: Subscription;
  readonly webhookUrl: string;
  close(): Promise<void>;
}

/** Serves the webhook endpoint, subscribes it, and changes the configuration with every message. */
export async function followChanges(director: Director, applicationId: string, options: FollowingOptions): Promise<Following> {
  const { stateFolder, say } = options;
  const inbox = await openInbox(join(stateFolder, 'inbox.json'));
  const closing = new AbortController();
  let handling: Promise<void> = Promise.resolve();

  async function change(event: CloudEvent): Promise<void> {
    const attempt = () => changeConfiguration(director, applicationId, configurationFile(stateFolder), event);
    const configuration = await pRetry(attempt, { retries: 5, randomize: true, signal: closing.signal });
    say(`configuration changed: events go to ${configuration.eventsUrl || 'nobody'}`);
    options.onConfigurationChanged?.(configuration);
  }

  function handlePending(): Promise<void> {
    handling = inbox
      .handlePending(change)
      .catch((error: unknown) => say(`the configuration was not changed, kept for the next message or start: ${String(error)}`));
    return handling;
  }

  async function close(): Promise<void> {
    closing.abort(new Error('closing'));
    await endpoint.close();
    await handling;
  }

  let subscription: Subscription | undefined;
  const endpoint = await startWebhookEndpoint(options.host, options.port, {
    secret: () => subscription?.signingSecret,
    accept: inbox.accept,
    accepted: () => void handlePending(),
  });
  try {
    const webhookUrl = options.publicUrl ?? endpoint.url;
    subscription = await subscribe(director, applicationId, webhookUrl);
    say(`listening for changes at ${webhookUrl}`);
    await handlePending();
    return { subscription, webhookUrl, close };
  } catch (error) {
    await close();
    throw error;
  }
}
