import { browser } from './browser.ts';

/** What the toolbar icon says of a tab. */
export type IconState = 'idle' | 'person' | 'known' | 'doubtful';

/** Shows a tab's state in the toolbar: icon and tooltip. A tab that is gone is no error. */
export async function showState(tabId: number, state: IconState, title: string): Promise<void> {
  const path = { 16: `/icons/${state}-16.png`, 32: `/icons/${state}-32.png` };
  await Promise.all([browser.action.setIcon({ tabId, path }), browser.action.setTitle({ tabId, title })]).catch(() => undefined);
}

/** The icon's tooltip in every tab that has none of its own. */
export async function showTitle(title: string): Promise<void> {
  await browser.action.setTitle({ title });
}

/** The badge: '' shows none. The same in every tab. */
export async function showBadge(text: string, tone: 'due' | 'good' | 'bad' = 'due'): Promise<void> {
  const colours = { due: '#b4540a', good: '#1d7a46', bad: '#b3261e' };
  await browser.action.setBadgeBackgroundColor({ color: colours[tone] });
  await browser.action.setBadgeText({ text });
  (browser.action as { setBadgeTextColor?: (details: { color: string }) => void }).setBadgeTextColor?.({ color: '#ffffff' });
}

/** Opens the panel beside a click on the icon. Must be called first in the gesture: a browser that awaits loses it. */
export function openPanel(windowId: number | undefined): void {
  const scope = globalThis as { chrome?: { sidePanel?: { open(options: { windowId: number }): Promise<void> } }; browser?: { sidebarAction?: { toggle?(): Promise<void> } } };
  if (scope.chrome?.sidePanel && windowId !== undefined) void scope.chrome.sidePanel.open({ windowId }).catch(() => undefined);
  else void scope.browser?.sidebarAction?.toggle?.().catch(() => undefined);
}

export function onIconClick(listener: (tab: { id?: number | undefined; windowId?: number | undefined }) => void): void {
  browser.action.onClicked.addListener(listener);
}

export function onCommand(listener: (name: string, tabId: number | undefined) => void): void {
  browser.commands.onCommand.addListener((name, tab) => listener(name, (tab as { id?: number } | undefined)?.id));
}

/** The key the browser has really given to one of our commands ('' = none). */
export async function keyOfCommand(name: string): Promise<string> {
  return (await browser.commands.getAll()).find((command) => command.name === name)?.shortcut ?? '';
}
