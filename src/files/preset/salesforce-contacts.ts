import type { Preset } from './preset.ts';

/** Contacts of Salesforce, as a report or as the data loader writes them. */
export const preset: Preset = {
  name: 'salesforce-contacts',
  label: 'Salesforce contacts',
  marks: ['last name', 'account name|account id', 'mailing city|mailing state province|mailing country|mailing state|contact owner|account owner|reports to'],
  without: ['record id'],
  columns: {
    'id|contact id|account id|owner id|contact owner|account owner|contact record type|reports to|birthdate|is deleted': '', salutation: '', 'first name': 'firstName',
    'middle name': 'middleName', 'last name': 'lastName', name: 'name', title: 'title', 'account name': 'company', email: 'email', phone: 'phone', 'mobile|mobile phone': 'phone',
    'home phone|other phone|assistant phone': 'phone', 'fax|mailing street|mailing zip postal code|mailing postal code': '', 'mailing city': 'city',
    'mailing state province|mailing state': 'state', 'mailing country': 'country', 'account website|website': 'companyWebsite', 'industry|account industry': 'companyIndustry',
    'lead source': 'leadSource', description: 'note', department: '', 'create date|created date': 'createdAt', 'last activity|last activity date': 'lastContactedAt',
    'email opt out|has opted out of email': 'optOut', 'do not call': 'doNotCall',
  },
};
