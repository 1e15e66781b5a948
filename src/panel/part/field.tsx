import { CircleHelp, FileText, Globe, PenLine, Users } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldValue, Source } from '../../domain/provenance.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

const DOUBT = 0.65;

/** Says where a value came from, and by a question mark when its reader was not sure. */
export function SourceMark({ source, at }: { source: Source | undefined; at?: number }): VNode {
  if (!source) return <span class="source" />;
  const unsure = source.kind === 'page' && (source.sure ?? 1) < DOUBT;
  const icon = unsure ? CircleHelp : { hand: PenLine, crm: Users, page: Globe, file: FileText }[source.kind];
  const when = at ? ` · ${new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' }).format(at)}` : '';
  const how = source.kind === 'page' ? t('source_page', source.name, source.strategy ?? '', Math.round((source.sure ?? 1) * 100)) : t(`source_${source.kind}` as MessageName, source.name);
  return <span class={`source${unsure ? ' unsure' : ''}`} title={how + when}><Icon of={icon} /><span class="unseen">{how + when}</span></span>;
}

/** One editable field. Lists are one value a line. A change is reported when the field is left, or on Enter. */
export function FieldRow({ name, value, source, at, onChange, big = false, live = false }: {
  name: string; value: FieldValue | undefined; source: Source | undefined; at?: number; big?: boolean; live?: boolean; onChange: (value: FieldValue) => void;
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
    <div class={`field${big ? ' big' : ''}`}>
      <label for={id} class="field-label small">{t(`field_${name}` as MessageName)}</label>
      {area
        ? <textarea {...shared} rows={Math.min(4, Math.max(1, isList ? text.split('\n').length : Math.ceil(text.length / 44)))} />
        : <input {...shared} type="text" onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />}
      <SourceMark source={source} {...(at === undefined ? {} : { at })} />
    </div>
  );
}

const LISTS = new Set(['emails', 'phones', 'websites', 'profiles']);
