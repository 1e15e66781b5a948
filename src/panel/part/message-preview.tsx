import { Copy } from 'lucide';
import type { VNode } from 'preact';
import { hasSubject } from '../../domain/message-length.ts';
import type { Message } from '../../domain/merge-field.ts';
import type { Template } from '../../domain/template.ts';
import { t } from '../../platform/locale.ts';
import '../style/template.css';
import { Icon } from './icon.tsx';

/** A message as it would leave, with what is missing marked. `onCopySubject` is absent where nothing may be copied. */
export function MessagePreview({ template, message, onCopySubject }: { template: Template; message: Message; onCopySubject?: (() => void) | undefined }): VNode {
  return (
    <div class="message" data-testid="message">
      {hasSubject(template) && (
        <p class="message-subject row">
          <span class="grow" dir="auto" data-testid="message-subject"><Marked text={message.subject || t('template_no_subject')} missing={message.missing} /></span>
          {onCopySubject && message.subject && <button type="button" class="button quiet icon-only" aria-label={t('composer_copy_subject')} title={t('composer_copy_subject')} onClick={onCopySubject}><Icon of={Copy} /></button>}
        </p>
      )}
      <p class="message-body" dir="auto" data-testid="message-body">{message.body ? <Marked text={message.body} missing={message.missing} /> : <span class="muted">{t('template_no_text')}</span>}</p>
    </div>
  );
}

function Marked({ text, missing }: { text: string; missing: readonly string[] }): VNode {
  const marks = new Set(missing.map((name) => `[${name}]`));
  if (marks.size === 0) return <>{text}</>;
  const pattern = new RegExp(`(${[...marks].map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
  return <>{text.split(pattern).map((piece, at) => (marks.has(piece) ? <mark key={at}>{piece}</mark> : piece))}</>;
}
