import { describe, expect, it } from 'vitest';
import { eventingOf } from '#shared/eventing/default-eventing.ts';
import { eventingAddresses } from '#shared/eventing/eventing-url.ts';
import type { Labels } from '#shared/labels/label.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import { anApplication, aRuntime } from '#test/support/registry-builders.ts';

const takingEvents = (host: string, given: Partial<Runtime> = {}): Runtime =>
  aRuntime({ labels: { runtime_eventServiceUrl: `https://${host}` }, formations: { f: 'f' }, ...given });

describe('the eventing URL of an Application at a Runtime', () => {
  const application = anApplication({ name: 'My Shop' });

  it('is at the host of the Runtime, under the normalised name', () => {
    const runtime = aRuntime({ labels: { runtime_eventServiceUrl: 'https://events.cluster.example' } });
    expect(eventingAddresses(application, runtime).url).toBe('https://events.cluster.example/mp-my-shop/v1/events');
  });

  it.each(['https://a.example/runtimes/r-1', 'https://a.example/runtimes/r-1/', 'https://a.example/runtimes/r-1?query#fragment'])(
    'is below the path of the URL of the Runtime: %s',
    (url) => {
      const runtime = aRuntime({ labels: { runtime_eventServiceUrl: url } });
      expect(eventingAddresses(application, runtime).url).toBe('https://a.example/runtimes/r-1/mp-my-shop/v1/events');
    },
  );

  it('is under the plain name for a Runtime that does not want it normalised', () => {
    const runtime = aRuntime({ labels: { runtime_eventServiceUrl: 'https://a.example:8443', isNormalized: 'false' } });
    expect(eventingAddresses(application, runtime).url).toBe('https://a.example:8443/My%20Shop/v1/events');
  });

  it('has another one beside it for access tokens, if the Runtime publishes that', () => {
    const labels = { runtime_eventServiceUrl: 'https://a.example', runtime_eventServiceUrlForTokens: 'https://tokens.example/r' };
    expect(eventingAddresses(application, aRuntime({ labels }))).toEqual({
      url: 'https://a.example/mp-my-shop/v1/events',
      urlForTokens: 'https://tokens.example/r/mp-my-shop/v1/events',
    });
    expect(eventingAddresses(application, takingEvents('a.example')).urlForTokens).toBe('');
  });

  it.each<Labels>([
    {},
    { runtime_eventServiceUrl: '' },
    { runtime_eventServiceUrl: 'no url' },
    { runtime_eventServiceUrl: 'events.cluster.example:443' },
    { runtime_eventServiceUrl: 7 },
  ])('is empty for a Runtime with labels %j', (labels) => {
    expect(eventingAddresses(application, aRuntime({ labels })).url).toBe('');
  });
});

describe('the Runtime that takes the events of an Application', () => {
  const older = takingEvents('older');
  const younger = takingEvents('younger');
  const world = (runtimes: Runtime[]) => ({
    runtimes: { find: async (_: unknown, id: string) => runtimes.find((one) => one.id === id) },
    formations: {
      listMembers: async (_: unknown, formation: string) => ({
        data: runtimes
          .filter(({ formations }) => formation in formations)
          .map(({ id }) => ({ objectId: id }))
          .sort((a, b) => (a.objectId < b.objectId ? -1 : 1))
          .slice(0, 1) as never[],
      }),
    },
  });
  const hostOf = async (given: Parameters<typeof anApplication>[0], runtimes: Runtime[]) => {
    const { url } = await eventingOf(anApplication({ formations: { f: 'f' }, ...given }), world(runtimes));
    return url && new URL(url).host;
  };

  it('is the oldest of its formations by default', async () => {
    expect(await hostOf({}, [younger, older])).toBe('older');
  });

  it('is the oldest of all its formations together', async () => {
    const elsewhere = { ...older, formations: { g: 'g' } };
    expect(await hostOf({ formations: { f: 'f', g: 'g' } }, [younger, elsewhere])).toBe('older');
  });

  it('is the chosen one while both share a formation', async () => {
    expect(await hostOf({ defaultEventingRuntimeId: younger.id }, [younger, older])).toBe('younger');
  });

  it('is the oldest again when the chosen one left the formation or is gone', async () => {
    expect(await hostOf({ defaultEventingRuntimeId: younger.id }, [{ ...younger, formations: {} }, older])).toBe('older');
    expect(await hostOf({ defaultEventingRuntimeId: younger.id }, [older])).toBe('older');
  });

  it('is none without a formation or a Runtime in it', async () => {
    expect(await hostOf({ formations: {} }, [older])).toBe('');
    expect(await hostOf({}, [])).toBe('');
  });
});
