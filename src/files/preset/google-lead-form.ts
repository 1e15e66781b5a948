import type { Preset } from './preset.ts';

/** Leads of a Google Ads lead form. */
export const preset: Preset = {
  name: 'google-lead-form',
  label: 'Google lead form',
  marks: ['gcl id|gclid|google click id', 'lead id|form id|lead form id|lead submit time|lead submission time|submission time|user email|asset id'],
  columns: {
    'lead id|form id|lead form id|asset id|gcl id|gclid|google click id|campaign id|ad group id|adgroup id|creative id|customer id|is test|api version|google key': '',
    'campaign|campaign name': 'campaign', 'ad group|ad group name|form name|lead form|lead form name|asset name': 'sourceDetail',
    'lead submit time|lead submission time|submission time|submitted at|created time': 'formFilledAt', 'full name|user name|name': 'name', 'first name': 'firstName', 'last name': 'lastName',
    'email|user email|work email|email address': 'email', 'phone number|user phone|work phone|phone': 'phone', 'company name|company': 'company', 'job title': 'title', city: 'city',
    'region|state': 'state', country: 'country', 'postal code|street address': '',
  },
  kind: 'lead',
  leadSource: 'paid ad',
};
