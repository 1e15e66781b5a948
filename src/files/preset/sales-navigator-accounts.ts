import type { Preset } from './preset.ts';

/** A list of accounts for or from LinkedIn Sales Navigator: companies, no people. */
export const preset: Preset = {
  name: 'sales-navigator-accounts',
  label: 'Sales Navigator account list',
  marks: ['account name|company name', 'linkedin company url|account linkedin url|company linkedin url|linkedin company page|sales navigator account url|sales navigator company url|linkedin account url'],
  without: ['first name', 'full name', 'last name'],
  columns: {
    'account name|company name': 'company', 'account id|crm account id': '',
    'linkedin company url|account linkedin url|company linkedin url|linkedin company page|linkedin account url': 'companyLinkedin',
    'sales navigator account url|sales navigator company url': 'companyProfile', 'website|account website|company website|company domain': 'companyWebsite',
    'industry|account industry': 'companyIndustry', 'employee count|employees|number of employees|company headcount|headcount': 'companySize', 'annual revenue|revenue': 'companyRevenue',
    'headquarters|location|geography': 'companyLocation', city: 'companyCity', 'state|state province': 'companyState', 'country|country region': 'companyCountry',
    'street|postal code|zip code': '', 'list|list name|account list': 'lists', notes: 'note',
  },
  holds: 'companies',
};
