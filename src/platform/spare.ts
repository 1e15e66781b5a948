/** A copy beside all databases: their file may break as a whole. */
export interface Spare {
  name: string;
  at: number;
  people: number;
  file: File;
}

const FOLDER = 'spare';

/** Keeps this copy in the browser's private file system, in place of the one before. */
export async function keepSpare({ name, at, people }: Pick<Spare, 'name' | 'at' | 'people'>, blob: Blob): Promise<void> {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
  const own = `${at}~${people}~${name}`;
  const target = await (await folder.getFileHandle(own, { create: true })).createWritable();
  await target.write(blob);
  await target.close();
  for (const other of await namesIn(folder)) if (other !== own) await folder.removeEntry(other).catch(() => undefined);
}

/** The copy that is kept, or null. */
export async function readSpare(): Promise<Spare | null> {
  try {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER);
    // one that was not written to its end has no content, and is older than none
    for (const own of (await namesIn(folder)).toSorted().toReversed()) {
      const [at = '', people = '', name = ''] = own.split('~');
      const file = await (await folder.getFileHandle(own)).getFile();
      if (file.size > 0) return { name, at: Number(at), people: Number(people), file };
    }
  } catch {
    // there is none, or this browser keeps no files
  }
  return null;
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
  return names;
}
