import type { Draft } from './draft.ts';
import { bareHost, webUrl } from './identity.ts';
import type { Prospect } from './prospect.ts';
import type { LEAD_SOURCES } from './qualification.ts';

type LeadSource = (typeof LEAD_SOURCES)[number];

/** Where somebody who is captured from this draft comes from: a profile, a row of a search or list, or typed by hand. The detail is the host of the page. */
export function leadSourceOf(draft: Draft): Pick<Prospect, 'leadSource' | 'sourceDetail'> {
  const source: LeadSource = draft.keys[0]?.startsWith('hand:') ? 'other' : draft.fields.name?.source === 'structure:list' ? 'search' : 'profile page';
  const url = webUrl(draft.url);
  return { leadSource: source, ...(url ? { sourceDetail: bareHost(url) } : {}) };
}
