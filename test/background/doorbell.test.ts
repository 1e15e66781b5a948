import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const browser = vi.hoisted(() => ({ badge: '', tone: '', title: '', tabTitle: '', session: new Map<string, unknown>(), notes: [] as string[], alarm: undefined as number | undefined, killAt: '' }));
/** The worker is gone between two lines: what it was about to do does not happen. */
const orKilled = (where: string): void => {
  if (browser.killAt !== where) return;
  browser.killAt = '';
  throw new Error('killed');
};
vi.mock('../../src/platform/toolbar.ts', () => ({
  showBadge: async (text: string, tone = 'due') => { orKilled('badge'); browser.badge = text; browser.tone = tone; },
  showTitle: async (title: string) => { browser.title = title; },
  showState: async (_tab: number, _state: string, title: string) => { browser.tabTitle = title; },
}));
vi.mock('../../src/platform/session.ts', () => ({
  sessionGet: async (key: string) => browser.session.get(key),
  sessionSet: async (key: string, value: unknown) => { if (value === undefined) browser.session.delete(key); else browser.session.set(key, value); },
}));
vi.mock('../../src/platform/notification.ts', () => ({ notify: async (_id: string, title: string) => { orKilled('notify'); browser.notes.push(title); } }));
vi.mock('../../src/platform/locale.ts', () => ({ t: (name: string, ...values: unknown[]) => [name, ...values].join(' '), uiLocale: () => 'en-GB' }));
vi.mock('../../src/platform/alarm.ts', () => ({
  armBy: async (_name: string, at: number, now: number) => {
    orKilled('alarm');
    if (browser.alarm === undefined || browser.alarm < now - 1_000 || browser.alarm > at + 1_000) browser.alarm = Math.max(at, now + 1_000);
  },
  disarm: async () => { browser.alarm = undefined; },
}));

import { answerDoorbell, snoozeDigest } from '../../src/background/doorbell.ts';
import { lookAtWorry, showTab } from '../../src/background/worry.ts';
import type { FollowUp } from '../../src/domain/activity.ts';
import type { Told } from '../../src/domain/doorbell.ts';
import type { Book } from '../../src/storage/database.ts';
import { addFollowUp, settleFollowUp } from '../../src/storage/person.ts';
import { openSafe } from '../../src/storage/safe.ts';
import { readSetting, writeSetting } from '../../src/storage/setting.ts';
import { undo } from '../../src/storage/undo.ts';
import { write } from '../../src/storage/write.ts';
import { prospectOf } from '../domain/prospect-of.ts';
import { changeAt, scratchBook } from '../storage/scratch-book.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.UTC(2026, 9, 24, 10);
const before = process.env['TZ'];
beforeEach(() => { process.env['TZ'] = 'Europe/Berlin'; browser.session.clear(); Object.assign(browser, { badge: '', notes: [], alarm: undefined, killAt: '' }); });
afterEach(() => { if (before === undefined) delete process.env['TZ']; else process.env['TZ'] = before; });

const followUp = (id: string, dueAt: number, part: Partial<FollowUp> = {}): Omit<FollowUp, 'open' | 'createdAt' | 'updatedAt'> => ({ id, prospectId: 'p1', dueAt, words: '', zone: 'Europe/Berlin', text: '', ...part });

async function bookOf(): Promise<Book> {
  const book = scratchBook();
  await write(book, changeAt(START), async (door) => door.put('prospect', prospectOf({})));
  return book;
}

