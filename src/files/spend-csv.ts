import { moneyOf } from '../domain/deal.ts';
import type { Spend } from '../domain/spend.ts';
import { leadSourceOf } from './mapping/word.ts';
import { guessTarget, headerKey } from './mapping/guess.ts';
import { guessDialect, rowsIn } from './table/dialect.ts';
import { orderOf, timeOf } from './value/date.ts';
import { lineOf } from './value/text.ts';

const COLUMNS = ['source', 'campaign', 'from', 'to', 'amount', 'note'] as const;
type Column = (typeof COLUMNS)[number];
const WORDS: readonly (readonly [RegExp, Column])[] = [
  [/\b(from|start|begin|von|ab|du|desde|vanaf|de|inizio|dal|date|day|month|datum|monat|reporting starts)\b/, 'from'], [/\b(to|until|end|bis|au|hasta|tot|ate|al|fine|reporting ends)\b/, 'to'], [/\b(amount|spend|spent|cost|costs|budget|betrag|kosten|montant|cout|importe|coste|bedrag|valor|custo|importo|costo)\b/, 'amount'], [/\b(note|notes|notiz|remark)\b/, 'note'],
];

/** Spends read from pasted rows: by the names of their columns, else in the order source, campaign, from, to, amount. `refused` are the lines that say no amount or no day. */
export function readSpends(pasted: string, newId: () => string): { spends: Omit<Spend, 'createdAt' | 'updatedAt'>[]; refused: number[] } {
  const text = pasted.slice(0, 200_000);
  const rows = rowsIn(text, guessDialect(text), 2_000);
  const head = rows[0]?.cells.map((cell) => WORDS.find(([words]) => words.test(headerKey(cell)))?.[1] ?? ({ leadSource: 'source', campaign: 'campaign', sourceDetail: 'source' } as Record<string, Column>)[guessTarget(cell, [])]);
  const isHead = head?.includes('amount') ?? false;
  const columns = isHead ? head! : [...COLUMNS];
  const data = isHead ? rows.slice(1) : rows;
  const cell = (cells: readonly string[], column: Column): string => lineOf(cells[columns.indexOf(column)] ?? '', 200);
  const order = orderOf(data.flatMap(({ cells }) => [cell(cells, 'from'), cell(cells, 'to')]));
  const day = (said: string): string | null => { const at = timeOf(said, order === 'mdy' ? 'mdy' : 'dmy'); return at === null ? null : new Date(at).toISOString().slice(0, 10); };
  const refused: number[] = [];
  const spends = data.flatMap(({ line, cells }) => {
    const amount = moneyOf(cell(cells, 'amount')), from = day(cell(cells, 'from')), to = day(cell(cells, 'to')) ?? from;
    if (typeof amount !== 'number' || !from || !to || to < from) { refused.push(line); return []; }
    const { leadSource, detail } = leadSourceOf(cell(cells, 'source'));
    const campaign = cell(cells, 'campaign');
    return [{ id: newId(), source: leadSource, ...(campaign ? { campaign } : {}), amount, from, to, note: [cell(cells, 'note'), detail].filter(Boolean).join(' · ') }];
  });
  return { spends, refused };
}
