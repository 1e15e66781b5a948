import { noDraft, type Draft } from '../domain/draft.ts';
import { address } from './linkedin/address.ts';
import { classic, details } from './linkedin/classic.ts';
import { personDraft } from './linkedin/profile.ts';
import { sdui, sduiDetails } from './linkedin/sdui.ts';
import type { SiteReader } from './reading/site.ts';

export { address };

function read(doc: Document, url: URL): Draft {
  const claim = address.parse(url);
  if (claim?.kind === 'person') {
    const draft = personDraft(claim, sdui(doc, claim) ?? classic(doc, claim) ?? (/\/details\/experience/.test(url.pathname) ? details(doc, sduiDetails(doc)) : null));
    if (draft) return draft;
  }
  return noDraft('linkedin', url.href);
}

export default { address, read } satisfies SiteReader;
