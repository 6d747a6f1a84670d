// Shows what docs/receiving-webhooks.md says about the libraries of npm.
import assert from 'node:assert/strict';
import { HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';

const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const body = JSON.stringify({
  specversion: '1.0',
  id: 'msg_1',
  source: '/source',
  type: 'a.type',
  datacontenttype: 'application/json',
  data: {},
});
const bytes = new TextEncoder().encode(body);
const webhook = new Webhook(secret);
const now = new Date();
const signed = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
  'webhook-signature': webhook.sign('msg_1', now, body),
};

assert.equal(webhook.verify(body, signed).type, 'a.type');
assert.throws(() => webhook.verify(body, new Headers(signed)), { message: 'Missing required headers' });
assert.equal(webhook.verify(body, Object.fromEntries(new Headers(signed))).type, 'a.type');
assert.throws(() => webhook.verify(bytes, signed), { message: 'Expected payload to be of type string or Buffer.' });
assert.equal(webhook.verify(Buffer.from(bytes), signed).type, 'a.type');
assert.throws(() => webhook.verify(JSON.parse(body), signed), { message: 'Expected payload to be of type string or Buffer.' });
assert.throws(() => webhook.verify(body, { ...signed, 'webhook-signature': signed['webhook-signature'].replace('v1,', 'v1a,') }));

assert.equal(new SvixWebhook(secret).verify(body, signed), undefined);
assert.throws(() => new SvixWebhook(secret).verify(`${body} `, signed));

const headers = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
assert.equal(HTTP.toEvent({ headers, body }).type, 'a.type');
assert.equal(HTTP.toEvent({ headers, body: Buffer.from(body) }).type, undefined);
assert.equal(HTTP.toEvent({ headers, body: bytes }).type, undefined);
assert.throws(() => HTTP.toEvent({ headers: new Headers(headers), body }), { message: 'no cloud event detected' });
