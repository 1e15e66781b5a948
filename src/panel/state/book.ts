import { signal } from '@preact/signals';
import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';
import { uuidv7 } from 'uuidv7';
import { send } from '../../messages/send.ts';
import { readNear } from '../../platform/gazetteer.ts';
import { toWorker } from '../../platform/messaging.ts';
import { openBook } from '../../storage/database.ts';
import type { Change } from '../../storage/write.ts';

/** True once a newer version of the extension wants the database: the panel has to be reopened. */
export const outdated = signal(false);

/** True once a write has failed for want of room; nothing of it was kept. */
export const full = signal(false);

/** The panel's connection to the book. */
export const book = openBook({ onOutdated: () => { outdated.value = true; }, onFull: () => { full.value = true; }, readNear });

export const newId = uuidv7;

/** A change by the rep's hand, now; `label` is what history calls it. */
export function change(label: string): Change {
  return { changeId: newId(), at: Date.now(), by: 'rep', label };
}

/** Tells the worker that something was written, so that badge and icons follow at once. Only a nudge: nothing is lost without it. */
export function nudge(): void {
  void send(toWorker, 'book.changed', null);
}

/** What a query over the book gives, kept current while shown; undefined until the first answer. `deps` restart it. A failing query shows in the boundary. */
export function useLive<T>(query: () => Promise<T>, deps: unknown[]): T | undefined {
  const [state, setState] = useState<{ value?: T; deps?: unknown[]; error?: unknown }>({});
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({ next: (value) => setState({ value, deps }), error: (error: unknown) => setState({ error }) });
    return () => subscription.unsubscribe();
  }, deps);
  if (state.error) throw state.error;
  return state.value;
}
