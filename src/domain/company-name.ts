import { companyDomain } from './company-domain.ts';
import { ADDITIONS, COMMON, COUNTRIES } from './company-name/usual-word.ts';
import { withoutForms, withoutSolidForm, type Word } from './company-name/legal-form.ts';
import { latin } from './company-name/letter.ts';

/** A company's name taken apart. Words are folded: Latin letters, lower case, no punctuation. */
export interface CompanyName {
  /** The whole name, folded, forms and all. */
  whole: string;
  /** What is left without legal forms and "The"; [] for no name. */
  core: readonly string[];
  /** The core in one word, and its other spelling ("mueller" beside "muller"); the same when there is one. */
  joined: string;
  expanded: string;
  /** Legal forms that were taken off, in one word. */
  form: string;
  /** The core without "group", "holding" and the like, and without countries at the end; in one word. */
  stem: string;
  stemExpanded: string;
  additions: readonly string[];
  countries: readonly string[];
  /** Does the stem tell a company from others? "Delta" and "Global Solutions" do not. */
  isDistinct: boolean;
  /** The name is written as an address: "acme.example". */
  domain: string | null;
}

const MAX_NAME = 200;
const LINKS = new Set(['of', 'for', 'and', 'the', 'de', 'di', 'du', 'del', 'della', 'des', 'von', 'der', 'des', 'la', 'do', 'da', 'in']);

/** Takes a name apart. Never throws; the first 200 characters count. */
export function companyName(name: string): CompanyName {
  const shown = name.slice(0, MAX_NAME).normalize('NFKC').replace(/\s+/g, ' ').trim();
  const domain = /^(?:https?:\/\/)?(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\/?$/u.test(shown) && /\.\p{L}{2,}\/?$/u.test(shown) ? companyDomain(shown.replace(/\/$/, '')) : null;
  const { rest, form } = withoutSolidForm(cut(shown));
  const [plain, open] = [partsOf(wordsOf(domain ? labelOf(domain) : rest, false)), partsOf(wordsOf(domain ? labelOf(domain) : rest, true))];
  return {
    whole: wordsOf(shown, false).map(({ folded }) => folded).join(' '), core: plain.core, joined: plain.core.join(''), expanded: open.core.join(''),
    form: form || plain.forms.join(''), stem: plain.stem.join(''), stemExpanded: open.stem.join(''), additions: plain.additions, countries: plain.countries,
    isDistinct: plain.stem.some((word) => word.length > 1 && !COMMON.has(word) && !/^\d+$/.test(word)) && plain.stem.join('').length > 2, domain,
  };
}

/** The part of a domain that is a name: "acme" of "acme.co.uk". */
export function labelOf(domain: string): string {
  return domain.split('.')[0] ?? '';
}

function cut(name: string): string {
  return name.replace(/\((?:formerly|former|ex|fka|f\.k\.a\.?|ehemals|previously|anciennement|antes)[^)]*\)/i, ' ')
    .replace(/\s[-–—|]\s(?:an?|part of|member of|ein|eine|une|un)\s.+$/i, '').trim() || name;
}

/** Words with "&" as a word, abbreviations closed up ("S.A." is one word), apostrophes and all else gone. */
function wordsOf(name: string, expand: boolean): Word[] {
  const spaced = name.replace(/[&+]/g, ' & ').replace(/(\p{L})[’'`´ʼ]s\b/giu, '$1s').replace(/[’'`´ʼ"“”„«»]/g, '').replace(/(?<=\p{L})\.com\b(?=[\s,]|$)/giu, '');
  const words: Word[] = [];
  for (const piece of spaced.split(/[\s,;:()[\]|!?*–—_-]+/u)) {
    // "A/S", "S.A.", "I.B.M." are one word; "Meyer/Söhne" is two
    const closed = /^\p{L}{1,2}(?:[./]\p{L}{1,3})+\.?$/u.test(piece) || /^\p{L}(?:\.\p{L}+)+\.?$/u.test(piece) ? [piece] : piece.split(/[./\\@#]+/u).map((part, at, all) => (at < all.length - 1 ? `${part}.` : part));
    for (const raw of closed) {
      const folded = raw === '&' ? 'and' : latin(raw, expand).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
      if (folded) words.push({ raw, folded: AND.has(folded) ? 'and' : folded });
    }
  }
  return words;
}

const AND = new Set(['and', 'und', 'et', 'och', 'og']);

const PARTS_OF_WORLD = new Set(['north', 'south', 'latin', 'central', 'middle', 'east']);
const GROUP_FIRST = new Set(['groupe', 'grupo', 'gruppo', 'grupa']);

function partsOf(words: Word[]): { core: string[]; forms: string[]; stem: string[]; additions: string[]; countries: string[] } {
  const { core: bare, forms } = withoutForms(words);
  const folded = bare.map((word) => word.folded);
  const core = folded.length > 1 && folded[0] === 'the' ? folded.slice(1) : folded;
  let stem = core;
  const [additions, countries]: [string[], string[]] = [[], []];
  for (;;) {
    const last = stem.at(-1);
    const before = stem.at(-2);
    if (last === undefined || before === undefined || LINKS.has(before)) break;
    if (ADDITIONS.has(last)) additions.push(last);
    // "North America", "Latin America"
    else if (countries.length > 0 && PARTS_OF_WORLD.has(last)) { stem = stem.slice(0, -1); continue; }
    else if (COUNTRIES.has(last)) countries.push(COUNTRIES.get(last)!);
    else break;
    stem = stem.slice(0, -1);
  }
  if (stem.length > 1 && GROUP_FIRST.has(stem[0]!)) {
    additions.push(stem[0]!);
    stem = stem.slice(1);
  }
  return { core, forms, stem, additions, countries };
}
