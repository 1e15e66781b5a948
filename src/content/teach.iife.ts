import { serve } from '../messages/serve.ts';
import { isAlive, onWorkerMessage } from '../platform/page-runtime.ts';
import { lesson } from './lesson.ts';

/** As in run.ts: a second injection finds the first one running. */
const world = globalThis as { paydirtTeaches?: () => boolean };

// added to a page when the rep opens the list of its texts; says nothing by itself
if (!world.paydirtTeaches?.()) {
  world.paydirtTeaches = isAlive;
  const { pieces, recipe } = lesson({ doc: document, href: () => location.href, now: Date.now });
  const answer = serve<'lesson'>({
    'lesson.pieces': { from: 'any', parse: (payload) => payload as { name: string }, answer: ({ name }) => pieces(name) },
    'lesson.recipe': { from: 'any', parse: (payload) => payload as Parameters<typeof recipe>[0], answer: recipe },
  }, () => undefined);
  onWorkerMessage((message) => (isAlive() ? answer(message, { url: '', own: false }) : undefined));
}
