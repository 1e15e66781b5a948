/** Lets others have their turn when it is time; asked often, so that it decides itself how often that is. */
export type Pause = () => Promise<void> | void;

/** Runs work that yields to its end, with a pause wherever it yields. */
export async function run<T>(work: Generator<void, T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    // nothing is waited for unless it has to be: a promise at every yield costs more than some of the work
    const wait = pause();
    if (wait) await wait;
  }
}

/** Worked for so long (ms) before others get their turn. */
const TURN = 10;

/** A pause that gives others their turn whenever it was worked for some milliseconds; `next` resolves when they had it. */
export function inPieces(next: () => Promise<void> = timer): Pause {
  let since = performance.now();
  return () => (performance.now() - since < TURN ? undefined : next().then(() => { since = performance.now(); }));
}

function timer(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
