import { expect, test } from 'vitest';
import { notNow } from '../../src/domain/aside.ts';
import { inboxOf } from '../../src/domain/inbox.ts';
import type { Signal } from '../../src/domain/prospect.ts';
import { prospectOf } from './prospect-of.ts';

const signal = (at: number, state: Signal['state'] = 'open'): Signal => ({ id: `s${at}`, kind: 'hiring', at, field: '', from: '', to: '', url: '', state });

test('most people wait for nothing', () => {
  expect(inboxOf(prospectOf({ signals: [signal(1, 'taken')] }))).toEqual([]);
  expect(inboxOf(undefined)).toEqual([]);
});

test('open signals wait once a person, by the newest', () => {
  expect(inboxOf(prospectOf({ signals: [signal(9), signal(3), signal(12, 'left')] }))).toEqual([{ group: 'signals', at: 9, id: 'p1' }]);
});

test('a new lead waits by when it came, but not while it is aside', () => {
  expect(inboxOf(prospectOf({ kind: 'lead', lead: { state: 'new', at: 5 } }))).toEqual([{ group: 'leads', at: 5, id: 'p1' }]);
  const aside = notNow(prospectOf({ kind: 'lead' }), { reason: 'other', note: '', resumeAt: 100, followUpId: 'f' }, 20);
  expect(inboxOf(aside)).toEqual([{ group: 'back', at: 60, id: 'p1' }]);
});

test('somebody in nurture without a date waits on top', () => {
  expect(inboxOf(prospectOf({ stage: 'nurture' }))).toEqual([{ group: 'back', at: 0, id: 'p1' }]);
});
