import type { Preset } from './preset.ts';

/** Accounts with their engagement, as Triblio reports them. */
export const preset: Preset = {
  name: 'triblio',
  label: 'Triblio accounts',
  marks: ['account name|account|company|company name', 'account domain|domain|company domain', 'engagement score|account engagement score|surge score|intent score|purchase intent score|smart score|account score|intent level'],
  without: ['first name', 'last name', 'apollo contact id'],
  columns: {
    'account name|account|company|company name': 'company', 'account domain|domain|company domain|website': 'companyDomain', 'industry|account industry': 'companyIndustry',
    'employees|employee range|company size|employee count': 'companySize', 'revenue|revenue range|annual revenue': 'companyRevenue', 'country|account country': 'companyCountry',
    'state|account state': 'companyState', 'city|account city': 'companyCity', 'campaign|campaign name': 'campaign', 'audience|audience name|account list|segment|list': 'lists',
    'topics|intent topics|top topics|trending topics': 'tags',
    'engagement score|account engagement score|surge score|intent score|purchase intent score|smart score|account score|intent level|visitors|visits|page views|known contacts|unique visitors|ad impressions|ad clicks|impressions|clicks|account owner|crm account id|account id|last activity|last engaged|last visit|stage|account stage': '',
  },
  holds: 'companies',
  leadSource: 'paid ad',
};
