import type { Tally } from '../../domain/template-result.ts';
import type { Template } from '../../domain/template.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { channelWord } from '../state/words.ts';

/** How often something was used and what came of it, in one line. */
export function usesWord({ uses, replies, meetings }: Tally): string {
  if (uses === 0) return t('template_never');
  return [uses === 1 ? t('template_uses_one') : t('template_uses', uses), replies === 1 ? t('template_replies_one') : t('template_replies', replies), meetings > 0 && (meetings === 1 ? t('template_meetings_one') : t('template_meetings', meetings))].filter(Boolean).join(' · ');
}

/** Wordings are A, B, C … in the order they stand. */
export function variantName(at: number): string {
  return String.fromCharCode(65 + at);
}

/** What a template is, in words: "LinkedIn · invitation note", "Call script". */
export function templateKindWord({ kind, channel, format }: Pick<Template, 'kind' | 'channel' | 'format'>): string {
  const what = kind === 'message' ? format && t(`template_format_${format}` as MessageName) : t(`template_kind_${kind.replace('-', '_')}` as MessageName);
  return [channelWord(channel), what].filter(Boolean).join(' · ');
}
