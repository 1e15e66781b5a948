import type { ScoreInput } from '../icp.ts';
import { type ParsedTitle, parseTitle, withoutPast } from '../title.ts';
import { fold } from '../word.ts';

/** The parts of an input that are read as words; `tech` and `custom` are looked at as they are. */
export type TextField = Exclude<keyof ScoreInput, 'tech' | 'custom'>;

/** A person's texts prepared for any number of scorers: keep it when many ICPs, or versions of one, are tried. */
export interface Reading {
  texts: ScoreInput;
  /** Each text folded for word lookup, '' = unknown. Former roles in a headline are left out. */
  folded: Record<TextField, string>;
  /** The title, completed by the headline; and the title alone, to tell where something was read. */
  parsed: ParsedTitle;
  ofTitle: ParsedTitle;
}

/** Where texts are cut: the about, and all others. */
export const MAX_TEXT = 5_000;
export const CUT = 300;

const TEXT_FIELDS = ['name', 'headline', 'title', 'company', 'location', 'about', 'industry', 'headcount', 'revenue', 'model', 'source'] as const satisfies readonly TextField[];

/** A person's texts, each folded when it is asked for first: an ICP looks at a few of them. */
class Folded {
  private readonly kept: { [field in TextField]?: string } = {};

  constructor(private readonly texts: ScoreInput, private readonly present: string) {}

  static {
    for (const field of TEXT_FIELDS) Object.defineProperty(Folded.prototype, field, { get(this: Folded) { return this.of(field); } });
  }

  private of(field: TextField): string {
    return this.kept[field] ??= fold(field === 'headline' ? this.present : (this.texts[field] ?? '').slice(0, field === 'about' ? MAX_TEXT : CUT));
  }
}

/** A person's texts, folded and with the title parsed once; the about is cut at 5,000 characters, all others at 300. */
export function readInput(texts: ScoreInput): Reading {
  const headline = presentOf(texts.headline ?? '');
  const { parsed, ofTitle } = roleOf(texts.title ?? '', headline);
  return { texts, folded: new Folded(texts, headline) as unknown as Reading['folded'], parsed, ofTitle };
}

const NOBODY: Reading = { ...readInput({}), folded: Object.fromEntries(TEXT_FIELDS.map((field) => [field, ''])) as Reading['folded'] };

/** The reading of somebody of whom one thing is known. `folded` is the text as `fold` gives it, '' for what is not read as words. */
export function readingOfOne<F extends keyof ScoreInput>(field: F, value: NonNullable<ScoreInput[F]>, folded: string): Reading {
  return { ...NOBODY, texts: { [field]: value }, folded: { ...NOBODY.folded, [field]: folded } };
}

/** A headline as scores read it: cut, without former roles. */
export function presentOf(headline: string): string {
  return withoutPast(headline.slice(0, CUT));
}

/** What title and headline (as `presentOf` gives it) say of the role: together, and the title alone. */
export function roleOf(title: string, headline: string): { parsed: ParsedTitle; ofTitle: ParsedTitle } {
  const ofTitle = parseTitle(title.slice(0, CUT));
  return { ofTitle, parsed: ofTitle.seniority && ofTitle.departments.length > 0 ? ofTitle : parseTitle(title.slice(0, CUT), headline) };
}
