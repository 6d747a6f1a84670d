import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../../examples/application/cloud-event.ts';
import { openInbox } from '../../../examples/application/inbox.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  file = join(folder, 'inbox.json');
});
afterEach(() => rm(folder, { recursive: true }));

const event = (id: string): CloudEvent => ({
  specversion: '1.0',
  id,
  source: 'compass',
  type: 'changed',
  data: { tenant: 't', applicationId: 'a' },
});
const noting =
  (seen: string[]) =>
  async ({ id }: CloudEvent) =>
    void seen.push(id);

describe('the inbox', () => {
  it('accepts a message once, also when it comes twice at the same time', async () => {
    const inbox = await openInbox(file);
    const outcomes = await Promise.all([inbox.accept('m1', event('e1')), inbox.accept('m1', event('e1'))]);
    expect(outcomes.sort()).toEqual([false, true]);
  });

  it('remembers over a restart what it has handled', async () => {
    const inbox = await openInbox(file);
    await inbox.accept('m1', event('e1'));
    await inbox.handlePending(async () => {});
    expect(await (await openInbox(file)).accept('m1', event('e1'))).toBe(false);
  });

  it('hands out after a restart what was accepted but not handled', async () => {
    await (await openInbox(file)).accept('m1', event('e1'));
    const seen: string[] = [];
    await (await openInbox(file)).handlePending(noting(seen));
    expect(seen).toEqual(['e1']);
  });

  it('keeps what failed and hands it out again', async () => {
    const inbox = await openInbox(file);
    await inbox.accept('m1', event('e1'));
    await expect(inbox.handlePending(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
    const seen: string[] = [];
    await inbox.handlePending(noting(seen));
    expect(seen).toEqual(['e1']);
  });

  it('handles each message once when asked to several times', async () => {
    const inbox = await openInbox(file);
    await Promise.all([inbox.accept('m1', event('e1')), inbox.accept('m2', event('e2'))]);
    const seen: string[] = [];
    await Promise.all([inbox.handlePending(noting(seen)), inbox.handlePending(noting(seen))]);
    expect(seen.sort()).toEqual(['e1', 'e2']);
  });
});
