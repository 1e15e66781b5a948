import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderOf, timeOf, type DateOrder } from '../../../src/files/value/date.ts';

const day = (text: string, order?: DateOrder): string | null => { const at = timeOf(text, order); return at === null ? null : new Date(at).toISOString().slice(0, 16); };

describe('dates in files', () => {
  test('are read as tools write them', () => {
    expect(['2025-07-26', '26 Jul 2025', 'Jul 26, 2025', '26. Juli 2025', '26 de julio de 2025', '26 juillet 2025', '26.07.2025', '07/26/2025', '2025/07/26', '26-Jul-25', 'Sat, 26 Jul 2025', '45864'].map((text) => day(text)?.slice(0, 10) ?? text))
      .toEqual(['2025-07-26', '2025-07-26', '2025-07-26', '2025-07-26', '2025-07-26', '2025-07-26', '2025-07-26', '2025-07-26', '2025-07-26', '26-Jul-25', '2025-07-26', '2025-07-26']);
    expect([day('2026-07-16T00:12:13+03:00'), day('7/26/2025 3:04 PM'), day('2020-02-03 04:05:06'), day('2025-07-26T10:00:00.000Z'), day('1753524000')]).toEqual(['2026-07-15T21:12', '2025-07-26T15:04', '2020-02-03T04:05', '2025-07-26T10:00', '2025-07-26T10:00']);
  });

  test('that are none are none', () => {
    expect(['', 'soon', '31.02.2025', '99/99/2025', '12', '2025', 'May', '+49 30 1234567', '10/2025'].map((text) => timeOf(text))).toEqual(Array(9).fill(null));
  });

  test('are told apart by the whole column', () => {
    expect(orderOf(['03/04/2025', '05/06/2025', '26/07/2025'])).toBe('dmy');
    expect(orderOf(['03/04/2025', '07/26/2025'])).toBe('mdy');
    expect(orderOf(['03/04/2025', '05/06/2025'])).toBe('unclear');
    expect(orderOf(['26/07/2025', '07/26/2025'])).toBe('unclear');
    expect(orderOf(['2025-07-26', 'Jul 1, 2025', ''])).toBe(null);
    expect([day('03/04/2025', 'dmy'), day('03/04/2025', 'mdy')].map((one) => one?.slice(0, 10))).toEqual(['2025-04-03', '2025-03-04']);
  });

  test('any column written in one order is read back in that order, or said to be unclear', () => {
    const date = fc.record({ day: fc.integer({ min: 1, max: 28 }), month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 1990, max: 2030 }) });
    fc.assert(fc.property(fc.array(date, { minLength: 1, maxLength: 8 }), fc.constantFrom<DateOrder>('dmy', 'mdy'), (dates, order) => {
      const texts = dates.map(({ day, month, year }) => (order === 'dmy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`));
      const found = orderOf(texts);
      const isClear = dates.some(({ day }) => day > 12);
      expect(found === order || (!isClear && (found === 'unclear' || found === null))).toBe(true);
      dates.forEach(({ day, month, year }, at) => expect(timeOf(texts[at]!, order)).toBe(Date.UTC(year, month - 1, day, 12)));
    }));
  });
});
