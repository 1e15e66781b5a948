import { noDraft, type Draft } from '../domain/draft.ts';
import { address } from './linkedin/address.ts';
import { classic, details } from './linkedin/classic.ts';
import { rows } from './linkedin/list.ts';
import { organization } from './linkedin/organization.ts';
import { personDraft } from './linkedin/profile.ts';
import { sdui, sduiExperience } from './linkedin/sdui.ts';
import type { SiteReader } from './reading/site.ts';

export { address };

function read(doc: Document, url: URL): Draft {
  const claim = address.parse(url);
  let draft: Draft | null = null;
  const section = /\/details\/(\w+)/.exec(url.pathname);
  if (claim?.kind === 'person') {
    draft = personDraft(claim, sdui(doc, claim) ?? classic(doc, claim) ?? (section ? details(doc, section[1] === 'experience', sduiExperience(doc)) : null));
  } else if (claim?.kind === 'company') {
    draft = organization(doc, claim);
  } else if (claim) {
    const found = rows(doc, claim);
    if (found.length) draft = { ...noDraft('linkedin', claim.url), page: 'list', keys: [claim.key], rows: found };
  }
  return draft ?? noDraft('linkedin', url.href);
}

export default { address, read } satisfies SiteReader;
