import type { Gazetteer } from '../domain/gazetteer.ts';
import type { Near } from '../domain/near.ts';
import { readPlaces } from './place-file.ts';
import { report } from './report.ts';

let reading: Promise<Gazetteer> | undefined;

/** The places of the world, from the extension's own package: read once, when somebody first asks (about 0.1 s). Rejects (and reports) when the package is damaged; the next call tries again. */
export function readGazetteer(): Promise<Gazetteer> {
  reading ??= readPlaces().catch((error: unknown) => {
    reading = undefined;
    report(error);
    throw error;
  });
  return reading;
}

/** What judges places, from the same. */
export async function readNear(): Promise<Near> {
  return (await readGazetteer()).near;
}
