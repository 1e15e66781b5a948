import { ListFilter, Save, Trash2, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PeopleNow } from '../../domain/people/field.ts';
import { slotsOf } from '../../domain/people/table.ts';
import type { Segment } from '../../domain/segment.ts';
import { t } from '../../platform/locale.ts';
import { removeSegment, saveSegment } from '../../storage/segment.ts';
import { conditionText, type Names } from '../part/condition-words.ts';
import { Conditions } from '../part/conditions.tsx';
import { Icon } from '../part/icon.tsx';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { countSegment, NO_CONDITIONS, type PeopleFilter } from '../state/people-filter.ts';
import { count } from './people-bar.tsx';

/** Saved filters with how many people each has, and the conditions that are being tried. */
export function SegmentBar({ people, isWhole, segments, names, filter, onFilter }: { people: PeopleNow; isWhole: boolean; segments: readonly Segment[]; names: Names; filter: PeopleFilter; onFilter: (filter: PeopleFilter) => void }): VNode {
  const [open, setOpen] = useState(filter.tried.conditions.length > 0);
  const opener = useRef<HTMLButtonElement>(null);
  // who comes back to conditions that are being tried is at the list; who opens them is in them
  const isAsked = useRef(false);
  useEffect(() => { isAsked.current = true; }, []);
  useKeys(() => [{ key: 'f', label: t('segment_more'), run: () => setOpen((now) => !now) }], []);
  const slots = useMemo(() => slotsOf(people.table), [people]);
  const counts = useMemo(() => new Map(segments.map((one) => [one.id, countSegment(slots, people, one)])), [people, segments]);
  const current = segments.find(({ id }) => id === filter.segment);
  const pick = (id: string): void => onFilter({ ...filter, segment: filter.segment === id ? '' : id });
  return (
    <div class="segment-bar">
      <div class="row wrap" role="group" aria-label={t('segments')}>
        {segments.map(({ id, name, filter: { conditions } }) => (
          <button key={id} class="chip segment" aria-pressed={id === filter.segment} data-testid="segment" title={conditions.map((one) => conditionText(one, names)).join(' · ')} onClick={() => pick(id)}>
            <bdi>{name}</bdi> <span class="number">{isWhole ? count(counts.get(id) ?? 0) : '…'}</span>
          </button>
        ))}
        <button ref={opener} class="chip" aria-expanded={open} data-testid="segment-edit" onClick={() => setOpen(!open)}><Icon of={ListFilter} />{t(current ? 'segment_edit' : 'segment_more')}</button>
        {filter.tried.conditions.length > 0 && <button class="chip" onClick={() => onFilter({ ...filter, tried: NO_CONDITIONS })}><Icon of={X} />{filter.tried.conditions.length === 1 ? t('segment_drop_one') : t('segment_drop', filter.tried.conditions.length)}</button>}
      </div>
      {open && isWhole && <Editor key={current?.id ?? ''} people={people} names={names} filter={filter} onFilter={onFilter} {...(current ? { current } : {})} takesFocus={isAsked.current} onDone={() => { setOpen(false); opener.current?.focus(); }} />}
    </div>
  );
}

function Editor({ people, names, filter, current, takesFocus, onFilter, onDone }: { people: PeopleNow; names: Names; filter: PeopleFilter; current?: Segment; takesFocus: boolean; onFilter: (filter: PeopleFilter) => void; onDone: () => void }): VNode {
  const [name, setName] = useState(current?.name ?? '');
  const [tam, setTam] = useState(current?.tam);
  // a saved one is edited in place: its own conditions stand in for those that are tried
  const [edited, setEdited] = useState(current?.filter ?? filter.tried);
  const change = (next: Segment['filter']): void => {
    setEdited(next);
    onFilter({ ...filter, segment: '', tried: next });
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => { if (takesFocus) form.current?.querySelector<HTMLElement>('select, button')?.focus(); }, []);
  const captured = useMemo(() => countSegment(slotsOf(people.table), people, { filter: edited }), [people, edited]);
  const save = async (): Promise<void> => {
    const shown = name.replace(/\s+/g, ' ').trim();
    if (!shown || edited.conditions.length === 0) return;
    const id = current?.id ?? newId();
    if (!await act(t('segment_saved', shown), (made) => saveSegment(book, id, { name: shown, filter: edited, ...(tam === undefined ? {} : { tam }) }, made))) return;
    onFilter({ ...filter, segment: id, tried: NO_CONDITIONS });
    onDone();
  };
  return (
    <form ref={form} class="card stack segment-editor" data-testid="segment-editor" aria-label={t('segment')} onSubmit={(event) => { event.preventDefault(); void save(); }}
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.defaultPrevented) { event.preventDefault(); event.stopPropagation(); onDone(); } }}>
      <Conditions filter={edited} people={people} names={names} onChange={change} />
      {edited.conditions.length > 0 && (
        <div class="segment-keep">
          <input class="input" value={name} maxLength={80} dir="auto" placeholder={t('segment_name')} aria-label={t('segment_name')} data-testid="segment-name" onInput={(event) => setName(event.currentTarget.value)} />
          <label class="row small" title={t('tam_hint')}><span class="muted">{t('tam')}</span>
            <input class="input number-input" type="number" min={0} inputMode="numeric" value={tam ?? ''} onInput={(event) => { const value = event.currentTarget.valueAsNumber; setTam(Number.isNaN(value) || value < 0 ? undefined : value); }} />
          </label>
          {tam !== undefined && tam > 0 && <span class="small muted number" data-testid="segment-coverage">{t('tam_coverage', count(captured), count(tam), Math.round((1000 * captured) / tam) / 10)}</span>}
          <button type="submit" class="button primary" disabled={name.trim() === ''} data-testid="segment-save"><Icon of={Save} />{t('segment_save')}</button>
          {current && <button type="button" class="button quiet" onClick={() => { onFilter({ ...filter, segment: '', tried: NO_CONDITIONS }); void act(t('segment_removed', current.name), (made) => removeSegment(book, current.id, made)); onDone(); }}><Icon of={Trash2} />{t('segment_remove')}</button>}
        </div>
      )}
    </form>
  );
}
