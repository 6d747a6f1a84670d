import { describe, expect, it } from 'vitest';
import { readQuotas } from '#local/command-line.ts';
import { Refusal } from '#local/refusal.ts';
import { environment } from '#shared/core/environment.ts';
import { defaultLimits, quotas } from '#shared/core/quotas.ts';

const { QUOTAS } = environment.table;

describe('the limits of a function', () => {
  it('are the documented ones without a setting', () => {
    expect(QUOTAS.parse(undefined)).toEqual(defaultLimits);
    expect(defaultLimits.webhooks).toBe(quotas.webhooks.max);
  });

  it('are those that the setting names', () => {
    expect(QUOTAS.parse('{"webhooks":5}')).toEqual({ ...defaultLimits, webhooks: 5 });
  });

  it.each(Object.entries(quotas))('may be set from 1 to the ceiling: %s', (name, { max, ceiling }) => {
    expect(max).toBeLessThanOrEqual(ceiling);
    for (const good of [1, ceiling]) expect(QUOTAS.parse(JSON.stringify({ [name]: good }))).toMatchObject({ [name]: good });
    for (const bad of [0, -1, ceiling + 1, 1.5, '1', null]) expect(QUOTAS.safeParse(JSON.stringify({ [name]: bad })).success).toBe(false);
  });

  it.each(['{"unheardOf":5}', '[]', '5', 'null', 'webhooks=5', ''])('are refused as %j', (text) => {
    expect(QUOTAS.safeParse(text).success).toBe(false);
  });
});

describe('the flag of the one-machine runner', () => {
  it('takes the same limits', () => {
    expect(readQuotas('{"webhooks":5}')).toBe('{"webhooks":5}');
  });

  it('is refused with the name of what is wrong', () => {
    expect(() => readQuotas('{"webhooks":500}')).toThrow(Refusal);
    expect(() => readQuotas('{"webhooks":500}')).toThrow(/webhooks/);
    expect(() => readQuotas('many')).toThrow(/must be JSON/);
  });
});
