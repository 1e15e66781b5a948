import type { Draft } from '../domain/draft.ts';
import type { PageSeen } from '../messages/contract.ts';
import { bounded } from './bound.ts';

/** What the watcher needs from outside: the page, how to read it, and whom to tell. */
export interface Watch {
  doc: Document;
  href(): string;
  mayRead(url: URL): boolean;
  read(doc: Document, url: URL): Draft;
  tell(seen: PageSeen): void;
  signal: AbortSignal;
}

const QUIET = 120; // ms without a change in the page before it is read again
const PATIENCE = 10_000; // ms until a page that never agrees with itself is called doubtful

/**
 * Follows one page through its in-page navigations. On each new address it says so at once (so that nobody sees the previous
 * person), then reads until the page's own identity agrees with the address and two reads are equal. It observes the
 * page only while settling; on a page where nobody can be it does nothing at all. `again` is for when the same page would
 * now be read differently. `look` says whether anybody can be at the address.
 */
export function watch(options: Watch): { look(): boolean; again(): void; readNow(): PageSeen } {
  const { doc, href, tell, signal } = options;
  let current = '';
  let told: PageSeen | undefined;
  let stop: (() => void) | undefined;
  signal.addEventListener('abort', () => stop?.(), { once: true });

  const say = (seen: PageSeen): void => {
    if (signal.aborted || (told && same(told, seen))) return;
    told = seen;
    tell(seen);
  };

  const readNow = (): PageSeen => {
    const at = href();
    const draft = bounded(options.read(doc, new URL(at)));
    if (draft.page === 'none') return { url: at, state: 'settled', draft: null };
    return { url: at, state: draft.agrees === 'no' ? 'doubtful' : 'settled', draft };
  };

  const look = (): boolean => {
    const at = href();
    if (at === current) return !!stop;
    current = at;
    stop?.();
    stop = undefined;
    if (!options.mayRead(new URL(at))) {
      // silence is enough for a page where nobody was: only a person who is gone has to be taken back
      if (told?.draft || told?.state === 'reading') say({ url: at, state: 'settled', draft: null });
      return false;
    }
    if (told) say({ url: at, state: 'reading', draft: null });
    stop = settle(at);
    return true;
  };

  const again = (): void => {
    if (!stop) return;
    stop();
    stop = settle(current);
  };

  const settle = (at: string): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last: PageSeen | undefined;
    const started = Date.now();
    let rest = QUIET; // grows with the page: reading must never take more than a small part of its time
    const observer = new MutationObserver(() => { if (!timer) timer = setTimeout(step, rest); });
    const end = (): void => { observer.disconnect(); clearTimeout(timer); };
    const step = (): void => {
      timer = undefined;
      if (signal.aborted || href() !== at) return end();
      const before = performance.now();
      const seen = readNow();
      rest = Math.max(QUIET, 8 * (performance.now() - before));
      const late = Date.now() - started > PATIENCE;
      const whole = seen.draft !== null && seen.draft.agrees !== 'no';
      if (whole && last && same(last, seen)) { end(); say(seen); return; }
      if (late) { end(); say(seen.draft && !whole ? { ...seen, state: 'doubtful' } : seen); return; }
      last = seen;
      if (whole) say({ ...seen, state: 'reading' });
      timer = setTimeout(step, whole ? rest : rest * 2);
    };
    observer.observe(doc.documentElement, { childList: true, subtree: true, characterData: true });
    step();
    return end;
  };

  return { look, again, readNow };
}

function same(a: PageSeen, b: PageSeen): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
