/** What the browser may ask about a folder that the rep once chose; not in every browser's types. */
interface Asking {
  queryPermission?(how: { mode: 'readwrite' }): Promise<string>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<string>;
}

interface Picker {
  showDirectoryPicker?(options: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

/** Can a folder be chosen in this browser? */
export function canChooseFolder(): boolean {
  return typeof (globalThis as Picker).showDirectoryPicker === 'function';
}

/** Lets the rep choose a folder; null when cancelled. Must be called in a gesture. */
export async function chooseFolder(): Promise<FileSystemDirectoryHandle | null> {
  return await (globalThis as Picker).showDirectoryPicker?.({ id: 'paydirt-backups', mode: 'readwrite' }).catch(() => null) ?? null;
}

/** May we write there now, without asking? */
export async function mayWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  // a folder that cannot be asked about is the browser's own
  return (await (folder as Asking).queryPermission?.({ mode: 'readwrite' }) ?? 'granted') === 'granted';
}

/** Asks the rep again for a folder that was chosen earlier. Must be called in a gesture. */
export async function askToWrite(folder: FileSystemDirectoryHandle): Promise<boolean> {
  return (await (folder as Asking).requestPermission?.({ mode: 'readwrite' }) ?? 'granted') === 'granted';
}

/** Writes a file into the folder and answers it as it lies there. Throws `permission` or `not-saved` as its message. */
export async function saveInFolder(folder: FileSystemDirectoryHandle, name: string, blob: Blob): Promise<File> {
  if (!await mayWrite(folder)) throw new Error('permission');
  try {
    const file = await folder.getFileHandle(name, { create: true });
    const target = await file.createWritable();
    await target.write(blob);
    await target.close();
    return await file.getFile();
  } catch (error) {
    throw error instanceof Error && error.name === 'QuotaExceededError' ? error : new Error('not-saved');
  }
}

/** Takes a file away; true when it is gone, whoever removed it. */
export async function removeFromFolder(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  if (!await mayWrite(folder)) return false;
  return folder.removeEntry(name).then(() => true, (error: unknown) => (error as { name?: string }).name === 'NotFoundError');
}
