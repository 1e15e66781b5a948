import { expect, test } from 'vitest';
import { readSpends } from '../../src/files/spend-csv.ts';

const id = (): string => 's';

test('pasted spends are read by the names of their columns', () => {
  expect(readSpends('Campaign name\tReporting starts\tReporting ends\tAmount spent\nAutumn\t2026-10-01\t2026-10-31\t1,250.50\n', id)).toEqual({ spends: [{ id: 's', source: 'other', campaign: 'Autumn', amount: 1250.5, from: '2026-10-01', to: '2026-10-31', note: '' }], refused: [] });
  expect(readSpends('Quelle;Von;Bis;Kosten\nMesse;26.03.2026;28.03.2026;12.000 €', id).spends).toEqual([{ id: 's', source: 'offline event', amount: 12000, from: '2026-03-26', to: '2026-03-28', note: 'Messe' }]);
});

test('without names they stand in the order of the table, and lines that say no amount or no day are named', () => {
  expect(readSpends('paid ad, Autumn, 2026-10-01, 2026-10-31, 500\nnewsletter,,2026-10-01,,20k\nwebinar,,soon,,5\nwebinar,,2026-10-31,2026-10-01,5', id)).toEqual({
    spends: [{ id: 's', source: 'paid ad', campaign: 'Autumn', amount: 500, from: '2026-10-01', to: '2026-10-31', note: '' }, { id: 's', source: 'newsletter', amount: 20000, from: '2026-10-01', to: '2026-10-01', note: '' }], refused: [3, 4],
  });
  expect(readSpends('', id)).toEqual({ spends: [], refused: [] });
});
