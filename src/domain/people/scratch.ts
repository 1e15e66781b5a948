// What is made anew for each typed letter is hundreds of kilobytes: the collector of garbage would take longer over it than the search.
const bytes = new Map<string, Uint8Array<ArrayBuffer>>();
const numbers = new Map<string, Uint32Array<ArrayBuffer>>();

/** So many bytes, all of them `value`, in room that is used again: they are good until the next call with this name. */
export function scratchBytes(name: string, length: number, value = 0): Uint8Array<ArrayBuffer> {
  let room = bytes.get(name);
  if (!room || room.length < length) bytes.set(name, room = new Uint8Array(length + (length >> 3)));
  return room.subarray(0, length).fill(value);
}

/** So many numbers of any value, in room that is used again: they are good until the next call with this name. */
export function scratchNumbers(name: string, length: number): Uint32Array<ArrayBuffer> {
  let room = numbers.get(name);
  if (!room || room.length < length) numbers.set(name, room = new Uint32Array(length + (length >> 3)));
  return room.subarray(0, length);
}
