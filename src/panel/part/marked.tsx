import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { markText, type Query } from '../../domain/people/search.ts';
import type { PeopleTable } from '../../domain/people/table.ts';
import { t } from '../../platform/locale.ts';
import { book, useLive } from '../state/book.ts';

/** Letters of a note that are shown around what was found. */
const AROUND = 60;

/** A text with what was typed marked in it. */
export function Marked({ text, query }: { text: string; query: Query | null }): VNode {
  const pieces = query && markText(text, query);
  return <>{pieces ? pieces.map((piece, at) => (piece.met ? <mark key={at}>{piece.text}</mark> : piece.text)) : text}</>;
}

/** Its children, or what was found where it cannot be seen: headline, company, place, tag or note. `shown` are the texts that can be seen. */
export function MatchElsewhere({ table: { ids, texts, sets }, slot, shown, query, children }: { table: PeopleTable; slot: number; shown: readonly string[]; query: Query | null; children: VNode }): VNode {
  const unseen = query?.filter((term) => !shown.some((text) => markText(text, [term]))) ?? [];
  if (unseen.length === 0) return children;
  const places: [string, string][] = [[t('people_head_title'), texts.title.get(slot)], [t('people_head_company'), texts.company.get(slot)], [t('people_head_headline'), texts.headline.get(slot)], [t('people_head_location'), texts.location.get(slot)], [t('people_tag'), sets.tags.get(slot).join(', ')]];
  const place = places.find(([, text]) => markText(text, unseen));
  if (!place) return texts.notes.get(slot) ? <NotePiece id={ids[slot]!} query={unseen} /> : children;
  return <span class="one-line muted role" data-testid="matched"><span class="where">{place[0]}</span> <bdi><Marked text={place[1]} query={unseen} /></bdi></span>;
}

/** The piece of somebody's notes in which it was found, read when the line is seen. */
function NotePiece({ id, query }: { id: string; query: Query }): VNode {
  const notes = useLive(() => book.notes.where('prospectId').equals(id).toArray(), [id]);
  const piece = useMemo(() => {
    for (const { text } of notes ?? []) {
      const line = text.replace(/\s+/g, ' ');
      const before = markText(line, query)?.[0];
      if (!before) continue;
      const from = before.met ? 0 : Math.max(0, before.text.length - AROUND / 4);
      return `${from > 0 ? '…' : ''}${line.slice(from, from + AROUND * 2)}`.toWellFormed();
    }
    return '';
  }, [notes, query]);
  return <span class="one-line muted role" data-testid="matched"><span class="where">{t('people_head_note')}</span> <bdi><Marked text={piece} query={query} /></bdi></span>;
}
