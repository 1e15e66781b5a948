const MOST = 5_000;

/** The same function of a text, with what it said of the last few thousand texts kept; texts are cut at `longest` letters before they are read. */
export function remember<T>(longest: number, read: (text: string) => T): (text: string) => T {
  const said = new Map<string, T>();
  return (text) => {
    const key = text.length > longest ? text.slice(0, longest) : text;
    const known = said.get(key);
    if (known !== undefined || said.has(key)) return known as T;
    const value = read(key);
    if (said.size >= MOST) said.clear();
    said.set(key, value);
    return value;
  };
}
