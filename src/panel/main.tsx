import { render } from 'preact';
import { App } from './app.tsx';
import { runClock } from './state/clock.ts';
import { change, book, nudge } from './state/book.ts';
import { listenForKeys } from './state/key.ts';
import { readTable } from './state/people.ts';
import { keepPlanning } from './state/plan.ts';
import { keepScored } from './state/rescore.ts';
import { RESTORED } from './state/restore.ts';
import { followTab } from './state/seen.ts';
import { lookAtBook, trouble } from './state/trouble.ts';
import { t, uiLocale } from '../platform/locale.ts';
import { report } from '../platform/report.ts';
import { ensureStarter } from '../storage/first-run.ts';
import './style/tokens.css';
import './style/base.css';
import './style/part.css';
import './style/view.css';
import './style/teach.css';

function main(): void {
  const life = new AbortController();
  document.documentElement.lang = uiLocale();
  runClock(life.signal);
  listenForKeys(life.signal);
  new BroadcastChannel(RESTORED).addEventListener('message', () => location.reload(), { signal: life.signal });
  void lookAtBook().catch(report).finally(() => {
    render(<App />, document.getElementById('app')!);
    if (!trouble.value) work(life.signal);
  });
  addEventListener('pagehide', () => life.abort());
}

function work(end: AbortSignal): void {
  void ensureStarter(book, change(t('change_starter'))).catch(report);
  keepPlanning();
  keepScored();
  void followTab(end).catch(report);
  // opening the panel is one of the moments at which badge and alarm are looked at again
  nudge();
  // Today is opened by a key at any moment: its columns are there by then
  requestIdleCallback(() => void readTable().catch(report), { timeout: 3_000 });
}

main();
