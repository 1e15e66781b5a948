import { browser } from './browser.ts';

/** The part of the offscreen API that is used here; only where a worker cannot make an address of bytes. */
interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

const FOLDER = 'Paydirt';
/** The longest that a file may take to be written, ms. */
const PATIENCE = 5 * 60_000;

/** May files be put into the downloads folder without asking? */
export function mayDownload(): Promise<boolean> {
  return browser.permissions.contains({ permissions: ['downloads'] });
}

/** Asks the rep for that. Must be called in a gesture. */
export function askToDownload(): Promise<boolean> {
  return browser.permissions.request({ permissions: ['downloads'] });
}

/**
 * Puts bytes into our folder within the downloads folder and waits until they are there: the browser's number of the download. `addressOf` asks our unseen page for the address of the
 * bytes, where this context cannot make one. Throws `permission` or `not-saved` as its message.
 */
export async function saveDownload(blob: Blob, name: string, addressOf: () => Promise<string>): Promise<number> {
  if (!await mayDownload()) throw new Error('permission');
  const address = await addressFor(blob, addressOf);
  try {
    const id = await browser.downloads.download({ url: address.url, filename: `${FOLDER}/${name}`, saveAs: false, conflictAction: 'uniquify' });
    await settled(id);
    return id;
  } catch {
    throw new Error('not-saved');
  } finally {
    await address.end();
  }
}

/** Takes a download of ours off the disk and out of the browser's list. False when it is not ours; true when it is gone, whoever removed it. */
export async function removeDownload(id: number, name: string): Promise<boolean> {
  if (!await mayDownload()) return false;
  const [item] = await browser.downloads.search({ id });
  if (!item) return true;
  const file = item.filename.split(/[\\/]/).at(-1) ?? '';
  const stem = name.split('.')[0]!;
  if (item.byExtensionId !== browser.runtime.id || !file.startsWith(stem)) return false;
  // the rep may have moved or removed it: nothing of ours is there any more
  await browser.downloads.removeFile(id).catch(() => undefined);
  await browser.downloads.erase({ id });
  return true;
}

async function addressFor(blob: Blob, addressOf: () => Promise<string>): Promise<{ url: string; end(): Promise<void> }> {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(blob);
    return { url, end: async () => URL.revokeObjectURL(url) };
  }
  const { offscreen } = (globalThis as unknown as { chrome: { offscreen: Offscreen } }).chrome;
  await offscreen.closeDocument().catch(() => undefined); // one that a killed worker left
  await offscreen.createDocument({ url: 'src/background/offscreen.html', reasons: ['BLOBS'], justification: 'Saves a backup that the user asked for.' });
  return { url: await addressOf(), end: () => offscreen.closeDocument().catch(() => undefined) };
}

function settled(id: number): Promise<void> {
  return new Promise((done, fail) => {
    const look = async (): Promise<void> => {
      const [item] = await browser.downloads.search({ id });
      if (item?.state === 'complete') end(done);
      else if (!item || item.state === 'interrupted') end(fail);
    };
    const onChange = (delta: { id: number }): void => { if (delta.id === id) void look(); };
    const timer = setTimeout(() => end(fail), PATIENCE);
    const end = (answer: () => void): void => {
      clearTimeout(timer);
      browser.downloads.onChanged.removeListener(onChange);
      answer();
    };
    browser.downloads.onChanged.addListener(onChange);
    void look();
  });
}
