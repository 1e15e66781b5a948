/** Words that belong to the family name that follows them. */
const PARTICLES = new Set(['van', 'von', 'der', 'den', 'de', 'del', 'della', 'di', 'da', 'dos', 'das', 'do', 'du', 'la', 'le', 'ter', 'ten', 'zu', 'zur', 'af', 'av', 'bin', 'ibn', 'bint', 'al', 'el', 'st', 'saint', 'mac', 'ben']);
const TITLES = /^(dr|prof|mr|mrs|ms|mx|ing|dipl|mag|sir|dame|herr|frau|hon|rev)\.?$/i;
const DEGREES = /^(ph\.?d|mba|m\.?sc|b\.?sc|m\.?a|b\.?a|md|cpa|cfa|pmp|esq|jr|sr|ii|iii|iv|llm|msc|cissp|acca|phr|shrm-cp)\.?$/i;

/** How a full name falls into first and last: "Dr. Ludwig van der Berg, PhD" → Ludwig, van der Berg. A single word, or a name written without spaces, is a first name alone; what cannot be told is absent. */
export function nameParts(name: string): { first?: string; last?: string } {
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]|["“”„]/g, ' ').replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, ' ');
  const [before = '', ...after] = bare.split(',').map((part) => part.trim());
  const rest = wordsOf(after.join(' '));
  const words = wordsOf(before);
  // "Berg, Ludwig": what stands behind the comma is a given name unless it was degrees alone
  if (words.length > 0 && rest.length > 0 && after.length === 1 && rest.length <= 2) return { first: rest.join(' '), last: words.join(' ') };
  if (words.length === 0) return {};
  if (words.length === 1) return { first: words[0]! };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has(words[cut - 1]!.toLowerCase())) cut--;
  return { first: words.slice(0, cut).join(' '), last: words.slice(cut).join(' ') };
}

function wordsOf(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  while (words.length > 1 && TITLES.test(words[0]!)) words.shift();
  while (words.length > 0 && DEGREES.test(words.at(-1)!) && (words.length > 1 || text.trim() === words[0])) words.pop();
  return words;
}
