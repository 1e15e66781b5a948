import { Eye, RefreshCw } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { renderTemplate } from '../../domain/merge-field.ts';
import type { Template, Variant } from '../../domain/template.ts';
import { t } from '../../platform/locale.ts';
import { newestPeople } from '../../storage/composing.ts';
import { readRep } from '../../storage/rep.ts';
import { Icon } from '../part/icon.tsx';
import { LengthCounter } from '../part/message-length.tsx';
import { MessagePreview } from '../part/message-preview.tsx';
import { fieldWord } from '../part/missing-fields.tsx';
import { ScriptPane } from '../part/script-pane.tsx';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';
import { usePersonas, whoIs } from '../state/persona.ts';

const PEOPLE = 20;

/** How a wording reads for somebody of the book; one click takes somebody else. */
export function TemplatePreview({ template, variant }: { template: Template; variant: Variant }): VNode {
  const people = useLive(() => newestPeople(book, PEOPLE), []);
  const rep = useLive(() => readRep(book), []);
  const personas = usePersonas() ?? [];
  const [at, setAt] = useState(0);
  const person = people?.[at % Math.max(1, people.length)];
  const prospect = person?.prospect;
  const source = { prospect: prospect ?? { fields: {} }, account: person?.account, persona: prospect && whoIs(prospect, personas)?.persona, rep };
  const message = renderTemplate(variant, template, source, t('template_preview_line'));
  return (
    <Section icon={Eye} title={t('template_preview')}>
      <div class="row small">
        <span class="grow muted one-line" data-testid="template-preview-for">{prospect ? t('template_preview_for', prospect.fields.name?.value ?? t('no_name')) : t('template_preview_nobody')}</span>
        {people && people.length > 1 && <button type="button" class="button quiet" data-testid="template-another" onClick={() => setAt(at + 1)}><Icon of={RefreshCw} />{t('template_preview_another')}</button>}
      </div>
      {template.kind === 'message' ? <><MessagePreview template={template} message={message} /><LengthCounter length={message.length} /></> : <ScriptPane text={message.body} />}
      {prospect && message.missing.length > 0 && <p class="small warn-text">{t('composer_not_known', message.missing.map(fieldWord).join(', '))}</p>}
    </Section>
  );
}
