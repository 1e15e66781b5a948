import { Scale, X } from 'lucide';
import type { VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { readReviews, seeReviews } from '../../storage/review-count.ts';
import { book, useLive } from '../state/book.ts';
import { to } from '../state/route.ts';
import { Icon } from './icon.tsx';
import '../style/privacy.css';

/** Once a week, in one quiet line: how many are due for review. Gone when it was looked at or put away. */
export function ReviewLine(): VNode | null {
  const found = useLive(() => readReviews(book), []);
  if (!found || found.seen || found.due === 0) return null;
  return (
    <p class="row small muted review-told" data-testid="review-told"><Icon of={Scale} /><span class="grow">{found.due === 1 ? t('review_told_one') : t('review_told', found.due)} <a href={to('privacy', 'review')}>{t('review_told_go')}</a></span>
      <button class="button icon-only" title={t('review_told_later')} aria-label={t('review_told_later')} onClick={() => void seeReviews(book)}><Icon of={X} /></button></p>
  );
}
