import { signal } from '@preact/signals';
import type { PageSeen } from '../../messages/contract.ts';
import type { Failure } from '../../domain/failure.ts';
import { send } from '../../messages/send.ts';
import { toWorker } from '../../platform/messaging.ts';
import { claimOf } from '../../sites/addresses.ts';
import { onSessionChange, sessionGet } from '../../platform/session.ts';
import { activeTab, onTabChange, ownTab, tabOf } from '../../platform/tabs.ts';

/** The page beside the panel: its tab, what was seen of it, or why nothing could be. */
export interface Beside {
  tabId?: number;
  seen?: PageSeen;
  failure?: Failure;
}

export const beside = signal<Beside>({});

/**
 * Follows the tab beside the panel. In a side panel that is the window's active tab; a panel in a tab of its own follows the
 * tab named in its address (`?tab=`), or the last other tab that was active.
 */
export async function followTab(signal: AbortSignal): Promise<void> {
  const fixed = Number(new URLSearchParams(location.search).get('tab')) || undefined;
  const own = await ownTab();

  const look = async (tabId: number): Promise<void> => {
    const seen = await sessionGet<PageSeen>(`tab:${tabId}`);
    beside.value = { tabId, ...(seen ? { seen } : {}) };
    if (!seen || seen.state !== 'reading') await readBeside();
  };
  onSessionChange((key, value) => {
    const { tabId } = beside.value;
    if (tabId === undefined || key !== `tab:${tabId}`) return;
    beside.value = value ? { tabId, seen: value as PageSeen } : { tabId };
    // the worker let go of who was there: whether we may look at what is there now is asked anew
    if (!value) void readBeside();
  }, signal);
  onTabChange((tab) => {
    if (signal.aborted || fixed !== undefined || tab.id === own?.id) return;
    if (tab.id !== beside.value.tabId) void activeTab(own?.windowId).then((active) => { if (active && active.id !== own?.id && active.id !== beside.value.tabId) void look(active.id); });
    else if (!beside.value.seen || tab.url !== undefined && tab.url !== beside.value.seen.url) void readBeside();
  });
  const first = fixed ?? (own ? undefined : (await activeTab())?.id);
  if (first !== undefined) await look(first);
}

/** Reads the page beside the panel again, now. */
export async function readBeside(): Promise<void> {
  const { tabId } = beside.value;
  if (tabId === undefined) return;
  const answer = await send(toWorker, 'tab.read', { tabId });
  if (beside.value.tabId !== tabId) return;
  if (!answer.ok) beside.value = { tabId, failure: answer.failure };
  else if ('failure' in answer.value) beside.value = { tabId, failure: answer.value.failure };
  else beside.value = { tabId, seen: answer.value.seen };
}

/** Does the tab still show whom the panel shows? Asked right before a save: navigation may have moved it since, maybe to where we may not look. Another spelling of the same address is the same person; a tab that is closed showed them last. */
export async function isStillThere(): Promise<boolean> {
  const { tabId, seen } = beside.value;
  const now = tabId === undefined ? undefined : await tabOf(tabId);
  if (!seen || !now || now.url === seen.url) return true;
  const key = now.url === undefined ? undefined : claimOf(now.url)?.key;
  return key !== undefined && key === claimOf(seen.url)?.key;
}
