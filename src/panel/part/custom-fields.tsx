import { Plus, Tags } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { customName, knownCustom, LONGEST_NAME, LONGEST_VALUE, MOST_CUSTOM, type CustomFields as Fields } from '../../domain/custom-field.ts';
import type { Field } from '../../domain/provenance.ts';
import { t } from '../../platform/locale.ts';
import { setCustomField } from '../../storage/custom-field.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import '../style/account.css';
import { SourceMark } from './field.tsx';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

/** Fields of the rep's own on a person or an account: changed where they stand, emptied to take them away, added below. */
export function CustomFields({ kind, id, custom }: { kind: 'prospect' | 'account'; id: string; custom: Fields | undefined }): VNode {
  const fields = Object.entries(custom ?? {});
  const set = (name: string, value: string, label: string): Promise<boolean> => act(label, (change) => setCustomField(book, kind, id, name, value, change));
  return (
    <Section icon={Tags} title={t('custom_fields')}>
      {fields.length === 0 && <p class="small muted">{t('custom_none')}</p>}
      {fields.map(([name, field]) => (
        <CustomRow key={name} name={name} field={field} onChange={(value) => void set(name, value, t(value === '' ? 'change_custom_off' : 'change_field', name))} />
      ))}
      {fields.length < MOST_CUSTOM ? <AddRow custom={custom} onAdd={(name, value) => set(name, value, t('change_custom', name))} /> : <p class="small muted">{t('custom_full', MOST_CUSTOM)}</p>}
    </Section>
  );
}

function CustomRow({ name, field, onChange }: { name: string; field: Field<string>; onChange: (value: string) => void }): VNode {
  const [text, setText] = useState(field.value);
  const focused = useRef(false);
  useEffect(() => { if (!focused.current) setText(field.value); }, [field.value]);
  const leave = (): void => {
    focused.current = false;
    if (text.trim() !== field.value) onChange(text.trim());
  };
  return (
    <label class="field custom-field" data-testid="custom-field">
      <span class="field-label small one-line" dir="auto" title={name}>{name}</span>
      <input class="input field-input" value={text} dir="auto" maxLength={LONGEST_VALUE} autocomplete="off" placeholder={t('custom_emptied')}
        onFocus={() => { focused.current = true; }} onInput={(event) => setText(event.currentTarget.value)} onBlur={leave}
        onKeyDown={(event) => { if (event.key === 'Enter') event.currentTarget.blur(); }} />
      <SourceMark source={field.source} at={field.at} />
    </label>
  );
}

function AddRow({ custom, onAdd }: { custom: Fields | undefined; onAdd: (name: string, value: string) => Promise<boolean> }): VNode {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const known = knownCustom(custom, customName(name));
  const add = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!customName(name) || !value.trim() || known !== undefined) return;
    if (!await onAdd(customName(name), value)) return;
    setName('');
    setValue('');
    first.current?.focus();
  };
  return (
    <form class="custom-add" onSubmit={(event) => void add(event)}>
      <input ref={first} class="input" data-testid="custom-name" value={name} placeholder={t('custom_name')} aria-label={t('custom_name')} maxLength={LONGEST_NAME} dir="auto" autocomplete="off"
        aria-invalid={known !== undefined} onInput={(event) => setName(event.currentTarget.value)} />
      <input class="input" data-testid="custom-value" value={value} placeholder={t('custom_value')} aria-label={t('custom_value')} maxLength={LONGEST_VALUE} dir="auto" autocomplete="off" onInput={(event) => setValue(event.currentTarget.value)} />
      <button class="button icon-only" type="submit" aria-label={t('custom_add')} title={t('custom_add')} disabled={!customName(name) || !value.trim() || known !== undefined}><Icon of={Plus} /></button>
      {known !== undefined && <p class="small warn-text" role="status">{t('custom_known', known)}</p>}
    </form>
  );
}
