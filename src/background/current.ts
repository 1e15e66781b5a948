import { uuidv7 } from 'uuidv7';
import type { Draft } from '../domain/draft.ts';
import { fail, ok, type Result } from '../domain/failure.ts';
import { webUrl } from '../domain/identity.ts';
import type { Recipe } from '../domain/recipe.ts';
import { checkPageSeen } from '../messages/draft-check.ts';
import type { PageSeen } from '../messages/contract.ts';
import { send } from '../messages/send.ts';
import { t } from '../platform/locale.ts';
import { toTab } from '../platform/messaging.ts';
import { sessionAll, sessionGet, sessionSet } from '../platform/session.ts';
import { runInTab, scriptFor, tabOf } from '../platform/tabs.ts';
import { sitesAt } from '../sites/addresses.ts';
import { refusal } from '../storage/capture.ts';
import type { Book } from '../storage/database.ts';
import { findByKeys, noteVisit } from '../storage/person.ts';
import { readRecipes } from '../storage/recipe.ts';
import { showTab } from './worry.ts';

const PREFIX = 'tab:';

/** Remembers what a tab shows (for the panel) and tells it by the icon. */
export async function keepSeen(book: Book, tabId: number, seen: PageSeen): Promise<void> {
  await sessionSet(PREFIX + tabId, seen);
  if (seen.draft?.page === 'person' && seen.state === 'settled') {
    const change = { changeId: uuidv7(), at: Date.now(), by: 'page', label: t('change_seen', seen.draft.fields.name?.value ?? '') };
    await noteVisit(book, seen.draft, change, uuidv7);
  }
  await showSeen(book, tabId, seen);
}

/** What a tab was last said to show. */
export function seenOf(tabId: number): Promise<PageSeen | undefined> {
  return sessionGet<PageSeen>(PREFIX + tabId);
}

/** Forgets a closed tab, or one whose document is gone; its icon says nothing any more. */
export async function forgetTab(tabId: number): Promise<void> {
  await Promise.all([sessionSet(PREFIX + tabId, undefined), sessionSet(`counted:${tabId}`, undefined), showTab(tabId, 'idle', t('action_title'))]);
}

/** Forgets what tabs were said to show of people who were erased. */
export async function forgetErased(book: Book): Promise<void> {
  for (const [key, { draft }] of Object.entries(await sessionAll<PageSeen>(PREFIX))) {
    if (draft && await refusal(book, draft)) await forgetTab(Number(key.slice(PREFIX.length)));
  }
}

/** Shows every open tab's state again: somebody was saved or removed. */
export async function refreshIcons(book: Book): Promise<void> {
  for (const [key, seen] of Object.entries(await sessionAll<PageSeen>(PREFIX))) await showSeen(book, Number(key.slice(PREFIX.length)), seen);
}

/**
 * Reads a tab's page now. Where our script does not run yet it is started, which needs a site of ours, a granted origin or the
 * rep's gesture; otherwise fails with `permission`.
 */
export async function readTab(book: Book, tabId: number): Promise<Result<PageSeen>> {
  const place = async (): Promise<URL | null> => webUrl((await tabOf(tabId))?.url);
  const ask = async (): ReturnType<typeof send<'page.read'>> => {
    const url = await place();
    return send(toTab(tabId), 'page.read', url && await recipesAt(book, url));
  };
  let answer = await ask();
  if (!answer.ok && answer.failure.kind === 'no-answer') {
    const url = await place();
    // a tab without an address we may see is closed to us, or on its way: the script of any page must not get ahead of a named site's own
    if (!url || !await runInTab(tabId, scriptFor(url.href))) return fail('permission', t('error_no_access'));
    answer = await ask();
  }
  if (!answer.ok) return answer;
  const seen = checkPageSeen(answer.value);
  if (!seen) return fail('page-unreadable', t('error_unreadable'));
  await keepSeen(book, tabId, seen);
  return ok(seen);
}

/** What the rep has taught of the sites that can be at this address. */
export async function recipesAt(book: Book, url: URL): Promise<Recipe[]> {
  const sites = sitesAt(url);
  return (await readRecipes(book)).filter(({ site }) => sites.includes(site));
}

async function showSeen(book: Book, tabId: number, seen: PageSeen): Promise<void> {
  const { draft, state } = seen;
  if (!draft) return showTab(tabId, 'idle', t('action_title'));
  const name = draft.fields.name?.value ?? '';
  const known = await isKnown(book, draft);
  // the tab may have moved on while the book was asked: the newer person's icon must not be overwritten
  if ((await seenOf(tabId))?.url !== seen.url) return;
  if (known) return showTab(tabId, 'known', t('icon_known', name));
  if (draft.page === 'person' && await refusal(book, draft)) return showTab(tabId, 'idle', t('icon_erased', name));
  if (draft.page === 'list') return showTab(tabId, 'person', t('icon_list', draft.rows?.length ?? 0));
  return state === 'doubtful' ? showTab(tabId, 'doubtful', t('icon_doubtful')) : showTab(tabId, 'person', t('icon_person', name));
}

async function isKnown(book: Book, draft: Draft): Promise<boolean> {
  return draft.page !== 'list' && await findByKeys(book, draft.keys) !== undefined;
}
