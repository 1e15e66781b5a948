import type { Account } from './account.ts';
import type { Draft } from './draft.ts';
import type { ScoreInput } from './icp.ts';
import type { Prospect } from './prospect.ts';

/** What a score may read of a saved person and their account; what is not known stays absent. A field of the rep's own on the person goes before the account's. */
export function inputOf(prospect: Prospect, account: Account | undefined): ScoreInput {
  const { name, headline, title, company, location, about, industry } = prospect.fields;
  const its = account?.fields ?? {};
  const custom = account?.custom || prospect.custom ? Object.entries({ ...account?.custom, ...prospect.custom }).map(([one, { value }]) => [one, value] as const) : [];
  return known({
    name: name?.value, headline: headline?.value, title: title?.value, company: company?.value ?? its.name?.value,
    location: location?.value ?? its.location?.value, about: about?.value, industry: industry?.value ?? its.industry?.value,
    headcount: its.employees ? String(its.employees.value) : its.size?.value, revenue: its.revenue?.value, model: its.model?.value, source: prospect.leadSource,
    ...(its.technologies?.value.length ? { tech: its.technologies.value } : {}), ...(custom.length > 0 ? { custom: Object.fromEntries(custom) } : {}),
  });
}

const OF_DRAFT = ['name', 'headline', 'title', 'company', 'location', 'about', 'industry'] as const;

/** The same of a draft that nobody has saved yet, with the rep's edits on top. */
export function inputOfDraft(draft: Draft, edits: Record<string, unknown> = {}): ScoreInput {
  return known(Object.fromEntries(OF_DRAFT.map((name) => {
    const edit = edits[name];
    return [name, typeof edit === 'string' ? edit : draft.fields[name]?.value];
  })));
}

function known(texts: { [K in keyof ScoreInput]?: ScoreInput[K] | undefined }): ScoreInput {
  const input: { [name: string]: unknown } = {};
  for (const name of Object.keys(texts) as (keyof ScoreInput)[]) if (texts[name]) input[name] = texts[name];
  return input;
}
