import { pieces } from '../src/files/table/encoding.ts';
import { openTable, readRows } from '../src/files/table/read.ts';

/** Bytes that a file gives at once; no part of a row. */
const PIECE = 65_521;
const GOOD = 4_000;
const HEAD = 'Id,Name,Title,Email,Company,City,Country,Remark\r\n';

/** Some rows as tools write them: quotes, separators and line ends within cells, accents, and two that are broken. */
function rows(): string {
  const lines = Array.from({ length: GOOD }, (_, at) => `${at},Zoë Müller ${at},"Head of Sales, ""EMEA"" ${at % 70}",zoe${at}@example${at % 900}.com,Example Werke GmbH & Co. ${at % 900},São Paulo,Brasil,${at % 10 ? 'met at the fair' : '"two\r\nlines"'}`);
  lines.splice(1_000, 0, '7,"never closed,Head of Sales,x@example.com,Example,Bonn,Germany,');
  lines.splice(3_000, 0, '7,too short,Head of Sales');
  return `${lines.join('\r\n')}\r\n`;
}

/** A file of about so many bytes that nobody holds: each piece is made when it is asked for. `gate` is passed before each. */
function grown(wanted: number, gate: (at: number) => Promise<void> | void): { file: Blob; blocks: number } {
  const encoder = new TextEncoder();
  const [head, block] = [encoder.encode(HEAD), encoder.encode(rows())];
  const blocks = Math.ceil(wanted / block.length);
  const size = head.length + blocks * block.length;
  const between = (from: number, to: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(to - from);
    for (let at = from; at < to;) {
      const source = at < head.length ? head : block;
      const offset = at < head.length ? at : (at - head.length) % block.length;
      const part = source.subarray(offset, Math.min(source.length, offset + to - at));
      bytes.set(part, at - from);
      at += part.length;
    }
    return bytes;
  };
  const stream = (): ReadableStream<Uint8Array<ArrayBuffer>> => {
    let at = 0;
    return new ReadableStream({
      pull: async (to) => {
        await gate(at);
        if (at >= size) return to.close();
        const next = Math.min(size, at + PIECE);
        to.enqueue(between(at, next));
        at = next;
      },
    }, { highWaterMark: 0 });
  };
  return { blocks, file: { size, stream, slice: (from: number, to: number) => new Blob([between(from, Math.min(size, to))]) } as unknown as Blob };
}

/** Opens such a file and reads all of its rows, none of which is kept. Throws when not all of them are there. */
async function read({ file, blocks }: ReturnType<typeof grown>, onOpened: () => void): Promise<void> {
  const opening = await openTable(file);
  if ('no' in opening) throw new Error(opening.no);
  onOpened();
  const found = { good: 0, 'unclosed-quote': 0, 'too-few-cells': 0 } as { [kind: string]: number };
  let last = 0;
  for await (const part of readRows(file, opening.format)) {
    for (const { cells, broken = 'good' } of part.rows) found[broken] = (found[broken] ?? 0) + Number(broken !== 'good' || cells.length === 8);
    last = part.bytes;
  }
  const wanted = { good: GOOD * blocks, 'unclosed-quote': blocks, 'too-few-cells': blocks };
  if (JSON.stringify(found) !== JSON.stringify(wanted) || last !== file.size) throw new Error(`${JSON.stringify(found)} of ${last} bytes, not ${JSON.stringify(wanted)} of ${file.size}`);
}

/** How long it takes (ms) to open a file of so many bytes and to read all of its rows, and to do no more than decode the same bytes. */
export async function time(bytes: number): Promise<{ bare: number; opened: number; read: number; rows: number }> {
  const source = grown(bytes, () => undefined);
  let began = performance.now();
  const decoder = new TextDecoder();
  let letters = 0;
  for await (const piece of pieces(source.file)) letters += decoder.decode(piece, { stream: true }).length;
  if (letters < bytes / 2) throw new Error('not all was decoded');
  const bare = performance.now() - began;
  began = performance.now();
  let opened = 0;
  await read(source, () => { opened = performance.now() - began; });
  return { bare, opened, read: performance.now() - began - opened, rows: source.blocks * (GOOD + 2) };
}

let arrived: (at: number | 'end') => void = () => undefined;
let open: () => void = () => undefined;

/** Opens and reads a file, and stands still at every `every` bytes: `next` goes on. */
export function walk(bytes: number, every: number): Promise<number | 'end'> {
  let due = every;
  const source = grown(bytes, (at) => {
    if (at < due) {
      // it is read from the start again
      if (at === 0) due = every;
      return undefined;
    }
    due += every;
    arrived(at);
    return new Promise<void>((go) => { open = go; });
  });
  const first = new Promise<number | 'end'>((there) => { arrived = there; });
  void read(source, () => undefined).then(() => arrived('end'), (error: unknown) => { throw error; });
  return first;
}

/** Goes on; where it stands still again, or `end`. */
export function next(): Promise<number | 'end'> {
  const there = new Promise<number | 'end'>((done) => { arrived = done; });
  open();
  return there;
}
