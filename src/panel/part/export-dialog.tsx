import { Download, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { compileSegment } from '../../domain/people/filter.ts';
import { countValues } from '../../domain/people/order.ts';
import { slotsOf } from '../../domain/people/table.ts';
import type { SegmentFilter } from '../../domain/segment.ts';
import { exportPresets, type ExportCount } from '../../files/export-preset/catalog.ts';
import { LEFT_OUT } from '../../files/export-preset/preset.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { book, useLive } from '../state/book.ts';
import type { Separator } from '../export-job.ts';
import { askedExport, EXPORT_FORMATS, exporting, startExport, stopExport, type ExportAsk } from '../state/export.ts';
import { countSegment } from '../state/people-filter.ts';
import { usePeople } from '../state/people.ts';
import { Icon } from './icon.tsx';

/** What was written last: the next file is likely the same. */
const last: { format: string; separator: Separator } = { format: 'generic', separator: ',' };

/** Asks whom to export and as which file, and shows how far it is; opened by `askExport`. */
export function ExportDialog(): VNode | null {
  const asked = askedExport.value;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => { if (asked) dialog.current?.showModal(); }, [asked]);
  if (!asked) return null;
  return (
    <dialog ref={dialog} class="help enrol" aria-label={t('export_title')} data-testid="export-dialog" onClose={() => { askedExport.value = null; }} onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close(); }}>
      <header class="row"><h2 class="grow">{t('export_title')}</h2><button type="button" class="button quiet icon-only" aria-label={t('close')} onClick={() => dialog.current?.close()}><Icon of={X} /></button></header>
      <Form asked={asked} />
    </dialog>
  );
}

/** Somebody to be written, named only when it comes to that; `idsOf` absent = the whole book. */
interface Group {
  value: string;
  name: string;
  many: number;
  idsOf?: () => readonly string[];
}

function useGroups({ of }: ExportAsk): { first: Group[]; segments: Group[]; lists: Group[] } | undefined {
  const people = usePeople();
  const kept = useLive(async () => ({ segments: await book.segments.toArray(), lists: await book.lists.toArray() }), []);
  return useMemo(() => {
    if (!people || !kept) return undefined;
    const { table } = people;
    const slots = slotsOf(table);
    const onLists = countValues(table, table.sets.lists);
    const idsOf = (filter: SegmentFilter) => (): string[] => Array.from(slots.filter(compileSegment(filter, people)), (slot) => table.ids[slot]!);
    const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, uiLocale());
    return {
      first: [...(of ? [{ value: 'asked', name: of.name, many: of.ids.length, idsOf: () => of.ids }] : []), { value: 'book', name: t('export_all'), many: table.slotOf.size }],
      segments: kept.segments.toSorted(byName).map(({ id, name, filter }) => ({ value: `segment ${id}`, name, many: countSegment(slots, people, { filter }), idsOf: idsOf(filter) })),
      lists: kept.lists.toSorted(byName).map(({ id, name }) => ({ value: `list ${id}`, name, many: onLists.get(id) ?? 0, idsOf: idsOf({ match: 'all', conditions: [{ field: 'lists', is: 'any-of', values: [id] }] }) })),
    };
  }, [people, kept, of]);
}

