import { t, uiLocale } from '../platform/locale.ts';
import { sessionGet, sessionSet } from '../platform/session.ts';
import { showState, showTitle, type IconState } from '../platform/toolbar.ts';
import { readBackupTrouble } from '../storage/backup-trouble.ts';
import type { Book } from '../storage/database.ts';
import type { Safe } from '../storage/safe.ts';

const WORRY = 'worry';

/** What the rep is to be told by the toolbar, whatever a tab shows; undefined = nothing. Kept for the session: a worker that begins anew tells it at once. */
export function worry(): Promise<string | undefined> {
  return sessionGet<string>(WORRY);
}

/** Looks what is wrong with the backups and tells it by the icon's title. True when that is news: badge and tabs are to be shown again. */
export async function lookAtWorry(book: Book, safe: Safe, now: number): Promise<boolean> {
  const trouble = await readBackupTrouble(book, safe, now);
  const time = (at: number): string => new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
  const next = !trouble ? undefined : 'bad' in trouble ? t('icon_backup_bad', time(trouble.bad.at)) : t('icon_backup_late', time(trouble.lateSince));
  const before = await worry();
  // a browser may have forgotten the title with its worker, so it is said each time
  await showTitle(withWorry(t('action_title'), next));
  if (before === next) return false;
  await sessionSet(WORRY, next);
  return true;
}

/** Shows a tab's state in the toolbar, with what worries beneath its title. */
export async function showTab(tabId: number, state: IconState, title: string): Promise<void> {
  await showState(tabId, state, withWorry(title, await worry()));
}

function withWorry(title: string, said: string | undefined): string {
  return said === undefined ? title : `${title}\n${said}`;
}
