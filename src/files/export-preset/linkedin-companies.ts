import { companyNameKey } from '../../domain/account.ts';
import { isHost, webUrl } from '../../domain/identity.ts';
import type { ExportPreset } from './preset.ts';
import { website } from './row.ts';

/** The company list of a matched audience: names no person. The header must be exactly the template's; only the name is asked for. */
export const preset: ExportPreset = {
  name: 'linkedin-companies',
  label: 'LinkedIn matched audience: companies',
  sending: false,
  holds: 'companies',
  needs: ['account'],
  lacks: ({ company }) => (company === undefined || companyNameKey(company) === null ? 'no-company' : undefined),
  columns: [
    { name: 'companyname', cell: ({ company, entry }) => entry.account?.fields.name?.value ?? company },
    { name: 'companywebsite', cell: website },
    { name: 'companyemaildomain', cell: ({ domain }) => domain },
    { name: 'linkedincompanypageurl', cell: ({ entry }) => entry.account?.fields.profiles?.value.find(isCompanyPage) },
    { name: 'stocksymbol', cell: () => undefined },
    { name: 'industry', cell: ({ entry }) => entry.account?.fields.industry?.value },
    { name: 'city', cell: () => undefined },
    { name: 'state', cell: () => undefined },
    { name: 'companycountry', cell: () => undefined },
    { name: 'zipcode', cell: () => undefined },
  ],
};

function isCompanyPage(address: string): boolean {
  const url = webUrl(address);
  return url !== null && isHost(url.hostname, 'linkedin.com') && url.pathname.startsWith('/company/');
}
