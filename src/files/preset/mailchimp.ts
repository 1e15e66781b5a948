import type { Preset } from './preset.ts';

/** An audience of Mailchimp: who subscribed, who left, who bounced. */
export const preset: Preset = {
  name: 'mailchimp',
  label: 'Mailchimp audience',
  marks: ['email address|email', 'member rating|leid|euid', 'optin time|last changed|confirm time|leid'],
  columns: {
    'email address|email': 'email', 'first name|fname': 'firstName', 'last name|lname': 'lastName', 'phone number|phone': 'phone', 'company|company name': 'company',
    'optin time': 'consentAt', 'unsub time': 'optOutAt', notes: 'note', tags: 'tags',
    'birthday|address|member rating|optin ip|confirm time|confirm ip|latitude|longitude|gmtoff|dstoff|timezone|cc|region|last changed|leid|euid|unsub campaign title|unsub campaign id|unsub reason|unsub reason other|clean time|clean campaign title|clean campaign id': '',
  },
  kind: 'lead',
  leadSource: 'newsletter',
};
