import { inPieces as piecesOf, type Pause } from '../../storage/pause.ts';

const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

/** Resolves when the browser had a chance to do something else: sooner than a timer of nothing does, which waits for milliseconds. */
export function nextTurn(): Promise<void> {
  return new Promise((next) => {
    waiting.push(next);
    channel.port2.postMessage(null);
  });
}

/** A pause that lets the panel have its turn whenever it was worked for some milliseconds. */
export function inPieces(): Pause {
  return piecesOf(nextTurn);
}

/** Runs work that yields, a little at a time; undefined when it was ended by `isOver`. */
export async function inTurns<T>(work: Generator<void, T>, isOver: () => boolean): Promise<T | undefined> {
  const pause = inPieces();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    const wait = pause();
    if (!wait) continue;
    await wait;
    if (isOver()) return undefined;
  }
}

/** Runs work that yields to its end: for little of it. */
export function atOnce<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
