import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { hasLinePlace, MERGE_FIELDS, textProblems } from '../../domain/merge-field.ts';
import { hasSubject } from '../../domain/message-length.ts';
import { TEMPLATE_BOUNDS } from '../../domain/template-edit.ts';
import type { Template, Variant } from '../../domain/template.ts';
import { t } from '../../platform/locale.ts';

/** Subject and body of one wording: fields are put in at the cursor, and what is wrong with them is said while typing. Kept when the text is left. */
export function TemplateText({ template, draft, onDraft, onKeep }: { template: Template; draft: Variant; onDraft: (draft: Variant) => void; onKeep: (draft: Variant) => void }): VNode {
  const body = useRef<HTMLTextAreaElement>(null);
  const current = useRef({ draft, onKeep });
  current.current = { draft, onKeep };
  // closed while it is being typed: what is there is kept
  useEffect(() => () => current.current.onKeep(current.current.draft), []);
  const insert = (name: string): void => {
    const field = body.current;
    if (!field) return;
    const { selectionStart, selectionEnd, value } = field;
    const put = `{{${name}}}`;
    onDraft({ ...draft, body: value.slice(0, selectionStart) + put + value.slice(selectionEnd) });
    requestAnimationFrame(() => { field.focus(); field.setSelectionRange(selectionStart + put.length, selectionStart + put.length); });
  };
  const problems = textProblems(`${hasSubject(template) ? draft.subject : ''}\n${draft.body}`);
  return (
    <div class="stack tight" onFocusOut={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onKeep(draft); }}>
      {hasSubject(template) && <input class="input" value={draft.subject} aria-label={t('template_subject')} placeholder={t('template_subject')} maxLength={TEMPLATE_BOUNDS.subject} dir="auto" autocomplete="off" data-testid="template-subject" onInput={(event) => onDraft({ ...draft, subject: event.currentTarget.value })} />}
      <textarea ref={body} class="input template-body" value={draft.body} rows={8} aria-label={t('template_text')} maxLength={TEMPLATE_BOUNDS.body} dir="auto" data-testid="template-body" onInput={(event) => onDraft({ ...draft, body: event.currentTarget.value })} />
      {template.kind !== 'message' && <p class="small muted">{t('script_hint')}</p>}
      <select class="input template-insert" aria-label={t('template_insert')} data-testid="template-insert" value="" onChange={(event) => { const { value } = event.currentTarget; event.currentTarget.value = ''; if (value) insert(value); }}>
        <option value="">{t('template_insert')} …</option>
        {[...(template.kind === 'message' ? ['line'] : []), ...MERGE_FIELDS].map((name) => <option key={name} value={name}>{name}</option>)}
      </select>
      <ul class="stack tight" role="status" data-testid="template-problems">
        {problems.map(({ kind, name }) => <li key={`${kind} ${name}`} class="small bad-text">{t(kind === 'unknown' ? 'template_unknown' : 'template_braces', name)}</li>)}
        {template.needsLine && draft.body !== '' && !hasLinePlace(draft) && <li class="small muted">{t('template_line_place')}</li>}
      </ul>
    </div>
  );
}
