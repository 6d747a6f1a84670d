import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Director } from '#application-client';
import { checkedForDirector } from '#test/support/director-document.ts';
import {
  type Configuration,
  configurationFile,
  readConfiguration,
  refreshConfiguration,
} from '../../../examples/application/configuration.ts';
import { followChanges } from '../../../examples/application/follow-changes.ts';

const signingSecret = `whsec_${randomBytes(32).toString('base64')}`;

/** A Director that holds one Application: its eventing URL and its webhooks. */
function director(state: { eventsUrl: string; webhooks: { id: string; type: string; url: string; signingSecret: string }[] }): Director {
  return async (query, variables, schema) => {
    checkedForDirector(query, variables);
    if (query.includes('addWebhook')) {
      const webhook = { id: `w${state.webhooks.length + 1}`, signingSecret, ...(variables.in as { type: string; url: string }) };
      state.webhooks.push(webhook);
      return schema.parse({ webhook });
    }
    return schema.parse({ application: { webhooks: state.webhooks, eventingConfiguration: { defaultURL: state.eventsUrl } } });
  };
}

let stateFolder: string;
beforeEach(async () => {
  stateFolder = await mkdtemp(join(tmpdir(), 'follow-'));
});
afterEach(() => rm(stateFolder, { recursive: true }));

describe('following changes', () => {
  it('changes the configuration to what the Director says when a webhook arrives', async () => {
    const state = { eventsUrl: '', webhooks: [] };
    const { promise: changed, resolve: onConfigurationChanged } = Promise.withResolvers<Configuration>();
    const options = { stateFolder, host: '127.0.0.1', port: 0, say: () => {}, onConfigurationChanged };
    const following = await followChanges(director(state), 'app', options);
    state.eventsUrl = 'https://events.runtime.example/shop/v1/events';
    const body = JSON.stringify({
      specversion: '1.0',
      id: 'event-1',
      source: 'compass',
      type: 'changed',
      data: { tenant: 't', applicationId: 'app', runtimeId: 'runtime-1', reason: 'RuntimeConnected' },
    });
    const time = new Date();
    const answer = await fetch(following.webhookUrl, {
      method: 'POST',
      body,
      headers: {
        'webhook-id': 'msg_1',
        'webhook-timestamp': String(Math.floor(time.getTime() / 1000)),
        'webhook-signature': new Webhook(following.subscription.signingSecret).sign('msg_1', time, body),
      },
    });
    expect(answer.status).toBe(204);
    await changed;
    await following.close();
    expect(await readConfiguration(configurationFile(stateFolder))).toEqual({
      eventsUrl: 'https://events.runtime.example/shop/v1/events',
      runtimeId: 'runtime-1',
      event: { id: 'event-1', type: 'changed', reason: 'RuntimeConnected' },
    });
  });

  it('finds its webhook again instead of adding another', async () => {
    const state = { eventsUrl: '', webhooks: [] };
    const options = { stateFolder, host: '127.0.0.1', port: 0, publicUrl: 'https://shop.example/webhooks', say: () => {} };
    for (const _ of ['first start', 'second start']) await (await followChanges(director(state), 'app', options)).close();
    expect(state.webhooks).toHaveLength(1);
  });

  it('stops listening when it cannot subscribe', async () => {
    const refusing: Director = () => Promise.reject(new Error('refused'));
    const options = { stateFolder, host: '127.0.0.1', port: 0, say: () => {} };
    await expect(followChanges(refusing, 'app', options)).rejects.toThrow('refused');
  });
});

describe('refreshing the configuration', () => {
  it('writes what the Director says, and leaves alone what is right already', async () => {
    const file = configurationFile(stateFolder);
    const state = { eventsUrl: 'https://one.example', webhooks: [] };
    await refreshConfiguration(director(state), 'app', file);
    expect(await readConfiguration(file)).toEqual({ eventsUrl: 'https://one.example' });
    state.eventsUrl = 'https://two.example';
    expect(await refreshConfiguration(director(state), 'app', file)).toEqual({ eventsUrl: 'https://two.example' });
  });
});