function Form({ asked }: { asked: ExportAsk }): VNode {
  const groups = useGroups(asked);
  const [chosen, setChosen] = useState(asked.of ? 'asked' : 'book');
  const [format, setFormat] = useState(last.format);
  const [separator, setSeparator] = useState(last.separator);
  const select = useRef<HTMLSelectElement>(null);
  const state = exporting.value;
  const isThere = groups !== undefined;
  useEffect(() => { select.current?.focus(); }, [isThere]);
  if (!groups) return <p role="status" class="muted">{t('export_counting')}</p>;
  const all = [...groups.first, ...groups.segments, ...groups.lists];
  const group = all.find(({ value }) => value === chosen) ?? all[0]!;
  const { many } = group;
  const preset = exportPresets.find(({ name }) => name === format);
  const writing = state.step === 'writing';
  const start = (): void => {
    Object.assign(last, { format, separator });
    void startExport({ ...(group.idsOf ? { ids: group.idsOf() } : {}), format, separator });
  };
  const option = ({ value, name, many: of }: Group): VNode => <option key={value} value={value}>{`${name} (${number(of)})`}</option>;
  return (
    <form class="stack" onSubmit={(event) => { event.preventDefault(); if (!writing && many > 0) start(); }}>
      <label class="labelled"><span class="small muted">{t('export_who')}</span>
        <select ref={select} class="input" data-testid="export-who" value={group.value} disabled={writing} onChange={(event) => setChosen(event.currentTarget.value)}>
          {groups.first.map(option)}
          {groups.segments.length > 0 && <optgroup label={t('segments')}>{groups.segments.map(option)}</optgroup>}
          {groups.lists.length > 0 && <optgroup label={t('export_lists')}>{groups.lists.map(option)}</optgroup>}
        </select>
      </label>
      <label class="labelled"><span class="small muted">{t('export_as')}</span>
        <select class="input" data-testid="export-format" value={format} disabled={writing} onChange={(event) => setFormat(event.currentTarget.value)}>
          <optgroup label={t('export_csv_group')}>{exportPresets.map(({ name, label }) => <option key={name} value={name}>{name === 'generic' ? t('export_generic') : label}</option>)}</optgroup>
          <optgroup label={t('export_other_group')}>{EXPORT_FORMATS.map((name) => <option key={name} value={name}>{t(`export_${name}_name` as MessageName)}</option>)}</optgroup>
        </select>
      </label>
      {preset && (
        <label class="labelled"><span class="small muted">{t('export_separator')}</span>
          <select class="input" data-testid="export-separator" value={separator} disabled={writing} onChange={(event) => setSeparator(event.currentTarget.value as Separator)}>
            <option value=",">{t('export_comma')}</option><option value=";">{t('export_semicolon')}</option><option value={'\t'}>{t('export_tab')}</option>
          </select>
        </label>
      )}
      <p class="small muted">{hint(format, preset)}</p>
      {state.step === 'writing' && <div class="stack tight" role="status"><span class="number small">{t('export_writing', number(state.done), number(state.total))}</span><progress max={state.total} value={state.done} aria-label={t('export_title')} /></div>}
      {state.step === 'done' && <Result file={state.file} count={state.count} />}
      {state.step === 'failed' && <p class="banner bad" role="alert">{t('export_failed')}</p>}
      <div class="row wrap">
        {writing ? <button type="button" class="button" data-testid="export-stop" onClick={stopExport}><Icon of={X} />{t('export_stop')}</button>
          : <button type="submit" class="button primary" data-testid="export-start" disabled={many === 0}><Icon of={Download} />{many === 1 ? t('export_start_one') : t('export_start', number(many))}</button>}
      </div>
    </form>
  );
}

function hint(format: string, preset: (typeof exportPresets)[number] | undefined): string {
  if (!preset) return t(`export_${format}_hint` as MessageName);
  return t(preset.holds === 'companies' ? 'export_companies_hint' : preset.sending ? 'export_sending_hint' : preset.name === 'generic' ? 'export_csv_hint' : 'export_tool_hint');
}

/** How many went out, and how many did not, with the reason. */
function Result({ file, count: { rows, leftOut } }: { file: string; count: ExportCount }): VNode {
  return (
    <div class="banner good" role="status" data-testid="export-result">
      <div class="stack tight">
        <strong dir="auto">{rows === 1 ? t('export_wrote_one', file) : t('export_wrote', number(rows), file)}</strong>
        {LEFT_OUT.map((why) => (leftOut[why] ? <span key={why} class="small">{t(`export_left_${why.replace('-', '_')}` as MessageName, number(leftOut[why]))}</span> : null))}
      </div>
    </div>
  );
}

function number(value: number): string {
  return new Intl.NumberFormat(uiLocale()).format(value);
}
