import { listen, type OpenDialect } from '../dialect/dialect.ts';
import { listening, sameMeans, type Sent } from './sent.ts';

/** What an official client sent, by operation, and what the server made on the way. */
export interface Walked<Ids> {
  sent: Record<string, Sent>;
  ids: Ids;
}

/** What a walk has at hand: where the server is, `as` to name an operation and note its request, and the server's clock. */
export interface Path {
  origin: string;
  as<T>(name: string, doing: Promise<T>): Promise<T>;
  wait(ms: number): void;
}

/** Lets an official client do what `steps` say at a dialect server over real HTTP, and notes each request. */
export async function walkAt<Ids>(open: OpenDialect, steps: (path: Path) => Promise<Ids>): Promise<Walked<Ids>> {
  const means = sameMeans();
  const server = listening(open(means));
  const { origin, close } = await listen(server);
  const sent: Record<string, Sent> = {};
  const as: Path['as'] = async (name, doing) => {
    const done = await doing;
    sent[name] = server.last();
    return done;
  };
  try {
    return { sent, ids: await steps({ origin, as, wait: means.wait }) };
  } finally {
    await close();
  }
}
