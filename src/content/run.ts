import { send } from '../messages/send.ts';
import { serve } from '../messages/serve.ts';
import { isAlive, onWorkerMessage, toWorker } from '../platform/page-runtime.ts';
import type { Recipe } from '../domain/recipe.ts';
import type { PageReader } from '../sites/readers.ts';
import { withRecipes } from '../sites/reading/recipe.ts';
import { watch } from './watch.ts';

/** The isolated world's own mark (the page cannot see it): a second injection finds the first one running. */
const world = globalThis as { paydirtRunning?: () => boolean };

/** Starts the content script with its readers, unless it runs in this page already. */
export function run(reader: PageReader): void {
  if (!world.paydirtRunning?.()) main(reader);
}

function main({ mayRead, readPage }: PageReader): void {
  const life = new AbortController();
  const alive = (): boolean => {
    if (!isAlive()) life.abort();
    return !life.signal.aborted;
  };
  world.paydirtRunning = alive;
  let recipes: Recipe[] = [];

  const watcher = watch({
    doc: document,
    href: () => location.href,
    mayRead,
    read: (doc, url) => withRecipes(doc, readPage(doc, url), recipes),
    tell: (seen) => { if (alive()) void send(toWorker, 'page.seen', seen); },
    signal: life.signal,
  });

  const answer = serve<'page'>({
    'page.read': {
      from: 'any',
      parse: (payload) => payload as Recipe[] | null,
      answer: (fresh) => {
        recipes = fresh ?? recipes;
        return watcher.readNow();
      },
    },
  }, () => undefined);
  onWorkerMessage((message) => (alive() ? answer(message, { url: '', own: false }) : undefined));

  let asked = false;
  const look = (): void => {
    if (!alive()) return;
    if (!watcher.look() || asked) return;
    asked = true;
    // what the rep has taught of this site comes after the first look, which waits for nobody
    void send(toWorker, 'page.recipes', null).then((taught) => {
      if (!taught.ok || !taught.value.length || !alive()) return;
      recipes = taught.value;
      watcher.again();
    });
  };
  const navigation = (globalThis as { navigation?: EventTarget }).navigation;
  if (navigation) {
    navigation.addEventListener('navigatesuccess', look, { signal: life.signal });
  } else {
    // browsers without the Navigation API: a glance at the address each second, no look at the page
    const timer = setInterval(look, 1_000);
    life.signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
  addEventListener('pageshow', look, { signal: life.signal });
  look();
}
