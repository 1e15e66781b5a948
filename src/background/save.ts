import { uuidv7 } from 'uuidv7';
import { failureText } from '../platform/failure-text.ts';
import { t, uiLocale } from '../platform/locale.ts';
import { notify } from '../platform/notification.ts';
import { showBadge } from '../platform/toolbar.ts';
import { keyOf } from '../sites/addresses.ts';
import { refusal, saveDraft } from '../storage/capture.ts';
import type { Book } from '../storage/database.ts';
import { answerDoorbell } from './doorbell.ts';
import { readTab, refreshIcons } from './current.ts';

const FLASH = 1_500;

/**
 * The save command: works with the panel closed. The page is read afresh, so what is saved is what the tab shows at this
 * moment. Success flashes in the badge; anything else says by notification what to do.
 */
export async function saveTab(book: Book, tabId: number, clock: () => number): Promise<void> {
  const seen = await readTab(book, tabId);
  if (!seen.ok) return refuse(failureText(seen.failure));
  const { draft, state } = seen.value;
  if (!draft || draft.page === 'list' || draft.page === 'none') return refuse(t('error_nobody_here'));
  if (state === 'doubtful') return refuse(t('error_doubtful'));
  const barred = draft.page === 'person' ? await refusal(book, draft) : undefined;
  if (barred) return refuse(t('erased_on', new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' }).format(barred.at)));
  const change = { changeId: uuidv7(), at: clock(), by: 'rep', label: t('change_saved', draft.fields.name?.value ?? '') };
  const saved = await saveDraft(book, draft, {}, change, { newId: uuidv7, keyOf });
  if (!saved.ok) return refuse(failureText(saved.failure));
  await showBadge('✓', 'good');
  await refreshIcons(book);
  // if the worker dies before this, the next wake-up sets the badge right
  setTimeout(() => void answerDoorbell(book, clock), FLASH);
}

async function refuse(message: string): Promise<void> {
  await notify('save', t('error_not_saved'), message);
}
