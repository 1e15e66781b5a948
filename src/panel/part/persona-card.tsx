import { Check, ChevronDown, ContactRound } from 'lucide';
import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { choosePersona } from '../../storage/persona.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { usePersonas, whoIs } from '../state/persona.ts';
import { to } from '../state/route.ts';
import '../style/persona.css';
import { Icon } from './icon.tsx';
import { reasonOf } from './persona-words.ts';

const PARTS = ['responsibilities', 'challenges', 'help'] as const;

/** Which persona somebody is: suggested by the title until the rep confirms it or chooses another; what is hard for them and how we help unfolds. */
export function PersonaCard({ prospect }: { prospect: Prospect }): VNode | null {
  const personas = usePersonas();
  const [open, setOpen] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const body = useId();
  const who = personas ? whoIs(prospect, personas) : null;
  const name = prospect.fields.name?.value ?? t('no_name');
  const suggested = who?.chosen === false ? who : undefined;
  const choose = (id: string): void => {
    const label = id ? t('change_persona', name, personas?.find((one) => one.id === id)?.name ?? '') : t('change_persona_off', name);
    void act(label, (change) => choosePersona(book, prospect.id, id || undefined, change));
  };
  const key = useRef(() => undefined as void);
  const toSelect = useRef(false);
  key.current = () => {
    if (suggested) return choose(suggested.persona.id);
    toSelect.current = true;
    setOpen(true);
    if (open) select.current?.focus();
  };
  useLayoutEffect(() => {
    if (open && toSelect.current) select.current?.focus();
    toSelect.current = false;
  }, [open]);
  useKeys(() => [{ key: 'p', label: t('key_persona'), run: () => key.current() }], []);
  if (!personas || personas.length === 0) return null;

  return (
    <section class="card persona-card" aria-label={t('persona')} data-testid="persona-card">
      <div class="row">
        <button type="button" class="persona-head grow" aria-expanded={open} aria-controls={body} onClick={() => setOpen(!open)}>
          <Icon of={ContactRound} />
          <span class="grow stack tight">
            <strong data-testid="persona-name"><bdi>{who ? who.persona.name : t('persona_none')}</bdi></strong>
            <span class="small muted two-lines" data-testid="persona-reason" dir="auto">{suggested ? t('persona_suggested', reasonOf(suggested.match)) : who ? t('persona_chosen') : t('persona_none_reason')}</span>
          </span>
          <span class="persona-fold"><Icon of={ChevronDown} /></span>
        </button>
        {suggested && <button type="button" class="button" data-testid="persona-confirm" aria-label={t('persona_confirm_this', suggested.persona.name)} title={t('key_persona')} onClick={() => choose(suggested.persona.id)}><Icon of={Check} /><kbd>P</kbd></button>}
      </div>
      <div id={body} hidden={!open} class="stack tight">
        {who && (
          <dl class="persona-lines">
            {PARTS.filter((part) => who.persona[part].length > 0).map((part) => <div key={part}><dt class="small muted">{t(`persona_${part}`)}</dt><dd dir="auto">{who.persona[part].join('; ')}</dd></div>)}
          </dl>
        )}
        <div class="row wrap">
          <label class="row small persona-choose"><span class="muted">{t('persona_choose')}</span>
            <select ref={select} class="input grow" data-testid="persona-choose" value={who?.chosen ? who.persona.id : ''} onChange={(event) => choose(event.currentTarget.value)}>
              <option value="">{t('persona_by_itself')}</option>
              {personas.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
            </select>
          </label>
          {who && <a class="small" href={to('personas', who.persona.id)}>{t('persona_edit')}</a>}
        </div>
      </div>
    </section>
  );
}
