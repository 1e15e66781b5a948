import { ArrowLeft, Copy, FileText, Trash2, TrendingUp } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { CHANNELS } from '../../domain/qualification.ts';
import { formatsOf, TEMPLATE_BOUNDS } from '../../domain/template-edit.ts';
import { TEMPLATE_KINDS, type MessageFormat, type Template, type TemplateKind, type Variant } from '../../domain/template.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { editTemplate, type TemplateChange } from '../../storage/template.ts';
import type { Tallies } from '../../storage/template-use.ts';
import { variantName } from '../part/template-words.ts';
import { Icon } from '../part/icon.tsx';
import { NameChips } from '../part/name-chips.tsx';
import { Section } from '../part/section.tsx';
import { Segmented } from '../part/segmented.tsx';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { usePersonas } from '../state/persona.ts';
import { go, to } from '../state/route.ts';
import { duplicate, remove } from '../state/template.ts';
import { channelWord } from '../state/words.ts';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateResults } from './template-results.tsx';
import { TemplateText } from './template-text.tsx';

/** One template: edited in place and kept when a field is left, each change with its undo; beside it how it reads for a real person. */
export function TemplateEditor({ template, tallies }: { template: Template; tallies: Tallies }): VNode {
  const { id, name, variants } = template;
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  const [shown, setShown] = useState(variants[0]?.id ?? '');
  const variant = variants.find((one) => one.id === shown) ?? variants[0] ?? { id: newId(), subject: '', body: '' };
  // what is being typed shows in the preview before it is kept
  const [draft, setDraft] = useState<Variant>(variant);
  useEffect(() => { setDraft(variant); }, [variant.id, variant.subject, variant.body]);
  useEffect(() => { if (document.activeElement !== input.current) setTyped(name); }, [name]);
  useEffect(() => { if (name === t('template_new_name') && variants.every(({ body }) => body === '')) input.current?.select(); }, []);
  const keep = (edit: TemplateChange): void => void act(t('template_changed', edit.name ?? name), (change) => editTemplate(book, id, edit, change));
  const keepText = (next: Variant): void => { if (next.subject !== variant.subject || next.body !== variant.body) keep({ variants: variants.some((one) => one.id === next.id) ? variants.map((one) => (one.id === next.id ? next : one)) : [...variants, next] }); };
  const rename = (): void => { if (typed.trim() && typed.trim() !== name) keep({ name: typed }); else setTyped(name); };
  const addVariant = (): void => {
    const next = newId();
    keep({ variants: [...variants, { ...variant, id: next }] });
    setShown(next);
  };
  const takeOut = async (): Promise<void> => { if (await remove(template)) go('templates'); };
  const now = useRef({ takeOut, copy: () => duplicate(template) });
  now.current = { takeOut, copy: () => duplicate(template) };
  useKeys(() => [
    { key: 'd', label: t('template_duplicate'), run: () => void now.current.copy() },
    { key: 'x', label: t('template_remove'), run: () => void now.current.takeOut() },
    { key: 'e', label: t('template_rename'), run: () => input.current?.select() },
  ], []);

  return (
    <article class="template stack" data-testid="template-editor">
      <a class="row small back" href={to('templates')}><Icon of={ArrowLeft} />{t('template_all')}</a>
      <header class="row">
        <input ref={input} class="input field-input big grow" value={typed} aria-label={t('template_name')} maxLength={TEMPLATE_BOUNDS.name} dir="auto" autocomplete="off" data-testid="template-title"
          onInput={(event) => setTyped(event.currentTarget.value)} onBlur={rename} onKeyDown={(event) => { if (event.key === 'Enter' && !event.isComposing) event.currentTarget.blur(); }} />
        <button type="button" class="button quiet icon-only" aria-label={t('template_duplicate_this', name)} title={t('template_duplicate')} onClick={() => void duplicate(template)}><Icon of={Copy} /></button>
        <button type="button" class="button quiet icon-only" aria-label={t('template_remove_this', name)} title={t('template_remove')} onClick={() => void takeOut()}><Icon of={Trash2} /></button>
      </header>
      <div class="template-columns">
        <div class="stack">
          <Form template={template} onKeep={keep} />
          <Section icon={FileText} title={t('template_text')}>
            <div class="row wrap">
              {variants.length > 1 && <Segmented label={t('template_variant')} value={variant.id} options={variants.map((one, at) => [one.id, variantName(at)] as const)} onChange={setShown} />}
              {variants.length < TEMPLATE_BOUNDS.variants && <button type="button" class="button quiet" data-testid="template-add-variant" onClick={addVariant}>{t('template_add_variant')}</button>}
              {variants.length > 1 && <button type="button" class="button quiet icon-only end" aria-label={t('template_remove_variant')} title={t('template_remove_variant')} onClick={() => keep({ variants: variants.filter((one) => one.id !== variant.id) })}><Icon of={Trash2} /></button>}
            </div>
            <TemplateText key={variant.id} template={template} draft={draft} onDraft={setDraft} onKeep={keepText} />
          </Section>
        </div>
        <div class="stack">
          <TemplatePreview template={template} variant={draft} />
          <Section icon={TrendingUp} title={t('template_results')}><TemplateResults template={template} tallies={tallies} /></Section>
        </div>
      </div>
    </article>
  );
}

function Form({ template: { kind, channel, format, needsLine, personaIds }, onKeep }: { template: Template; onKeep: (edit: TemplateChange) => void }): VNode {
  const personas = usePersonas() ?? [];
  const formats = formatsOf({ kind, channel });
  const channelOf = (next: TemplateKind): string => (next === 'call-script' ? 'call' : next === 'agenda' ? 'meeting' : channel === 'meeting' ? 'email' : channel);
  return (
    <section class="card template-form" aria-label={t('template_kind')}>
      <Segmented label={t('template_kind')} value={kind} options={TEMPLATE_KINDS.map((one) => [one, t(`template_kind_${one.replace('-', '_')}` as MessageName)] as const)} onChange={(next) => onKeep({ kind: next, channel: channelOf(next) })} />
      <div class="row wrap">
        <label class="row small"><span class="muted">{t('template_channel')}</span>
          <select class="input" data-testid="template-channel" value={channel} onChange={(event) => onKeep({ channel: event.currentTarget.value })}>{CHANNELS.map((one) => <option key={one} value={one}>{channelWord(one)}</option>)}</select>
        </label>
        {formats.length > 0 && (
          <label class="row small"><span class="muted">{t('template_format')}</span>
            <select class="input" data-testid="template-format" value={format ?? ''} onChange={(event) => onKeep({ format: (event.currentTarget.value || undefined) as MessageFormat | undefined })}>
              <option value="">{t('template_format_usual')}</option>
              {formats.map((one) => <option key={one} value={one}>{t(`template_format_${one}` as MessageName)}</option>)}
            </select>
          </label>
        )}
      </div>
      {kind === 'message' && <label class="row small"><input type="checkbox" checked={needsLine} data-testid="template-needs-line" onChange={(event) => onKeep({ needsLine: event.currentTarget.checked })} />{t('template_needs_line')}</label>}
      {personas.length > 0 && (
        <div class="stack tight">
          <h3>{t('template_personas')}</h3>
          <NameChips names={personas.map(({ id }) => id)} chosen={personaIds} label={t('template_personas')} testId="template-persona" nameOf={(id) => personas.find((one) => one.id === id)?.name ?? id} onChange={(next) => onKeep({ personaIds: next })} />
          {personaIds.length === 0 && <p class="small muted">{t('template_personas_any')}</p>}
        </div>
      )}
    </section>
  );
}
