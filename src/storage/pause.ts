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
