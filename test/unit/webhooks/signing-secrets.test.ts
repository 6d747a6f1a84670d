import { expect, it } from 'vitest';
import { later, minutes } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { rotationOverlap, validSecrets, withNewSecret } from '#shared/webhooks/signing-secrets.ts';
import type { Webhook } from '#shared/webhooks/webhook.ts';

const now = new Date('2026-01-01T00:00:00Z');
const webhook: Webhook = {
  owner: { tenant: tenantId('t'), kind: 'application', id: 'a' },
  id: 'w',
  type: 'CONFIGURATION_CHANGED',
  secrets: ['first'],
  createdAt: now.toISOString(),
  version: 1,
  changedBy: 'user/alice',
};
const next = withNewSecret(webhook, { sealed: 'second' }, now);

it('a webhook signs with the only secret for as long as there is one', () => {
  expect(validSecrets(webhook, now)).toEqual(['first']);
});

it('a webhook signs with the new secret and the one before until the overlap is over', () => {
  expect(validSecrets(next, later(now, rotationOverlap - 1))).toEqual(['second', 'first']);
  expect(validSecrets(next, later(now, rotationOverlap))).toEqual(['second']);
});

it('a webhook ends the oldest secret with a second rotation', () => {
  const again = withNewSecret(next, { sealed: 'third' }, later(now, minutes(1)));
  expect(validSecrets(again, later(now, minutes(2)))).toEqual(['third', 'second']);
});
