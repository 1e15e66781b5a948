const CYRILLIC: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', ё: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'i', і: 'i', ї: 'i', й: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ў: 'u',
  ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya', ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz', ѓ: 'g', ќ: 'k', ѕ: 'dz',
};
const GREEK: Record<string, string> = {
  α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm', ν: 'n', ξ: 'x', ο: 'o', π: 'p', ρ: 'r', σ: 's', ς: 's', τ: 't', υ: 'y', φ: 'f', χ: 'ch', ψ: 'ps', ω: 'o',
};
const LATIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŋ: 'n' };
const EXPANDED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const LETTERS: Record<string, string> = { ...CYRILLIC, ...GREEK, ...LATIN };
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A text in plain Latin letters, lower case; Greek and Cyrillic letter by letter. `expand`: "ü" is "ue" as Germans and Nordics write it without the letter, else "u". */
export function latin(text: string, expand = false): string {
  const low = text.normalize('NFKC').toLowerCase();
  if (!BEYOND_ASCII.test(low)) return low;
  const opened = expand ? low.normalize('NFC').replace(/[äöüåø]/g, (letter) => EXPANDED[letter]!) : low;
  // й falls apart when accents go: letters of other scripts first
  return opened.replace(/[\u0080-\uffff]/g, (letter) => LETTERS[letter] ?? letter).normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[\u0080-\uffff]/g, (letter) => LETTERS[letter] ?? letter);
}
