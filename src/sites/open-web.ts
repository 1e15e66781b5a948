import type { SiteAddress } from '../domain/identity.ts';
import type { SiteReader } from './reading/site.ts';

/** Any page that says who it is about in a standard way. Has no addresses of its own. */
export const address: SiteAddress = { name: 'web', origins: [], parse: () => null };

export default { address, fallback: true, read: () => null } satisfies SiteReader;
