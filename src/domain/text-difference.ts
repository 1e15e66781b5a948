/** A piece of two texts: in both, only in the first (`gone`) or only in the second (`new`). */
export interface TextPiece {
  is: 'both' | 'gone' | 'new';
  text: string;
}

/** Beyond so many words times words the middle is given as one piece gone and one new. */
const MOST = 1_000_000;

/** How the second text differs from the first, word by word. What is in both and gone gives the first text, what is in both and new the second. */
export function textDifference(before: string, after: string): TextPiece[] {
  const a = words(before);
  const b = words(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const pieces: TextPiece[] = [];
  const add = (is: TextPiece['is'], text: string): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.is === is) last.text += text;
    else pieces.push({ is, text });
  };
  add('both', a.slice(0, start).join(''));
  for (const { is, text } of middle(a.slice(start, a.length - end), b.slice(start, b.length - end))) add(is, text);
  add('both', a.slice(a.length - end).join(''));
  return pieces;
}

/** The longest run of words that both have, in order; what stands between is gone or new. */
function middle(a: readonly string[], b: readonly string[]): TextPiece[] {
  if (a.length * b.length > MOST) return [{ is: 'gone', text: a.join('') }, { is: 'new', text: b.join('') }];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  }
  const pieces: TextPiece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) { pieces.push({ is: 'both', text: a[i++]! }); j++; }
    else if (i < a.length && (j >= b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) pieces.push({ is: 'gone', text: a[i++]! });
    else pieces.push({ is: 'new', text: b[j++]! });
  }
  return pieces;
}

function words(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}
