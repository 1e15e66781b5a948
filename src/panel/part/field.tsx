import { CircleHelp, FileText, Globe, GraduationCap, PenLine, TextSelect, Users } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldValue, Source } from '../../domain/provenance.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

const DOUBT = 0.65;

/** Says where a value came from, and by a question mark when its reader was not sure. With `onTeach` it is where the rep shows the page's own text instead. */
export function SourceMark({ source, at, onTeach }: { source: Source | undefined; at?: number; onTeach?: (() => void) | undefined }): VNode {
  const how = source ? described(source, at) : '';
  const unsure = source?.kind === 'page' && (source.sure ?? 1) < DOUBT;
  return (
    <span class={`source${unsure ? ' unsure' : ''}${source ? '' : ' unknown'}`} title={how || undefined}>
      {source && <><Icon of={iconOf(source, unsure)} /><span class="unseen">{how}</span></>}
      {onTeach && <button type="button" class="teach-button" data-testid="teach" aria-label={t('teach_this')} title={[how, t('teach_this')].filter(Boolean).join('\n')} onClick={onTeach}><Icon of={TextSelect} /></button>}
    </span>
  );
}

function iconOf(source: Source, unsure: boolean): IconNode {
  if (isTaught(source)) return GraduationCap;
  return unsure ? CircleHelp : { hand: PenLine, crm: Users, page: Globe, file: FileText }[source.kind];
}

function described(source: Source, at: number | undefined): string {
  const when = at ? ` · ${new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' }).format(at)}` : '';
  if (isTaught(source)) return t('source_taught', source.name) + when;
  return (source.kind === 'page' ? t('source_page', source.name, source.strategy ?? '', Math.round((source.sure ?? 1) * 100)) : t(`source_${source.kind}` as MessageName, source.name)) + when;
}

function isTaught(source: Source): boolean {
  return source.kind === 'page' && source.strategy === 'recipe';
}

/** One editable field. Lists are one value a line. A change is reported when the field is left, or on Enter. */
export function FieldRow({ name, value, source, at, onChange, onTeach, big = false, live = false }: {
  name: string; value: FieldValue | undefined; source: Source | undefined; at?: number; big?: boolean; live?: boolean; onChange: (value: FieldValue) => void;
  /** Given beside a page, for a field that can be taught. */
  onTeach?: (() => void) | undefined;
}): VNode {
  const isList = Array.isArray(value) || LISTS.has(name);
  const shown = Array.isArray(value) ? value.map(String).join('\n') : String(value ?? '');
  const [text, setText] = useState(shown);
  const focused = useRef(false);
  useEffect(() => { if (!focused.current) setText(shown); }, [shown]);
  const area = isList || name === 'about' || name === 'headline';
  const commit = (next: string): void => {
    const read: FieldValue = isList ? next.split(/\n/).map((line) => line.trim()).filter(Boolean) : next.replace(/\s+/g, ' ').trim();
    if ((Array.isArray(read) ? read.join('\n') : read) !== shown) onChange(read);
  };
  const id = `field-${name}`;
  const shared = {
    id, class: `input field-input${big ? ' big' : ''}`, value: text, dir: 'auto' as const, maxLength: 10_000, spellcheck: false, autocomplete: 'off', placeholder: t('field_empty'),
    'data-testid': id,
    onFocus: () => { focused.current = true; },
    onInput: (event: { currentTarget: { value: string } }) => { setText(event.currentTarget.value); if (live) commit(event.currentTarget.value); },
    onBlur: () => { focused.current = false; commit(text); },
  };
  return (
    <div class={`field${big ? ' big' : ''}${onTeach ? ' teachable' : ''}`}>
      <label for={id} class="field-label small">{t(`field_${name}` as MessageName)}</label>
      {area
        ? <textarea {...shared} rows={Math.min(4, Math.max(1, isList ? text.split('\n').length : Math.ceil(text.length / 44)))} />
        : <input {...shared} type="text" onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />}
      <SourceMark source={source} onTeach={onTeach} {...(at === undefined ? {} : { at })} />
    </div>
  );
}

const LISTS = new Set(['emails', 'phones', 'websites', 'profiles', 'technologies']);
