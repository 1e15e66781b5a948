import { Save } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { bestOf } from '../../domain/best-icp.ts';
import type { Draft, Row } from '../../domain/draft.ts';
import { draftOfRow } from '../../domain/row-draft.ts';
import { inputOfDraft } from '../../domain/score-input.ts';
import { t } from '../../platform/locale.ts';
import { keyOf } from '../../sites/addresses.ts';
import { saveDraft } from '../../storage/capture.ts';
import { readSuppressed } from '../../storage/suppression.ts';
import { Avatar } from '../part/avatar.tsx';
import { FitMark } from '../part/fit.tsx';
import { Icon } from '../part/icon.tsx';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';
import { marksOf, useScorers } from '../state/scorer.ts';

/** The rows on the screen: each with its fit and whether it is known; the chosen ones are saved at one click. */
export function RowsForm({ draft }: { draft: Draft }): VNode {
  const rows = draft.rows ?? [];
  const keys = rows.map((row) => row.key).filter((key) => key !== undefined);
  const known = useLive(async () => new Map((await book.identities.bulkGet(keys)).filter((one) => one !== undefined).map(({ key, owner }) => [key, owner])), [keys.join(' ')]);
  const erased = useLive(async () => { const isSuppressed = await readSuppressed(book); return new Set(keys.filter((key) => isSuppressed([key])?.reason === 'erased')); }, [keys.join(' ')]);
  const scorers = useScorers() ?? [];
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // until the book has answered nobody is shown as new
  const isNew = (row: Row): boolean => known !== undefined && erased !== undefined && row.key !== undefined && !known.has(row.key) && !erased.has(row.key);
  const chosen = rows.filter((row) => isNew(row) && !left.has(row.key!));

  const save = (): void => void act(chosen.length === 1 ? t('change_saved', chosen[0]!.name) : t('change_saved_many', chosen.length), async (change) => {
    await book.transaction('rw', book.tables, async () => {
      for (const row of chosen) await saveDraft(book, draftOfRow(row, draft), {}, change, { newId, keyOf });
    });
  });

  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <header class="view-head"><h1>{t('rows_title')}</h1><span class="muted number">{rows.length}</span></header>
      <ul class="stack tight">
        {rows.map((row, at) => {
          const owner = row.key && known?.get(row.key);
          const best = owner ? undefined : bestOf(marksOf(scorers, inputOfDraft(draftOfRow(row, draft))));
          return (
            <li key={row.key ?? at} class="row list-row" data-testid="list-row">
              <input type="checkbox" aria-label={row.name} disabled={!isNew(row)} checked={isNew(row) && !left.has(row.key!)}
                onChange={(event) => { const next = new Set(left); if (event.currentTarget.checked) next.delete(row.key!); else next.add(row.key!); setLeft(next); }} />
              <Avatar name={row.name} size={32} />
              <span class="grow">
                <span class="strong one-line block" dir="auto">{owner ? <a href={to('person', owner)}>{row.name}</a> : row.name}</span>
                <span class="small muted one-line block" dir="auto">{[row.headline, row.location].filter(Boolean).join(' · ')}</span>
              </span>
              {owner ? <span class="chip good">{t('known')}</span> : row.key && erased?.has(row.key) ? <span class="chip bad">{t('erased_chip')}</span> : best && <FitMark fit={best.fit} coverage={best.coverage} {...(scorers.length > 1 ? { icp: best.icp.name } : {})} />}
            </li>
          );
        })}
      </ul>
      <footer class="save-bar"><button class="button primary big grow" type="submit" data-testid="save-rows" disabled={chosen.length === 0}><Icon of={Save} />{chosen.length === 0 ? t('rows_none') : t('rows_save', chosen.length)}</button></footer>
    </form>
  );
}
