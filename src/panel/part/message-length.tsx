import type { VNode } from 'preact';
import type { MessageLength } from '../../domain/message-length.ts';
import { t, uiLocale } from '../../platform/locale.ts';
import '../style/template.css';

/** How long a message is and may be, as its channel counts. */
export function LengthCounter({ length: { parts, sms, isOver } }: { length: MessageLength }): VNode {
  const count = (value: number): string => value.toLocaleString(uiLocale());
  return (
    <p class={`length small number ${isOver ? 'bad-text' : 'muted'}`} data-testid="length" role={isOver ? 'alert' : undefined}>
      {parts.filter(({ part, limit }) => part === 'body' || limit !== null).map(({ part, used, limit, free }) => (
        <span key={part} class={limit !== null && used > limit ? 'bad-text strong' : free !== undefined && used > free ? 'warn-text' : ''}>
          {part === 'subject' ? `${t('template_subject')}: ` : ''}{limit === null ? t('length_used', count(used)) : t('length_of', count(used), count(limit))}
          {limit !== null && used > limit ? ` · ${t('length_over', count(used - limit))}` : free !== undefined && used > free ? ` · ${t('length_free', count(free))}` : ''}
        </span>
      ))}
      {sms && <span>{sms.segments === 1 ? t('length_sms_one', sms.left) : t('length_sms', sms.segments, sms.left)}{sms.isPlain ? '' : ` · ${t('length_sms_wide')}`}</span>}
    </p>
  );
}
