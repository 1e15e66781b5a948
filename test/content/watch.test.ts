// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Draft } from '../../src/domain/draft.ts';
import type { PageSeen } from '../../src/messages/contract.ts';
import { watch } from '../../src/content/watch.ts';

const draft = (at: string, shown: string, name = shown): Draft => ({
  page: 'person', site: 'example', url: at, keys: [`example:${at.split('/').at(-1)}`], agrees: at.endsWith(shown) ? 'yes' : 'no', fields: { name: { value: name, source: 'structure', sure: 1 } },
});

/** A page whose address and content change apart from each other, as in-page navigation does. */
function page(): { at: string; shows: string; name?: string; told: PageSeen[]; reads: number; look: () => void; again: () => void; readNow: () => PageSeen; end: () => void } {
  const life = new AbortController();
  const state: { at: string; shows: string; name?: string; told: PageSeen[]; reads: number } = { at: 'https://example.com/feed', shows: '', told: [], reads: 0 };
  const { look, again, readNow } = watch({
    doc: document, href: () => state.at, signal: life.signal, tell: (seen) => state.told.push(seen),
    mayRead: (url) => !url.pathname.endsWith('/feed'),
    read: (_doc, url) => {
      state.reads++;
      return state.shows ? draft(url.href, state.shows, state.name) : { ...draft(url.href, ''), page: 'none' };
    },
  });
  return Object.assign(state, { look, again, readNow, end: () => life.abort() });
}

describe('watching a page', () => {
  beforeEach(() => { vi.useFakeTimers(); });
  afterEach(() => { vi.useRealTimers(); });

  test('where nobody can be, nothing is read, told or observed', () => {
    const observe = vi.spyOn(MutationObserver.prototype, 'observe');
    const one = page();
    one.look();
    vi.advanceTimersByTime(20_000);
    expect([one.reads, one.told.length, observe.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0, 0, 0]);
  });

  test('settles when two reads agree, then looks no more', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/ada', shows: 'ada' });
    one.look();
    vi.advanceTimersByTime(5_000);
    expect(one.told.map(({ state }) => state)).toEqual(['reading', 'settled']);
    const { reads } = one;
    document.body.append('later');
    vi.advanceTimersByTime(20_000);
    expect(one.reads).toBe(reads);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('an in-page navigation takes the previous person back at once', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/ada', shows: 'ada' });
    one.look();
    vi.advanceTimersByTime(5_000);
    one.at = 'https://example.com/bob';
    one.look();
    expect(one.told.at(-1)).toEqual({ url: 'https://example.com/bob', state: 'reading', draft: null });
  });

  test('while the page still shows the previous person, nobody is told of', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/bob', shows: 'ada' });
    one.look();
    vi.advanceTimersByTime(9_000);
    expect(one.told.filter(({ draft: told }) => told)).toEqual([]);
    one.shows = 'bob';
    vi.advanceTimersByTime(2_000);
    expect(one.told.at(-1)).toMatchObject({ state: 'settled', draft: { fields: { name: { value: 'bob' } } } });
  });

  test('a page that never agrees with its address ends as doubtful', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/bob', shows: 'ada' });
    one.look();
    vi.advanceTimersByTime(30_000);
    expect(one.told.at(-1)).toMatchObject({ state: 'doubtful' });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leaving for a page without people says so once', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/ada', shows: 'ada' });
    one.look();
    vi.advanceTimersByTime(5_000);
    one.at = 'https://example.com/feed';
    one.look();
    one.look();
    expect(one.told.at(-1)).toEqual({ url: 'https://example.com/feed', state: 'settled', draft: null });
    expect(one.told.filter(({ url }) => url.endsWith('/feed'))).toHaveLength(1);
  });

  test('again: the same page is read anew when it can be read better, and nobody is taken back meanwhile', () => {
    const one = page();
    one.again();
    expect(one.reads).toBe(0);
    Object.assign(one, { at: 'https://example.com/ada', shows: 'ada' });
    one.look();
    vi.advanceTimersByTime(5_000);
    const told = one.told.length;
    one.name = 'Ada Example';
    one.again();
    vi.advanceTimersByTime(5_000);
    expect(one.told.slice(told).filter(({ draft: seen }) => !seen)).toEqual([]);
    expect(one.told.at(-1)).toMatchObject({ state: 'settled', draft: { fields: { name: { value: 'Ada Example' } } } });
    expect(vi.getTimerCount()).toBe(0);
  });

  test('an ended script neither reads nor tells', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/ada', shows: 'ada' });
    one.look();
    one.end();
    const { length } = one.told;
    vi.advanceTimersByTime(20_000);
    expect(one.told).toHaveLength(length);
  });

  test('a read on demand is always of the address the tab has now', () => {
    const one = page();
    Object.assign(one, { at: 'https://example.com/bob', shows: 'ada' });
    expect(one.readNow()).toMatchObject({ url: 'https://example.com/bob', state: 'doubtful' });
  });
});
