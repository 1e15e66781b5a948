import type { Dialect, DialectMeans, OpenDialect, WireAnswer, WireRequest } from './dialect.ts';

/** A dialect of one state: `begin` makes an empty one, whose `take` tells once that an outcome of `races` was forced. */
export function racing<State>(races: readonly string[], begin: (means: DialectMeans, take: (race: string) => boolean) => State, handle: (state: State, request: WireRequest) => WireAnswer): OpenDialect {
  return (means): Dialect => {
    const forced = new Set<string>();
    const fresh = (): State => begin(means, (race) => forced.delete(race));
    let state = fresh();
    return {
      races,
      handle: (request) => handle(state, request),
      reset() {
        forced.clear();
        state = fresh();
      },
      force(race) {
        if (!races.includes(race)) throw new Error(`no race ${race}`);
        forced.add(race);
      },
    };
  };
}