describe('the doorbell of a book', () => {
  test('after nine days asleep the badge and one digest say all that is due', async () => {
    const book = await bookOf();
    for (let day = 1; day <= 9; day += 1) await addFollowUp(book, followUp(`f${day}`, START + day * 24 * HOUR), changeAt(START));
    await answerDoorbell(book, () => START);
    expect([browser.badge, browser.alarm]).toEqual(['', START + HOUR / 2]);
    await answerDoorbell(book, () => START + 9 * 24 * HOUR);
    await answerDoorbell(book, () => START + 9 * 24 * HOUR + 1);
    expect([browser.badge, browser.notes]).toEqual(['9', ['digest_many 9']]);
  });

  test('after the clock was set back, what becomes due by it is told', async () => {
    const book = await bookOf();
    await addFollowUp(book, followUp('f1', START + HOUR), changeAt(START));
    await answerDoorbell(book, () => START + 2 * HOUR);
    await addFollowUp(book, followUp('f2', START + HOUR / 2), changeAt(START));
    await answerDoorbell(book, () => START);
    await answerDoorbell(book, () => START + 31 * MINUTE);
    expect([browser.badge, browser.notes]).toEqual(['1', ['digest_one', 'digest_one']]);
  });

  test('its snooze puts off by an hour what it told of, in one write, and not what became due since', async () => {
    const book = await bookOf();
    await addFollowUp(book, followUp('f1', START), changeAt(START));
    await addFollowUp(book, followUp('f2', START + 5), changeAt(START));
    await answerDoorbell(book, () => START + 1);
    await snoozeDigest(book, () => START + 10, 'snooze');
    expect([await book.followUps.get('f1'), await book.followUps.get('f2')]).toMatchObject([{ dueAt: START + 10 + HOUR }, { dueAt: START + 5 }]);
    expect(browser.badge).toBe('1');
    await undo(book, 'snooze', changeAt(START + 20));
    expect(await book.followUps.get('f1')).toMatchObject({ dueAt: START });
  });

  test('says by the icon that a backup needs a look, beside the number that is due, until one is made', async () => {
    const book = await bookOf();
    const safe = openSafe({ indexedDB: new IDBFactory(), IDBKeyRange });
    const log = { name: '', place: 'browser', sealed: false, people: 1, rows: 1, bytes: 1, digest: '', seq: 0 } as const;
    const look = async (): Promise<unknown[]> => {
      const isNews = await lookAtWorry(book, safe, START);
      await answerDoorbell(book, () => START);
      await showTab(1, 'person', 'save Ada');
      return [isNews, browser.badge, browser.tone, browser.title, browser.tabTitle];
    };
    expect(await look()).toEqual([false, '', 'due', 'action_title', 'save Ada']);
    await safe.backups.put({ ...log, id: 'a', at: START - HOUR, why: 'plan', state: 'failed', failure: 'quota' });
    const said = 'icon_backup_bad 24 Oct 2026, 11:00';
    expect(await look()).toEqual([true, '!', 'bad', `action_title\n${said}`, `save Ada\n${said}`]);
    await addFollowUp(book, followUp('f1', START - HOUR), changeAt(START));
    expect(await look()).toEqual([false, '1!', 'bad', `action_title\n${said}`, `save Ada\n${said}`]);
    await safe.backups.put({ ...log, id: 'b', at: START, why: 'plan', state: 'made' });
    expect(await look()).toEqual([true, '1', 'due', 'action_title', 'save Ada']);
  });

  type Step = ['add', number] | ['repeat', number] | ['done', number] | ['snooze', number, number] | ['undo'] | ['pass', number] | ['set-clock', number] | ['travel', string] | ['kill', string] | ['lose-alarm'] | ['look'];
  const step = fc.oneof<fc.Arbitrary<Step>[]>(
    fc.tuple(fc.constant('add' as const), fc.integer({ min: -3, max: 60 })), fc.tuple(fc.constant('repeat' as const), fc.integer({ min: 1, max: 30 })),
    fc.tuple(fc.constant('done' as const), fc.nat(9)), fc.tuple(fc.constant('snooze' as const), fc.nat(9), fc.integer({ min: 1, max: 30 })), fc.constant(['undo']),
    fc.tuple(fc.constant('pass' as const), fc.integer({ min: 1, max: 240 })), fc.tuple(fc.constant('set-clock' as const), fc.integer({ min: -72, max: 72 })),
    fc.tuple(fc.constant('travel' as const), fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/Los_Angeles')),
    fc.tuple(fc.constant('kill' as const), fc.constantFrom('badge', 'notify', 'alarm')), fc.constant(['lose-alarm']), fc.constant(['look']),
  );

  test('no follow-up is lost, rings early or is counted twice, whatever the order of writes, jumps of the clock, journeys, kills and lost alarms', { timeout: 60_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.boolean(), async (steps, quiet) => {
      Object.assign(browser, { badge: '', notes: [], alarm: undefined, killAt: '' });
      const book = await bookOf();
      if (!quiet) await writeSetting(book, 'quiet', { from: 0, to: 0 });
      let now = START;
      let count = 0;
      let last: string | undefined;
      /** How often each due time was told since the clock was last set back. */
      let told = new Map<string, number>();
      const open = async (): Promise<FollowUp[]> => (await book.followUps.toArray()).filter((one) => one.open === 1);
      /** What became due since this look must be told now. */
      let looked = START - HOUR;
      const look = async (): Promise<boolean> => {
        const { killAt } = browser;
        looked = Math.min(looked, now);
        const { until } = await readSetting<Told>(book, 'told', { until: 0 });
        const notes = browser.notes.length;
        const answered = await answerDoorbell(book, () => now).then(() => true, () => false);
        const fresh = (await open()).filter(({ dueAt }) => dueAt <= now && (dueAt > Math.min(until, now) || dueAt > looked));
        if (browser.notes.length > notes) {
          expect(browser.notes.length).toBe(notes + 1);
          expect(fresh.length).toBeGreaterThan(0);
          for (const { id, dueAt } of fresh) told.set(`${id} ${dueAt}`, (told.get(`${id} ${dueAt}`) ?? 0) + 1);
        }
        const news = fresh.some(({ dueAt }) => dueAt > looked);
        if (!quiet && news && killAt !== 'badge' && killAt !== 'notify') expect(browser.notes.length).toBe(notes + 1);
        if (killAt !== 'badge') looked = now;
        if (!answered) return false;
        const due = (await open()).filter(({ dueAt }) => dueAt <= now).length;
        expect(browser.badge).toBe(due === 0 ? '' : String(due));
        const next = Math.min(...(await open()).map(({ dueAt }) => (dueAt <= now ? Infinity : dueAt)));
        if ((await open()).length > 0) expect(browser.alarm).toBeLessThanOrEqual(Math.max(now + 1_000, Math.min(next, now + HOUR / 2) + 1_000));
        return true;
      };
      const act = async (work: (change: ReturnType<typeof changeAt>) => Promise<void>): Promise<void> => {
        const change = changeAt(now);
        last = change.changeId;
        await work(change);
      };
      for (const one of steps) {
        const target = (await book.followUps.toArray())[one[0] === 'done' || one[0] === 'snooze' ? one[1] : 0];
        switch (one[0]) {
          case 'add': await act((change) => addFollowUp(book, followUp(`f${count++}`, now + one[1] * HOUR), change)); break;
          case 'repeat': await act((change) => addFollowUp(book, followUp(`r${count}`, now + one[1] * HOUR, { words: `series ${count++}`, repeat: { every: 1, unit: 'day', from: now + one[1] * HOUR } }), change)); break;
          case 'done': if (target) await act((change) => settleFollowUp(book, target.id, 'done', change)); break;
          case 'snooze': if (target) await act((change) => settleFollowUp(book, target.id, { dueAt: now + one[2] * HOUR }, change)); break;
          case 'undo': if (last) { await undo(book, last, changeAt(now)); last = undefined; } break;
          case 'set-clock': now += one[1] * HOUR; if (one[1] < 0) told = new Map(); break;
          case 'travel': process.env['TZ'] = one[1]; break;
          case 'kill': browser.killAt = one[1]; break;
          case 'lose-alarm': browser.alarm = undefined; break;
          case 'look': break;
          case 'pass': {
            // the browser is awake: its alarms ring in time, until the time has passed
            const end = now + one[1] * MINUTE;
            for (let rings = 0; rings < 50 && browser.alarm !== undefined && browser.alarm <= end; rings += 1) {
              now = Math.max(now, browser.alarm);
              browser.alarm = undefined;
              await look();
            }
            now = end;
            break;
          }
        }
        if (!await look()) await look();
        // of each that comes again exactly one stands; an undo may have taken all of it back
        const all = (await book.followUps.toArray()).filter(({ repeat }) => repeat);
        for (const words of new Set(all.map((each) => each.words))) expect(all.filter((each) => each.words === words && each.open === 1)).toHaveLength(1);
      }
      browser.killAt = '';
      await look();
      expect(Math.max(0, ...told.values())).toBeLessThanOrEqual(1);
    }), { numRuns: 60 });
  });
});
