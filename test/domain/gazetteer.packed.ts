import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Gazetteer, gazetteerOf } from '../../src/domain/gazetteer.ts';

/** The text of the table that the extension carries. */
export function packedPlaces(): string {
  return gunzipSync(readFileSync('public/places.pack')).toString();
}

let read: Gazetteer | undefined;

/** The gazetteer over it; one for all tests of a file. */
export function packedGazetteer(): Gazetteer {
  read ??= gazetteerOf(packedPlaces());
  return read;
}
