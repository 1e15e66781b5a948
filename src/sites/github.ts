import { noDraft } from '../domain/draft.ts';
import { segments, slug, type SiteAddress } from '../domain/identity.ts';
import type { SiteReader } from './reading/site.ts';

export const address: SiteAddress = {
  name: 'github',
  origins: ['https://github.com/*'],
  parse(url) {
    const [login, ...rest] = segments(url);
    const name = slug(login);
    return name && rest.length === 0 ? { kind: 'either', key: `github:${name}`, url: `https://github.com/${name}` } : null;
  },
};

export default { address, read: (_doc, url) => noDraft('github', url.href) } satisfies SiteReader;
