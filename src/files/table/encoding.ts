/** How the bytes of a text file are read, as TextDecoder names it; the usual ones first. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be', 'iso-8859-15', 'windows-1250', 'windows-1251', 'macintosh', 'shift_jis', 'gbk', 'big5', 'euc-kr'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** What the bytes look like. `sure`: a byte order mark says so, or they cannot be anything else by chance. */
export interface EncodingGuess {
  encoding: Encoding;
  sure: boolean;
}

/** How many bytes are looked at for what shows in the first lines. */
const HEAD = 65_536;

/** The encoding of a file of text. Broken UTF-8 shows in the whole file only, so all of it is read, in pieces. */
export async function guessEncoding(file: Blob): Promise<EncodingGuess> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const wide = byMark(head) ?? byZeros(head);
  if (wide) return wide;
  const strict = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of pieces(file)) {
    try {
      strict.decode(bytes, { stream: true });
    } catch {
      return mostlyUtf8(bytes) ? { encoding: 'utf-8', sure: false } : { encoding: 'windows-1252', sure: false };
    }
  }
  // a letter that is cut off at the very end says that the file is, not that it is something else
  return { encoding: 'utf-8', sure: true };
}

/** What a file is that is no text: a workbook or archive, a document, something else; null = it may be text. */
export async function binaryKind(file: Blob): Promise<'workbook' | 'document' | 'other' | null> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const begins = (...bytes: number[]): boolean => bytes.every((byte, at) => head[at] === byte);
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (begins(0x25, 0x50, 0x44, 0x46)) return 'document';
  if (byMark(head) ?? byZeros(head)) return null;
  return head.filter((byte) => byte < 9 || (byte > 13 && byte < 27)).length > head.length / 100 ? 'other' : null;
}

/** A file's bytes, piece by piece; the next is read when it is asked for. */
export async function* pieces(file: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = file.stream().getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel();
  }
}

function byMark(head: Uint8Array): EncodingGuess | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', sure: true };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', sure: true };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', sure: true };
  return null;
}

/** Separators and line ends are ASCII in every language: in UTF-16 each of them has a zero byte beside it, always on the same side. */
function byZeros(head: Uint8Array): EncodingGuess | null {
  let even = 0, odd = 0;
  head.forEach((byte, at) => { if (byte === 0) { if (at % 2) odd++; else even++; } });
  const enough = head.length / 50;
  if (odd > enough && even < odd / 20) return { encoding: 'utf-16le', sure: false };
  if (even > enough && odd < even / 20) return { encoding: 'utf-16be', sure: false };
  return null;
}

/** One bad byte among many good letters is a slip, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let bad = 0, good = 0;
  for (const letter of new TextDecoder('utf-8').decode(bytes)) {
    if (letter === '\ufffd') bad++;
    else if (letter > '\x7f') good++;
  }
  return good > bad * 10;
}
