import { parse } from 'tldts';
import type { ProfileKey } from './identity.ts';

/** The registrable domain of a company's web address ("https://shop.acme.co.uk/x" is "acme.co.uk"); null for addresses without one, such as IP addresses and bare suffixes. */
export function companyDomain(address: string): string | null {
  const { domain, isIp } = parse(address, { allowPrivateDomains: true });
  return domain && !isIp ? domain.toLowerCase() : null;
}

/** The key of a company known by its own domain. */
export function domainKey(domain: string): ProfileKey {
  return `domain:${domain}`;
}
