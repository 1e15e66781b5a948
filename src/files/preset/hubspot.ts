import type { Preset } from './preset.ts';

/** Contacts as HubSpot exports them: the properties under their English labels, always with the id of the record. */
export const preset: Preset = {
  name: 'hubspot',
  label: 'HubSpot contacts',
  marks: ['record id|contact id', 'email', 'first name|last name', 'lifecycle stage|lead status|contact owner|create date|marketing contact status|associated company|associated company i ds|last activity date'],
  columns: {
    'record id|contact id|associated company i ds|associated company ids': '', 'first name': 'firstName', 'last name': 'lastName', email: 'email',
    'additional email addresses|work email': 'email', 'phone number': 'phone', 'mobile phone number': 'phone', 'job title': 'title', 'company name|associated company|company': 'company',
    'website url': 'companyWebsite', 'email domain': '', 'street address|postal code|address': '', city: 'city', 'state region|state': 'state', 'country region|country': 'country',
    industry: 'companyIndustry', 'number of employees|company size': 'companySize', 'annual revenue': 'companyRevenue', 'lifecycle stage': 'kind', 'lead status': 'stage',
    'contact owner|marketing contact status|associated deal|number of page views': '', 'create date|create date edt|create date utc': 'createdAt',
    'last activity date|last contacted|last contacted date': 'lastContactedAt', 'original source|original source type|original traffic source': 'leadSource',
    'original source drill down 1': 'sourceDetail', 'unsubscribed from all email': 'optOut', 'linkedin url|linkedin profile url|linkedin bio': 'linkedin', 'twitter username': '',
    message: 'note', 'membership notes': 'note', 'legal basis for processing contact s data|legal basis for processing contacts data': '', 'persona|buying role': '',
  },
};
