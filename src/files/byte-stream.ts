/** Bytes in pieces, in order. */
export type Bytes = AsyncIterable<Uint8Array<ArrayBuffer>>;

/** Squeezes bytes (gzip). */
export function gzipped(bytes: Bytes): Bytes {
  return read(streamOf(bytes).pipeThrough(new CompressionStream('gzip')));
}

/** Gives back what was squeezed; throws TypeError when it is cut off or was changed. */
export function gunzipped(bytes: Bytes): Bytes {
  return read(streamOf(bytes).pipeThrough(new DecompressionStream('gzip')));
}

/** The bytes of a file or blob, in slices: a file of any size needs little memory. */
export async function* bytesOf(blob: Blob, slice = 1_048_576): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < blob.size; from += slice) yield new Uint8Array(await blob.slice(from, from + slice).arrayBuffer());
}

/** Bytes as a blob, which the browser may keep on disk; piece by piece, so that they are never all in memory. */
export async function blobOf(bytes: Bytes, type: string): Promise<Blob> {
  const parts: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const piece of bytes) {
    held.push(piece);
    size += piece.length;
    if (size < HELD) continue;
    parts.push(new Blob(held));
    held = [];
    size = 0;
  }
  return new Blob([...parts, ...held], { type });
}

/** Bytes held before they become part of a blob. */
const HELD = 4_000_000;

/** The first bytes (at least `many`, fewer when there are no more), and all of them from the start. */
export async function peeked(bytes: Bytes, many: number): Promise<{ head: Uint8Array<ArrayBuffer>; all: Bytes }> {
  const source = bytes[Symbol.asyncIterator]();
  let head = new Uint8Array(0);
  while (head.length < many) {
    const { value, done } = await source.next();
    if (done) break;
    head = joined(head, value);
  }
  return { head, all: from(head, source) };
}

async function* from(head: Uint8Array<ArrayBuffer>, source: AsyncIterator<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  try {
    yield head;
    for (;;) {
      const { value, done } = await source.next();
      if (done) return;
      yield value;
    }
  } finally {
    await source.return?.();
  }
}

/** Two pieces as one. */
export function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function streamOf(bytes: Bytes): ReadableStream<Uint8Array<ArrayBuffer>> {
  const source = bytes[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void await source.return?.(),
  });
}

// not every browser can go through a stream with `for await`
async function* read(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      yield value as Uint8Array<ArrayBuffer>;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
