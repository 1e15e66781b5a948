import { type Gazetteer, gazetteerOf } from '../domain/gazetteer.ts';
import type { Near } from '../domain/near.ts';
import { browser } from './browser.ts';
import { report } from './report.ts';

let reading: Promise<Gazetteer> | undefined;

/** The places of the world, from the extension's own package: read once, when somebody first asks (about 0.1 s). Rejects (and reports) when the package is damaged; the next call tries again. */
export function readGazetteer(): Promise<Gazetteer> {
  reading ??= read().catch((error: unknown) => {
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

async function read(): Promise<Gazetteer> {
  const packed = await fetch(browser.runtime.getURL('places.pack'));
  if (!packed.ok || !packed.body) throw new Error('The list of places is missing from the extension.');
  return gazetteerOf(await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).text());
}
