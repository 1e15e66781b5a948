import { webUrl } from './identity.ts';
import type { Prospect } from './prospect.ts';
import type { ResearchNote } from './qualification.ts';

const MOST = 100;
const LONGEST = 2_000;

/** A prospect with one more research note, newest last; unchanged when nothing is said or a hundred are kept. An address that is not http or https is dropped. */
export function withResearch(prospect: Prospect, note: ResearchNote): Prospect {
  const text = note.text.trim().slice(0, LONGEST);
  const notes = prospect.research ?? [];
  if (!text || notes.length >= MOST) return prospect;
  return { ...prospect, research: [...notes, { ...note, text, url: webUrl(note.url.trim())?.href.slice(0, LONGEST) ?? '' }] };
}

/** A prospect without this research note. */
export function withoutResearch(prospect: Prospect, id: string): Prospect {
  const { research, ...rest } = prospect;
  const left = (research ?? []).filter((one) => one.id !== id);
  return left.length ? { ...rest, research: left } : rest;
}
