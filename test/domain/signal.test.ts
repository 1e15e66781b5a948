import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Signal } from '../../src/domain/prospect.ts';
import { engaged, handSignal, openSignals, settledSignals, withSignals } from '../../src/domain/signal.ts';
import { prospectOf } from './prospect-of.ts';

const signal = (id: string, part: Partial<Signal> = {}): Signal => ({ id, kind: 'news', at: 1, field: '', from: '', to: id, url: '', state: 'open', ...part });

describe('signals', () => {
  test('one by hand is one line with a web address; nothing said is none', () => {
    expect(handSignal('s', 'funding', ' Series B\n of 20m ', 'https://news.example/a', 3)).toEqual(signal('s', { kind: 'funding', at: 3, to: 'Series B of 20m', url: 'https://news.example/a' }));
    expect(handSignal('s', 'news', 'x', 'javascript:alert(1)', 3)!.url).toBe('');
    expect(handSignal('s', 'news', 'x', `https://a.example/${'y'.repeat(5_000)}`, 3)!.url).toBe('');
    expect(handSignal('s', 'news', 'x'.repeat(10_000), '', 3)!.to).toHaveLength(500);
    expect(handSignal('s', 'news', '  ', 'no address', 3)).toBeNull();
  });

  test('at most fifty are kept, and an open one never goes for one that was dealt with', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom<Signal['state']>('open', 'taken', 'left'), { minLength: 40, maxLength: 120, size: 'max' }), (states) => {
      const all = states.map((state, at) => signal(`s${at}`, { state, at }));
      const kept = withSignals(prospectOf(), all).signals!;
      expect(kept).toHaveLength(Math.min(50, all.length));
      const open = all.filter(({ state }) => state === 'open');
      expect(kept.filter(({ state }) => state === 'open')).toEqual(open.slice(-50));
    }));
  });

  test('whoever answers often before the rep looks gives one open signal, of the last time', () => {
    const twice = engaged(engaged(prospectOf(), 's1', 'Replied', 5), 's2', 'Liked', 9);
    expect(twice.signals).toEqual([signal('s1', { kind: 'engaged', to: 'Liked', at: 9 })]);
    expect(engaged(settledSignals(twice, 'taken'), 's3', 'Called', 12).signals).toHaveLength(2);
  });

  test('only what is open is settled, all of it or the named ones', () => {
    const prospect = prospectOf({ signals: [signal('a'), signal('b'), signal('c', { state: 'left' })] });
    expect(settledSignals(prospect, 'taken').signals!.map(({ state }) => state)).toEqual(['taken', 'taken', 'left']);
    expect(openSignals(settledSignals(prospect, 'left', ['a'])).map(({ id }) => id)).toEqual(['b']);
  });
});
