import { CalendarCheck, Clock, Trash2 } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LawfulBasis } from '../../domain/privacy.ts';
import { dueForReview, reviewAt } from '../../domain/people/review.ts';
import type { PeopleNow } from '../../domain/people/field.ts';
import { t } from '../../platform/locale.ts';
import { seeReviews } from '../../storage/review-count.ts';
import { Avatar } from '../part/avatar.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { KeepForm } from '../part/keep-form.tsx';
import { basisWord } from '../part/privacy-card.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { erase, erasing } from '../state/privacy.ts';
import { to } from '../state/route.ts';
import { toasts } from '../state/toast.ts';
import { dateWord } from '../state/words.ts';
import { count } from './people-bar.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import '../style/people.css';

/** Who has been kept as long as was meant: kept on with a reason, or erased; one by one or many at once, by keyboard. */
export function PrivacyReview(): VNode {
  const people = usePeople();
  const due = useMemo(() => (people ? Array.from(dueForReview(people), (slot) => people.table.ids[slot]!) : undefined), [people]);
  useEffect(() => void seeReviews(book), [due?.length]);
  return (
    <div class="stack">
      {!people || !due ? <Skeleton /> : due.length === 0 ? <Empty icon={CalendarCheck} title={t('review_none_title')} text={t('review_none_text')} /> : <Due people={people} due={due} />}
      <PrivacySettings />
    </div>
  );
}

function Due({ people, due }: { people: PeopleNow; due: readonly string[] }): VNode {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [keeping, setKeeping] = useState(false);
  const [cursor, setCursor] = useState<Cursor>({ index: 0, focus: 0 });
  const at = Math.max(0, Math.min(cursor.index, due.length - 1));
  const chosen = useMemo(() => due.filter((id) => picked.has(id)), [due, picked]);
  // without a choice it is who the rep is at
  const meant = chosen.length > 0 ? chosen : due.slice(at, at + 1);
  const now = useRef({ at, due, meant });
  now.current = { at, due, meant };
  const flip = (id: string): void => setPicked((before) => { const next = new Set(before); if (!next.delete(id)) next.add(id); return next; });
  const eraseMeant = (): void => { if (!erasing.value) void erase(now.current.meant).then((done) => { if (done) { setPicked(new Set()); setKeeping(false); } }); };
  // as soon as it is drawn: a key pressed right after must not be lost
  useKeys(() => {
    const move = (by: number): void => setCursor(({ focus }) => ({ index: Math.max(0, Math.min(now.current.due.length - 1, now.current.at + by)), focus: focus + 1 }));
    const inList = (): number => Number(!!document.activeElement?.closest('.virtual'));
    return [
      { key: 'j', label: t('people_key_next'), run: () => move(inList()) },
      { key: 'ArrowDown', label: t('people_key_next'), run: () => move(inList()) },
      { key: 'k', label: t('people_key_previous'), run: () => move(-1) },
      { key: 'ArrowUp', label: t('people_key_previous'), run: () => move(-1) },
      { key: 'x', label: t('review_key_pick'), run: () => { const id = now.current.due[now.current.at]; if (id) flip(id); } },
      { key: 'a', label: t('review_key_all'), run: () => setPicked((before) => (before.size >= now.current.due.length ? new Set() : new Set(now.current.due))) },
      { key: 'm', label: t('review_key_keep'), run: () => setKeeping(true) },
      { key: 'd', label: t('review_key_erase'), run: eraseMeant },
      { key: 'u', label: t('key_undo'), run: () => toasts.value.at(-1)?.action?.run() },
    ];
  }, []);
  return (
    <section class="stack tight" aria-label={t('privacy_review')}>
      <div class="review-bar stack tight">
        <div class="row wrap"><p class="grow review-count" data-testid="review-count">{due.length === 1 ? t('review_count_one') : t('review_count', count(due.length))}{chosen.length > 0 && <span class="muted"> · {t('review_picked', count(chosen.length))}</span>}</p>
          <button class="button" data-testid="review-keep" onClick={() => setKeeping(true)}><Icon of={Clock} />{t('keep_longer')} <kbd>M</kbd></button>
          <button class="button danger" data-testid="review-erase" disabled={!!erasing.value} onClick={eraseMeant}><Icon of={Trash2} />{t('review_erase', count(meant.length))} <kbd>D</kbd></button></div>
        {keeping && <KeepForm ids={meant} onDone={() => { setKeeping(false); setPicked(new Set()); }} />}
      </div>
      <VirtualList items={due} rowHeight={56} label={t('privacy_review')} keyOf={(id) => id} cursor={{ index: at, focus: cursor.focus }} inset={() => document.querySelector<HTMLElement>('.review-bar')?.offsetHeight ?? 0}
        render={(id, isCursor, index) => <Line people={people} id={id} isCursor={isCursor} picked={picked.has(id)} onPick={() => flip(id)} onFocus={() => { if (index !== at) setCursor({ index, focus: 0 }); }} />} />
    </section>
  );
}

function Line({ people, id, isCursor, picked, onPick, onFocus }: { people: PeopleNow; id: string; isCursor: boolean; picked: boolean; onPick: () => void; onFocus: () => void }): VNode {
  const slot = people.table.slotOf.get(id);
  const row = slot === undefined ? undefined : people.table.rowAt(slot);
  const name = row?.name || t('people_unnamed');
  const reach = isCursor ? 0 : -1;
  return (
    <div class={`review-line${picked ? ' selected' : ''}`} data-testid="review-row">
      <label class="review-pick"><input type="checkbox" checked={picked} tabIndex={reach} aria-label={t('people_select', name)} onChange={onPick} onFocus={onFocus} /></label>
      <a class="review-link" href={to('person', id)} tabIndex={reach} onFocus={onFocus}>
        <Avatar name={name} size={32} />
        <span class="grow"><span class="strong one-line block"><bdi>{name}</bdi></span><span class="small one-line block muted"><bdi>{[row?.title, row?.company].filter(Boolean).join(' · ') || (row && t('collected_on', dateWord(row.createdAt)))}</bdi></span></span>
        <span class="small muted number review-when">{row && <>{row.lawful ? `${basisWord(row.lawful as LawfulBasis)} · ` : ''}{t('collected_on', dateWord(row.createdAt))} {slot !== undefined && t('review_since', dateWord(reviewAt(people, slot)))}</>}</span>
      </a>
    </div>
  );
}
