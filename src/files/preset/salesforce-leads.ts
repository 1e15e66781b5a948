import type { Preset } from './preset.ts';

/** Leads of Salesforce, as a report or as the data loader writes them. */
export const preset: Preset = {
  name: 'salesforce-leads',
  label: 'Salesforce leads',
  marks: ['last name', 'company account|company', 'lead owner|lead status|rating|is converted|has opted out of email|converted', 'lead source|lead status|street|annual revenue'],
  without: ['record id', 'account name', 'person linkedin url', 'zoominfo contact id'],
  columns: {
    'id|lead id|owner id|is converted|converted|rating|lead owner|record type|is deleted': '', salutation: '', 'first name': 'firstName', 'middle name': 'middleName',
    'last name': 'lastName', name: 'name', title: 'title', 'company account|company': 'company', email: 'email', phone: 'phone', 'mobile|mobile phone': 'phone',
    'fax|street|zip postal code|postal code': '', city: 'city', 'state province|state': 'state', country: 'country', website: 'companyWebsite', industry: 'companyIndustry',
    'number of employees|no of employees|employees': 'companySize', 'annual revenue': 'companyRevenue', 'lead source': 'leadSource', 'status|lead status': 'stage', description: 'note',
    'create date|created date': 'createdAt', 'last activity|last activity date': 'lastContactedAt', 'email opt out|has opted out of email': 'optOut', 'do not call': 'doNotCall',
    'campaign|campaign name': 'campaign', 'linkedin|linkedin url': 'linkedin',
  },
  kind: 'lead',
};
