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

/** Characters held as text before they become part of a blob, which the browser may keep on disk. */
const HELD = 4_000_000;

/**
 * Saves a file that is made piece by piece. A usual one is a download; one of `BIG` rows or more is streamed to where the rep puts
 * it, when the browser can. Must be called in a gesture. False when the rep cancelled.
 */
export async function download({ name, mediaType, chunks }: DownloadFile, rows: number): Promise<boolean> {
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
        for await (const chunk of chunks) await target.write(chunk);
      } catch (error) {
        await target.abort();
        throw error;
      }
      await target.close();
      return true;
    }
  }
  offer(name, await blobOf(chunks, mediaType));
  return true;
}

/** Text as a blob, which the browser may keep on disk. */
export async function blobOf(chunks: AsyncIterable<string>, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let held: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    length += chunk.length;
    if (length < HELD) continue;
    parts.push(new Blob(held));
    held = [];
    length = 0;
  }
  return new Blob([...parts, ...held], { type });
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
