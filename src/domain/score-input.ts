import type { Account } from './account.ts';
import type { Draft } from './draft.ts';
import type { ScoreInput } from './icp.ts';
import type { Prospect } from './prospect.ts';

/** What a score may read of a saved person and their account; texts that are not known stay absent. */
export function inputOf(prospect: Prospect, account: Account | undefined): ScoreInput {
  const { name, headline, title, company, location, about, industry } = prospect.fields;
  return known({
    name: name?.value, headline: headline?.value, title: title?.value, company: company?.value ?? account?.fields.name?.value,
    location: location?.value ?? account?.fields.location?.value, about: about?.value, industry: industry?.value ?? account?.fields.industry?.value,
  });
}

/** The same of a draft that nobody has saved yet, with the rep's edits on top. */
export function inputOfDraft(draft: Draft, edits: Record<string, unknown> = {}): ScoreInput {
  const of = (name: keyof ScoreInput): string | undefined => {
    const edit = edits[name];
    return typeof edit === 'string' ? edit : draft.fields[name]?.value;
  };
  return known({ name: of('name'), headline: of('headline'), title: of('title'), company: of('company'), location: of('location'), about: of('about'), industry: of('industry') });
}

function known(texts: { [K in keyof ScoreInput]?: string | undefined }): ScoreInput {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text)) as ScoreInput;
}
