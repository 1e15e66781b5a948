/** How many rows make a file so big that it goes to the disk piece by piece, to a place the rep picks. */
export const BIG = 20_000;

export interface DownloadFile {
  name: string;
  mediaType: string;
  /** Text, or UTF-8 as it is written elsewhere already. */
  chunks: AsyncIterable<string | Uint8Array>;
}

/** The part of the File System Access API that is used here; not in every browser. */
interface Picker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{ createWritable(): Promise<{ write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; close(): Promise<void>; abort(): Promise<void> }> }>;
}

/** Bytes held before they go to the disk, or become part of a blob, which the browser may keep there. */
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
        for await (const bytes of inPieces(chunks, end)) {
          await writing;
          writing = target.write(bytes);
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
export async function blobOf(chunks: DownloadFile['chunks'], type: string, end?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  for await (const bytes of inPieces(chunks, end)) parts.push(new Blob([bytes]));
  return new Blob(parts, { type });
}

/** Chunks put together as bytes, so that each write is worth its cost. */
export async function* inPieces(chunks: DownloadFile['chunks'], end?: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    end?.throwIfAborted();
    const bytes = typeof chunk === 'string' ? encoder.encode(chunk) : chunk;
    held.push(bytes);
    length += bytes.length;
    if (length < HELD) continue;
    yield joined(held, length);
    [held, length] = [[], 0];
  }
  end?.throwIfAborted();
  if (length > 0) yield joined(held, length);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
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
