import { describe, expect, test } from 'vitest';
import { DEFAULT_LOAD } from '../../src/domain/load.ts';
import { DEFAULT_WINDOWS } from '../../src/domain/sending-hours.ts';
import { writeSetting } from '../../src/storage/setting.ts';
import { changeLoad, changeWindows, readLoad, readWindows } from '../../src/storage/time-setting.ts';
import { scratchBook } from './scratch-book.ts';

describe('hours and load', () => {
  test('are the defaults until they are set, and what is broken is left out', async () => {
    const book = scratchBook();
    expect([await readWindows(book), await readLoad(book)]).toEqual([DEFAULT_WINDOWS, DEFAULT_LOAD]);
    const email = { from: '07:00', to: '24:00', days: [1] };
    await writeSetting(book, 'windows', { email, x: { from: '25:00', to: '26:00', days: [1] }, call: null, '': { from: '08:00', to: '09:00', days: [9] } });
    expect(await readWindows(book)).toEqual({ ...DEFAULT_WINDOWS, email });
    await writeSetting(book, 'windows', 'none');
    expect(await readWindows(book)).toEqual(DEFAULT_WINDOWS);
  });
  test('two changes at once are both kept', async () => {
    const book = scratchBook();
    await Promise.all([changeLoad(book, { P1: 1 }), changeLoad(book, { P4: 2 })]);
    expect(await readLoad(book)).toEqual({ ...DEFAULT_LOAD, P1: 1, P4: 2 });
    const own = { from: '10:00', to: '11:00', days: [3] };
    await Promise.all([changeWindows(book, (windows) => ({ ...windows, x: own })), changeWindows(book, (windows) => ({ ...windows, email: own }))]);
    expect(await readWindows(book)).toMatchObject({ x: own, email: own });
  });
});
