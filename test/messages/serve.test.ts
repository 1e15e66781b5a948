import { describe, expect, test, vi } from 'vitest';
import type { Envelope } from '../../src/messages/contract.ts';
import { send } from '../../src/messages/send.ts';
import { serve, type Handlers, type Sender } from '../../src/messages/serve.ts';

const page: Sender = { url: 'https://example.com/', tabId: 1, own: false };
const panel: Sender = { url: 'chrome-extension://x/src/panel/index.html', own: true };

function server(over: Partial<Handlers<'worker'>> = {}) {
  const bugs: unknown[] = [];
  const answer = serve<'worker'>({
    'page.seen': { from: 'page', parse: (payload) => (typeof payload === 'object' ? payload as never : null), answer: () => null },
    'tab.read': { from: 'panel', parse: (payload) => payload as never, answer: () => { throw new Error('bug'); } },
    'book.changed': { from: 'panel', parse: () => null, answer: () => null },
    'page.recipes': { from: 'page', parse: () => null, answer: () => [] },
    'tab.pieces': { from: 'panel', parse: (payload) => payload as never, answer: () => ({ pieces: [] }) },
    'tab.teach': { from: 'panel', parse: (payload) => payload as never, answer: () => { throw new Error('bug'); } },
    'crm.catalog': { from: 'panel', parse: () => null, answer: () => [] },
    'crm.try': { from: 'panel', parse: () => null, answer: () => { throw new Error('bug'); } },
    'crm.connect': { from: 'panel', parse: () => null, answer: () => { throw new Error('bug'); } },
    'crm.describe': { from: 'panel', parse: () => null, answer: () => ({ fields: {} }) },
    'crm.sync': { from: 'panel', parse: () => null, answer: () => null },
    'crm.seal': { from: 'panel', parse: () => null, answer: () => null },
    'crm.unlock': { from: 'panel', parse: () => null, answer: () => null },
    'crm.disconnect': { from: 'panel', parse: () => null, answer: () => null },
    'backup.now': { from: 'panel', parse: () => null, answer: () => ({ id: '' }) },
    'backup.plan': { from: 'panel', parse: () => null, answer: () => null },
    ...over,
  }, (error) => bugs.push(error));
  return { answer, bugs };
}
const envelope = (kind: string, payload: unknown = null): Envelope => ({ paydirt: 1, kind, payload }) as Envelope;

describe('the dispatcher', () => {
  test.each([[null], ['text'], [{ kind: 'page.seen', payload: {} }], [{ paydirt: 2, kind: 'page.seen', payload: {} }], [envelope('toString')], [envelope('no.such')], [{ paydirt: 1, kind: 'page.seen' }]])('stays silent on what is not ours: %j', (message) => {
    expect(server().answer(message, page)).toBeUndefined();
  });

  test('a page may not say what only the panel may, nor the panel what only a page may', async () => {
    const { answer } = server();
    expect(await answer(envelope('book.changed'), page)).toMatchObject({ ok: false, failure: { kind: 'permission' } });
    expect(await answer(envelope('page.seen', {}), panel)).toMatchObject({ ok: false, failure: { kind: 'permission' } });
    expect(await answer(envelope('book.changed'), panel)).toEqual({ ok: true, value: null });
  });

  test('a payload that fails its check never reaches the handler', async () => {
    const handler = vi.fn(() => null);
    const { answer } = server({ 'page.seen': { from: 'page', parse: () => null, answer: handler } });
    expect(await answer(envelope('page.seen', 'evil'), page)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    expect(handler).not.toHaveBeenCalled();
  });

  test('a handler that throws is a bug that is reported and answered', async () => {
    const { answer, bugs } = server();
    expect(await answer(envelope('tab.read', { tabId: 1 }), panel)).toMatchObject({ ok: false, failure: { kind: 'bug' } });
    expect(bugs).toHaveLength(1);
  });
});

describe('the sender', () => {
  test.each([[null], [undefined], ['text'], [{ ok: 'yes' }]])('an answer of %j means that nobody answered', async (reply) => {
    expect(await send(async () => reply, 'book.changed', null)).toMatchObject({ ok: false, failure: { kind: 'no-answer' } });
  });

  test('a closed port means that nobody answered', async () => {
    expect(await send(() => Promise.reject(new Error('port closed')), 'page.read', null)).toMatchObject({ ok: false, failure: { kind: 'no-answer' } });
  });
});
