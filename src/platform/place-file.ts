import { type Gazetteer, gazetteerOf } from '../domain/gazetteer.ts';

/** The places of the world from the packed file at this address of the extension; also where there is no extension API, as in a worker. Throws when it is missing. */
export async function readPlaces(url: string): Promise<Gazetteer> {
  const packed = await fetch(url);
  if (!packed.ok || !packed.body) throw new Error('The list of places is missing from the extension.');
  return gazetteerOf(await new Response(packed.body.pipeThrough(new DecompressionStream('gzip'))).text());
}
