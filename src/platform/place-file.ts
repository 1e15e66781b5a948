import { type Gazetteer, gazetteerOf } from '../domain/gazetteer.ts';

/** The places of the world from the extension's own package; also where there is no extension API, as in a worker of a page. Throws when the file is missing. */
export async function readPlaces(): Promise<Gazetteer> {
  const packed = await fetch(new URL('/places.pack', location.href));
  if (!packed.ok || !packed.body) throw new Error('The list of places is missing from the extension.');
  return gazetteerOf(await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).text());
}
