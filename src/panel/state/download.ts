/** How many rows make a file so big that it goes to the disk piece by piece, to a place the rep picks. */
export const BIG = 20_000;

export interface DownloadFile {
  name: string;
  mediaType: string;
  chunks: AsyncIterable<string>;
}

/** The part of the File System Access API that is used here; not in every browser. */
interface Picker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{ createWritable(): Promise<{ write(text: string): Promise<void>; close(): Promise<void>; abort(): Promise<void> }> }>;
}

/** Characters held as text before they go to the disk, or become part of a blob, which the browser may keep there. */
const HELD = 1_000_000;

/**
 * Saves a file that is made piece by piece. A usual one is a download; one of `BIG` rows or more is streamed to where the rep puts
 * it, when the browser can. Must be called in a gesture. False when the rep cancelled; ended by `end` it throws its reason, and nothing is left of the file.
 */
export async function download({ name, mediaType, chunks }: DownloadFile, rows: number, end?: AbortSignal): Promise<boolean> {
  const scope = globalThis as Picker;
  if (rows >= BIG && scope.showSaveFilePicker) {
    const file = await scope.showSaveFilePicker({ suggestedName: name }).catch((error: unknown) => {
      if ((error as { name?: string } | null)?.name === 'AbortError') return null;
      return undefined; // the browser will not ask here: an ordinary download then
    });
    if (file === null) return false;
    if (file) {
      const target = await file.createWritable();
      try {
        let writing: Promise<void> | undefined;
        for await (const text of inPieces(chunks, end)) {
          await writing;
          writing = target.write(text);
          // one that fails is met when it is waited for
          writing.catch(() => undefined);
        }
        await writing;
      } catch (error) {
        await target.abort();
        throw error;
      }
      await target.close();
      return true;
    }
  }
  offer(name, await blobOf(chunks, mediaType, end));
  return true;
}

/** Text as a blob, which the browser may keep on disk. */
export async function blobOf(chunks: AsyncIterable<string>, type: string, end?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const text of inPieces(chunks, end)) parts.push(new Blob([text]));
  return new Blob(parts, { type });
}

/** Chunks put together, so that each write is worth its cost. */
async function* inPieces(chunks: AsyncIterable<string>, end?: AbortSignal): AsyncGenerator<string> {
  let held: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    end?.throwIfAborted();
    held.push(chunk);
    length += chunk.length;
    if (length < HELD) continue;
    yield held.join('');
    held = [];
    length = 0;
  }
  end?.throwIfAborted();
  if (length > 0) yield held.join('');
}

/** Hands bytes to the rep as an ordinary download. */
export function offer(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
