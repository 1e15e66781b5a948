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

export const MAX_TEXT = 5_000;

/** A person's texts, folded and with the title parsed once; texts are cut at 5,000 characters. */
export function readInput(texts: ScoreInput): Reading {
  const of = (field: TextField): string => fold((texts[field] ?? '').slice(0, MAX_TEXT));
  const headline = withoutPast((texts.headline ?? '').slice(0, MAX_TEXT));
  const ofTitle = parseTitle(texts.title);
  return {
    texts,
    folded: {
      name: of('name'), headline: fold(headline), title: of('title'), company: of('company'), location: of('location'), about: of('about'), industry: of('industry'),
      headcount: of('headcount'), revenue: of('revenue'), model: of('model'), source: of('source'),
    },
    parsed: ofTitle.seniority && ofTitle.departments.length > 0 ? ofTitle : parseTitle(texts.title, headline),
    ofTitle,
  };
}
