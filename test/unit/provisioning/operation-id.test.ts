import { describe, expect, it } from 'vitest';
import { isUuid } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { operationIdFor, requestDigest } from '#shared/provisioning/operation-id.ts';

const [one, other] = [tenantId('t1'), tenantId('t2')];

describe('the id of an operation', () => {
  it('is a new UUID without an idempotency key', () => {
    expect(isUuid(operationIdFor(one, undefined))).toBe(true);
    expect(operationIdFor(one, undefined)).not.toBe(operationIdFor(one, undefined));
  });

  it('is the same UUID for the same tenant and key only', () => {
    const id = operationIdFor(one, 'key');
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(operationIdFor(one, 'key')).toBe(id);
    expect([operationIdFor(other, 'key'), operationIdFor(one, 'key2')]).not.toContain(id);
  });

  it('comes with a digest that tells requests apart', () => {
    expect(requestDigest('Provision', { a: 1 })).toBe(requestDigest('Provision', { a: 1 }));
    expect(new Set([requestDigest('Provision', 'r'), requestDigest('Deprovision', 'r'), requestDigest('Provision', 's')]).size).toBe(3);
  });
});
